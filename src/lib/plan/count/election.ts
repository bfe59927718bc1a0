/** A proposal on the ballot. More may hang on it; the count reads only this. */
export interface Project {
  readonly id: string;
  /** In the smallest unit of money (cents); 0 or more. */
  readonly cost: bigint;
}

/** One ballot, or several equal ones given at once. */
export interface Ballot {
  /** Ids of the approved projects, each once, in any order; none is a blank ballot, which still counts as a voter. */
  readonly approves: readonly string[];
  /** How many voters cast exactly this ballot; 1 or more. */
  readonly voters: number;
}

export interface Election {
  /** In the smallest unit of money (cents); 0 or more. */
  readonly budget: bigint;
  readonly projects: readonly Project[];
  readonly ballots: readonly Ballot[];
}

/** What a supporter gains from a funded project: its cost, or 1 whatever it costs. */
export type Utility = 'cost' | 'one';

/**
 * What happens to the money that equal shares leave over.
 * - `none`: it stays.
 * - `add1`: every voter's share is raised by one unit at a time and all is counted afresh, until `stop`.
 * - `add1u`: as add1, then what fits is funded by number of votes.
 */
export type Completion = 'none' | 'add1' | 'add1u';

/** When add1 ends. The two can fund different projects, so this is fixed and published before the vote. */
export type Stop = 'only-at-overspend' | 'also-at-first-exhaustive';

/** Everything that decides the outcome besides the election itself. */
export interface EqualSharesRules {
  readonly utility: Utility;
  readonly completion: Completion;
  readonly stop: Stop;
  /** By how much add1 raises each voter's share, in the smallest unit of money: 100 for one euro kept in cents. */
  readonly unit: bigint;
  /** Every project's id in the order drawn before the count: the last word on ties after cost and votes. */
  readonly lot: readonly string[];
}

/** The rules where nothing else was agreed: utility is cost, add1 by 1.00, stopping only at overspend. */
export function usualRules(lot: readonly string[]): EqualSharesRules {
  return { utility: 'cost', completion: 'add1', stop: 'only-at-overspend', unit: 100n, lot };
}

/** Ids by code unit, as a stand-in for a lot when an election is compared with what other tools count. */
export function orderById(projects: readonly Project[]): string[] {
  return projects.map((project) => project.id).sort();
}

/** Throws a RangeError that names the first thing in the budget, the projects or the lot that cannot be counted. */
export function checkProjects({ budget, projects }: Election, lot: readonly string[]): void {
  const ids = new Set(projects.map((project) => project.id));
  const drawn = new Set(lot);
  if (budget < 0n) throw new RangeError('The budget is negative.');
  if (ids.size < projects.length) throw new RangeError('Two projects have the same id.');
  if (drawn.size < lot.length) throw new RangeError('The lot names a project twice.');
  for (const { id, cost } of projects) {
    if (cost < 0n) throw new RangeError(`The cost of project ${id} is negative.`);
    if (!drawn.has(id)) throw new RangeError(`Project ${id} is not in the lot.`);
  }
  const most = projects.reduce((sum, { cost }) => sum + cost, budget);
  if (most >= mostMoney) throw new RangeError('The amounts are too large to be counted.');
}

/** Throws a RangeError for a ballot that cannot be counted. */
export function checkBallot({ voters }: Ballot): void {
  if (!Number.isSafeInteger(voters) || voters < 1) throw new RangeError('A ballot needs a whole number of voters.');
}

/** Far beyond any money there is; up to here the fixed-point figures of the count are proven to stay in range. */
const mostMoney = 2n ** 600n;
