import { orderById, usualRules } from '#lib/plan/count/election.ts';
import type { Election, EqualSharesRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { countGreedy } from '#lib/plan/count/greedy.ts';

export interface Counted {
  readonly winners: readonly string[];
  readonly totalCost: bigint;
}

export type Count = (election: Election, unit: bigint) => Counted;

/** The rules by the names that the reference results are listed under; ties are settled by id, as there. */
export const namedRules: Readonly<Record<string, Count>> = {
  'greedy by votes, then lower cost, skipping what does not fit': (election) =>
    countGreedy(election, orderById(election.projects)),
  'equal shares, cost utility, no completion': equalShares({ completion: 'none' }),
  'equal shares, cardinality utility, no completion': equalShares({ completion: 'none', utility: 'one' }),
  'equal shares, cost utility, add1 that also stops at the first exhaustive outcome': equalShares({
    stop: 'also-at-first-exhaustive',
  }),
  'equal shares, cardinality utility, add1 that also stops at the first exhaustive outcome': equalShares({
    stop: 'also-at-first-exhaustive',
    utility: 'one',
  }),
  'equal shares, cost utility, add1 that stops only at overspend': equalShares({ stop: 'only-at-overspend' }),
};

function equalShares(rules: Partial<EqualSharesRules>): Count {
  return (election, unit) =>
    countEqualShares(election, { ...usualRules(orderById(election.projects)), unit, ...rules });
}
