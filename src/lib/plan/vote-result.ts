import type { Fraction } from './count/fraction.ts';
import type { GreedyOutcome } from './count/greedy.ts';
import type { EqualSharesOutcome, FundingStep } from './count/outcome.ts';
import type { Told, ToldBatch } from './vote-telling.ts';

/** The outcome by equal shares, with the greedy count beside it. Amounts are in cents. */
export interface VoteResult {
  readonly equalShares: EqualSharesOutcome;
  readonly greedy: GreedyOutcome;
}

/**
 * A result as it is published, to be written as JSON. Amounts are whole cents as text, exact shares are `"a/b"`. Below
 * `everything`, nothing stands in an order that tells more than what is told.
 */
export function describeResult(
  { equalShares, greedy }: VoteResult,
  facts: {
    vote: { id: string; currency: string; budget_cents: number };
    ballots: number;
    told: Told;
    /** Of a vote by one-time codes. */
    codes: readonly Omit<ToldBatch, 'by'>[] | undefined;
  },
) {
  const { vote, ballots, told, codes } = facts;
  const everything = told === 'everything';
  return {
    vote: vote.id,
    currency: vote.currency,
    unit: 'cents',
    budget: String(vote.budget_cents),
    ballots,
    told,
    ...(codes && { codes: codes.map(codesOf) }),
    proposals: equalShares.verdicts.map(({ id, cost, votes, funded }) => ({
      id,
      cost: String(cost),
      ...(told === 'outcome' ? {} : { votes }),
      funded,
    })),
    equal_shares: {
      ...sumsOf(equalShares),
      ...(everything ? detailsOf(equalShares) : { winners: equalShares.winners.toSorted() }),
    },
    ...(everything ? { greedy: { ...sumsOf(greedy), verdicts: greedy.verdicts.map(plain) } } : {}),
  };
}

function codesOf({ number, replaced, day, late }: Omit<ToldBatch, 'by'>) {
  return { number, replaced, made_on: day ?? null, after_opening: late };
}

function sumsOf({ winners, totalCost, budgetLeft }: Pick<GreedyOutcome, 'winners' | 'totalCost' | 'budgetLeft'>) {
  return { winners, total_cost: String(totalCost), budget_left: String(budgetLeft) };
}

function detailsOf({ share, raises, ended, steps, verdicts }: EqualSharesOutcome) {
  return {
    share: ratio(share),
    raises,
    ended: plain(ended),
    steps: steps.map(stepOf),
    verdicts: verdicts.map(plain),
  };
}

function stepOf(step: FundingStep) {
  return { ...plain(step), rho: ratio(step.rho), price: ratio(step.price) };
}

/** The same facts, with every amount as text. */
function plain(facts: object): Record<string, unknown> {
  const texts = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'bigint' ? String(value) : value,
  ]);
  return Object.fromEntries(texts) as Record<string, unknown>;
}

function ratio({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}
