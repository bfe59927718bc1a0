import type { Language } from '#lib/messages/language.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { roughly, type Fraction } from '#lib/plan/count/fraction.ts';
import type { Ended } from '#lib/plan/count/outcome.ts';
import type { Tally } from '#lib/plan/tally.server.ts';
import type { ProposalOnBallot } from '#lib/plan/vote-proposal.server.ts';
import type { Vote } from '#lib/plan/vote.server.ts';
import { showAmount } from '#lib/platform/money.ts';
import { whyByVotes, whyEqual, whyInTotals, type Telling } from './why.server.ts';

interface Facts {
  readonly vote: Vote;
  readonly tally: Tally;
  readonly proposals: readonly ProposalOnBallot[];
  /** k: below 2k ballots only totals are told. */
  readonly leastShown: number;
  readonly language: Language;
  readonly t: Translate;
}

/** A published result in words. */
export function describeResult(facts: Facts) {
  const { vote, tally, language, t } = facts;
  const { equalShares, greedy } = tally.result;
  const telling: Telling = { t, amount: (cents) => showAmount(Number(cents), vote.currency, language) };
  const outcomes = outcomesOf(facts, telling);
  const inOrder = new Map(equalShares.winners.map((id, place) => [id, place]));
  const placeOf = (id: string) => inOrder.get(id) ?? 0;
  return {
    ballots: tally.ballots,
    budget: telling.amount(BigInt(vote.budget_cents)),
    budgetCents: vote.budget_cents,
    total: telling.amount(equalShares.totalCost),
    greedyTotal: telling.amount(greedy.totalCost),
    left: telling.amount(equalShares.budgetLeft),
    winners: outcomes.filter((one) => one.funded).sort((a, b) => placeOf(a.id) - placeOf(b.id)),
    losers: outcomes.filter((one) => !one.funded).sort((a, b) => b.votes - a.votes),
    gained: outcomes.filter((one) => one.funded && !one.fundedByVotes).map((one) => one.title),
    lost: outcomes.filter((one) => !one.funded && one.fundedByVotes).map((one) => one.title),
    totalsOnlyBelow: tally.published.ballots === undefined ? 2 * facts.leastShown : undefined,
    trace: tally.published.ballots === undefined ? undefined : traceOf(facts, telling),
    hashes: tally.hashes,
    stop: t(`votes.add1.${vote.add1_stops}`),
  };
}

function outcomesOf({ tally, proposals }: Facts, telling: Telling) {
  const { equalShares, greedy } = tally.result;
  const totalsOnly = tally.published.ballots === undefined;
  const byVotes = new Map(greedy.verdicts.map((verdict) => [verdict.id, verdict]));
  const steps = equalShares.steps;
  const known = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  return equalShares.verdicts.map((verdict) => {
    const other = byVotes.get(verdict.id);
    return {
      id: verdict.id,
      title: known.get(verdict.id)?.title ?? verdict.id,
      cost: telling.amount(verdict.cost),
      costCents: Number(verdict.cost),
      votes: verdict.votes,
      funded: verdict.funded,
      fundedByVotes: other?.funded === true,
      why: totalsOnly ? whyInTotals(verdict, telling) : whyEqual(verdict, steps, telling),
      whyByVotes: other && !totalsOnly ? whyByVotes(other, telling) : undefined,
    };
  });
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
