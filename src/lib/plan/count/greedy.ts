import type { Election } from './election.ts';
import { fillByVotes } from './fill.ts';
import type { Filled } from './fill.ts';
import { tallyElection } from './tally.ts';
import type { Tally } from './tally.ts';

/** The count by votes alone, shown beside equal shares. Money is in the smallest unit. */
export interface GreedyOutcome {
  /** Ids of the funded projects in the order in which they were chosen. */
  readonly winners: readonly string[];
  readonly totalCost: bigint;
  readonly budgetLeft: bigint;
  /** For each project of the election, in its order, why it won or lost. */
  readonly verdicts: readonly GreedyVerdict[];
}

export type GreedyVerdict = { readonly id: string; readonly cost: bigint; readonly votes: number } & GreedyReason;

export type GreedyReason =
  /** It was number `rank` by votes, from 1, and fitted into what was left of the budget before it. */
  | { readonly funded: true; readonly because: 'fits'; readonly rank: number; readonly budgetLeft: bigint }
  | { readonly funded: false; readonly because: 'no-votes' }
  /** It costs more than the whole budget, by `excess`. */
  | { readonly funded: false; readonly because: 'over-budget'; readonly rank: number; readonly excess: bigint }
  /** When its turn came, `missing` was lacking for it. */
  | {
      readonly funded: false;
      readonly because: 'does-not-fit';
      readonly rank: number;
      readonly budgetLeft: bigint;
      readonly missing: bigint;
    };

/**
 * Goes through the projects by number of votes and funds each that fits into what is left of the budget. Equal votes:
 * lower cost first, then the lot. What nobody voted for is not funded. Throws a RangeError when the election or the
 * lot is not sound.
 */
export function countGreedy(election: Election, lot: readonly string[]): GreedyOutcome {
  const tally = tallyElection(election, lot);
  const filled = fillByVotes(tally, [...tally.ids.keys()], tally.budget);
  const winners = filled.filter((fill) => fill.funded).map(({ project }) => project);
  const totalCost = winners.reduce((sum, project) => sum + (tally.costs[project] as bigint), 0n);
  return {
    winners: winners.map((project) => tally.ids[project] as string),
    totalCost,
    budgetLeft: tally.budget - totalCost,
    verdicts: judge(tally, filled),
  };
}

function judge(tally: Tally, filled: readonly Filled[]): GreedyVerdict[] {
  const reasons = new Map(filled.map((fill, index) => [fill.project, reasonFor(tally, fill, index + 1)]));
  return tally.ids.map((id, project) => {
    const reason = reasons.get(project) ?? { funded: false, because: 'no-votes' };
    return { id, cost: tally.costs[project] as bigint, votes: tally.votes[project] as number, ...reason };
  });
}

function reasonFor(tally: Tally, { project, funded, left }: Filled, rank: number): GreedyReason {
  const cost = tally.costs[project] as bigint;
  if (funded) return { funded, because: 'fits', rank, budgetLeft: left };
  if (cost > tally.budget) return { funded, because: 'over-budget', rank, excess: cost - tally.budget };
  return { funded, because: 'does-not-fit', rank, budgetLeft: left, missing: cost - left };
}
