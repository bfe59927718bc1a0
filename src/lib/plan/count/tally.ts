import { checkBallot, checkProjects } from './election.ts';
import type { Ballot, Election } from './election.ts';

/**
 * An election laid out for counting. Equal ballots are one group; projects are numbered in the order in which the
 * election lists them. `starts` marks where each row begins in the flat list beside it: row i is items
 * starts[i] up to, not including, starts[i + 1].
 */
export interface Tally {
  readonly ids: readonly string[];
  readonly costs: readonly bigint[];
  readonly budget: bigint;
  /** All voters, blank ballots included. */
  readonly voters: number;
  /** Votes by project. */
  readonly votes: readonly number[];
  /** Place of each project in ties: lower cost, then more votes, then the lot. */
  readonly places: readonly number[];
  /** Voters in each group of equal ballots. */
  readonly weights: Int32Array;
  readonly approvals: Rows;
  readonly supporters: Rows;
  /** The most approvals on one ballot. */
  readonly longest: number;
}

export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** More voters than the exactness of the count is proven for. */
export const mostVoters = 2 ** 31;

/** Lays out the election. Throws a RangeError, in words, when it cannot be counted. */
export function tallyElection(election: Election, lot: readonly string[]): Tally {
  checkProjects(election, lot);
  const { projects, ballots, budget } = election;
  const groups = groupBallots(ballots, new Map(projects.map(({ id }, index) => [id, index])));
  const costs = projects.map((project) => project.cost);
  const ids = projects.map((project) => project.id);
  const weights = Int32Array.from(groups, (group) => group.voters);
  const votes = countVotes(groups, ids.length);
  return {
    ids,
    costs,
    budget,
    voters: countVoters(ballots),
    votes,
    places: placesInTies(ids, costs, votes, lot),
    weights,
    approvals: layRows(groups.map((group) => group.approves)),
    supporters: layRows(supportersOf(groups, ids.length)),
    longest: groups.reduce((most, group) => Math.max(most, group.approves.length), 0),
  };
}

function countVoters(ballots: readonly Ballot[]): number {
  const voters = ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  if (voters >= mostVoters) throw new RangeError('There are too many voters to be counted.');
  return voters;
}

interface Group {
  readonly approves: readonly number[];
  voters: number;
}

function groupBallots(ballots: readonly Ballot[], indexes: ReadonlyMap<string, number>): Group[] {
  const groups = new Map<string, Group>();
  for (const ballot of ballots) {
    checkBallot(ballot);
    if (ballot.approves.length === 0) continue;
    const approves = indexesOf(ballot, indexes);
    const key = approves.join();
    const group = groups.get(key);
    if (group) group.voters += ballot.voters;
    else groups.set(key, { approves, voters: ballot.voters });
  }
  return [...groups.values()];
}

/** The approved projects in ascending order; throws a RangeError for one that isn't there or is named twice. */
function indexesOf({ approves }: Ballot, indexes: ReadonlyMap<string, number>): number[] {
  const found = approves.map((id) => {
    const index = indexes.get(id);
    if (index === undefined) throw new RangeError(`A ballot approves ${id}, which is no project.`);
    return index;
  });
  found.sort((a, b) => a - b);
  if (found.some((index, i) => i > 0 && index === found[i - 1])) {
    throw new RangeError('A ballot approves a project twice.');
  }
  return found;
}

function countVotes(groups: readonly Group[], projects: number): number[] {
  const votes = new Array<number>(projects).fill(0);
  for (const { approves, voters } of groups)
    for (const project of approves) votes[project] = (votes[project] ?? 0) + voters;
  return votes;
}

function supportersOf(groups: readonly Group[], projects: number): number[][] {
  const rows = Array.from({ length: projects }, (): number[] => []);
  groups.forEach(({ approves }, group) => approves.forEach((project) => rows[project]?.push(group)));
  return rows;
}

function layRows(rows: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] as number) + row.length));
  const items = new Int32Array(starts[rows.length] as number);
  rows.forEach((row, index) => items.set(row, starts[index]));
  return { starts, items };
}

function placesInTies(
  ids: readonly string[],
  costs: readonly bigint[],
  votes: readonly number[],
  lot: readonly string[],
): number[] {
  const drawn = new Map(lot.map((id, place) => [id, place]));
  const cost = (project: number) => costs[project] as bigint;
  const vote = (project: number) => votes[project] as number;
  const draw = (project: number) => drawn.get(ids[project] as string) as number;
  const order = ids
    .map((_, project) => project)
    .sort((a, b) => compareMoney(cost(a), cost(b)) || vote(b) - vote(a) || draw(a) - draw(b));
  const places = new Array<number>(ids.length);
  order.forEach((project, place) => (places[project] = place));
  return places;
}

function compareMoney(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
