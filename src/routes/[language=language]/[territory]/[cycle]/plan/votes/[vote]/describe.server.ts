import type { Language } from '#lib/messages/language.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { roughly, type Fraction } from '#lib/plan/count/fraction.ts';
import type { Ended } from '#lib/plan/count/outcome.ts';
import type { Tally } from '#lib/plan/tally.server.ts';
import { byTitle } from '#lib/plan/vote-proposal.ts';
import type { ProposalOnBallot } from '#lib/plan/vote-proposal.server.ts';
import type { Vote } from '#lib/plan/vote.server.ts';
import { showAmount } from '#lib/platform/money.ts';
import { whyByVotes, whyEqual, whyInShort, type Telling } from './why.server.ts';

interface Facts {
  readonly vote: Vote;
  readonly tally: Tally;
  readonly proposals: readonly ProposalOnBallot[];
  /** k, for the words that say why little is told. */
  readonly leastShown: number;
  readonly language: Language;
  readonly t: Translate;
}

/** A published result in words. */
export function describeResult(facts: Facts) {
  const { vote, tally, language, t, leastShown } = facts;
  const { equalShares, greedy } = tally.result;
  const { told } = tally.published;
  const telling: Telling = { t, amount: (cents) => showAmount(Number(cents), vote.currency, language) };
  const outcomes = outcomesOf(facts, telling);
  return {
    ballots: tally.ballots,
    budget: telling.amount(BigInt(vote.budget_cents)),
    budgetCents: vote.budget_cents,
    total: telling.amount(equalShares.totalCost),
    left: telling.amount(equalShares.budgetLeft),
    winners: outcomes.filter((one) => one.funded),
    losers: outcomes.filter((one) => !one.funded),
    untold: told === 'everything' ? undefined : whyUntold(told, tally.ballots, leastShown, t),
    byVotes: told === 'everything' ? { outcomes, total: telling.amount(greedy.totalCost) } : undefined,
    trace: told === 'everything' ? traceOf(facts, telling) : undefined,
    told,
    hashes: tally.hashes,
    stop: t(`votes.add1.${vote.add1_stops}`),
  };
}

/** Why not everything is told. */
function whyUntold(told: 'outcome' | 'totals', ballots: number, k: number, t: Translate): string {
  if (told === 'totals') return t('votes.result.totalsOnly', { least: 2 * k });
  if (ballots < k) return t('votes.result.outcomeOnly', { least: k });
  return t('votes.result.outcomeAlike', { least: 2 * k });
}

/** In the order in which they were chosen and by their votes where everything is told, otherwise by title. */
function outcomesOf(facts: Facts, telling: Telling) {
  const { tally, proposals, language } = facts;
  const { equalShares, greedy } = tally.result;
  const { told } = tally.published;
  const byVotes = new Map(greedy.verdicts.map((verdict) => [verdict.id, verdict]));
  const known = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const outcomes = equalShares.verdicts.map((verdict) => {
    const other = byVotes.get(verdict.id);
    return {
      id: verdict.id,
      title: known.get(verdict.id)?.title ?? verdict.id,
      cost: telling.amount(verdict.cost),
      costCents: Number(verdict.cost),
      votes: told === 'outcome' ? undefined : verdict.votes,
      funded: verdict.funded,
      fundedByVotes: told === 'everything' && other?.funded === true,
      why: told === 'everything' ? whyEqual(verdict, equalShares, telling) : whyInShort(verdict, telling),
      whyByVotes: other && told === 'everything' ? whyByVotes(other, telling) : undefined,
    };
  });
  if (told !== 'everything') return byTitle(outcomes, language);
  const order = new Map(equalShares.winners.map((id, place) => [id, place]));
  const placeOf = (id: string) => order.get(id) ?? order.size;
  return outcomes.sort((a, b) => placeOf(a.id) - placeOf(b.id) || (b.votes ?? 0) - (a.votes ?? 0));
}

function traceOf({ vote, tally, proposals, language, t }: Facts, { amount }: Telling) {
  const { steps, share, raises, ended } = tally.result.equalShares;
  const titles = new Map(proposals.map((proposal) => [proposal.id, proposal.title]));
  // Shown to the cent; the count itself is exact.
  const about = (value: Fraction) => showAmount(Math.round(roughly(value)), vote.currency, language);
  const ballots = BigInt(Math.max(1, tally.ballots));
  return {
    first: about({ numerator: BigInt(vote.budget_cents), denominator: ballots }),
    share: about(share),
    raises,
    ended: endedIn(ended, amount, t),
    steps: steps.map((step) => ({
      title: titles.get(step.id) ?? step.id,
      cost: amount(step.cost),
      price: about(step.price),
      payers: step.payers,
      payersInFull: step.payersInFull,
      moneyLeft: amount(step.moneyLeft),
      budgetLeft: amount(step.budgetLeft),
    })),
  };
}

function endedIn(ended: Ended, amount: Telling['amount'], t: Translate): string {
  if (ended.because === 'overspend') return t('votes.trace.ended.overspend', { cost: amount(ended.cost) });
  return t(`votes.trace.ended.${ended.because}`);
}
