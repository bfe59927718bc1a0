import type { Translate } from '#lib/messages/translate.ts';
import { roughly } from '#lib/plan/count/fraction.ts';
import type { GreedyVerdict } from '#lib/plan/count/greedy.ts';
import type { EqualSharesOutcome, FundingStep, Shortage, Verdict } from '#lib/plan/count/outcome.ts';

export interface Telling {
  readonly t: Translate;
  /** Cents as an amount in words. */
  readonly amount: (cents: bigint) => string;
}

/** Why a proposal won or lost by equal shares. */
export function whyEqual(
  verdict: Verdict,
  { steps, budgetLeft }: Pick<EqualSharesOutcome, 'steps' | 'budgetLeft'>,
  telling: Telling,
): string {
  const { t, amount } = telling;
  switch (verdict.because) {
    case 'supporters-paid':
      return whyPaid(verdict.step, steps, telling);
    case 'filled-in':
      return t('votes.why.filled-in', { left: amount(verdict.budgetLeft) });
    case 'over-budget':
      return t('votes.why.over-budget', { excess: amount(verdict.excess) });
    case 'supporters-short':
      return verdict.cost > budgetLeft
        ? t('votes.why.instead', { cost: amount(verdict.cost), left: amount(budgetLeft) })
        : whyShort(verdict, telling);
    default:
      return t(`votes.why.${verdict.because}`);
  }
}

/** The same where few voted: nothing that tells whether anyone, or everyone, supported it. */
export function whyInShort(verdict: Verdict, telling: Telling): string {
  if (verdict.because === 'over-budget') return whyEqual(verdict, { steps: [], budgetLeft: 0n }, telling);
  return telling.t(verdict.funded ? 'votes.why.totals-won' : 'votes.why.totals-lost');
}

function whyPaid(place: number, steps: readonly FundingStep[], { t, amount }: Telling): string {
  const step = steps[place];
  if (!step) return t('votes.why.totals-won');
  const price = amount(BigInt(Math.round(roughly(step.price))));
  return t('votes.why.supporters-paid', { step: place + 1, payers: step.payers, price });
}

function whyShort({ money, missing, shortAfter, votesNeeded }: Shortage, { t, amount }: Telling): string {
  return [
    t('votes.why.supporters-short', { money: amount(money), missing: amount(missing) }),
    shortAfter === 0 ? t('votes.why.never') : t('votes.why.after', { step: shortAfter }),
    votesNeeded === undefined ? '' : t('votes.why.votesNeeded', { votes: Number(votesNeeded) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Why it would have won or lost by the number of votes alone. */
export function whyByVotes(verdict: GreedyVerdict, { t, amount }: Telling): string {
  switch (verdict.because) {
    case 'fits':
      return t('votes.greedy.fits', { rank: verdict.rank, left: amount(verdict.budgetLeft) });
    case 'does-not-fit':
      return t('votes.greedy.does-not-fit', {
        rank: verdict.rank,
        left: amount(verdict.budgetLeft),
        missing: amount(verdict.missing),
      });
    case 'over-budget':
      return t('votes.greedy.over-budget', { rank: verdict.rank });
    case 'no-votes':
      return t('votes.greedy.no-votes');
  }
}
