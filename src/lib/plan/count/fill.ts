import type { Tally } from './tally.ts';

/** What greedy funding made of the projects it went through, in the order in which it did. */
export interface Filled {
  readonly project: number;
  readonly funded: boolean;
  /** Money left when its turn came, before paying for it. */
  readonly left: bigint;
}

/** Goes through projects that have a vote by votes, then as ties are settled, and funds each that fits what is left. */
export function fillByVotes(tally: Tally, projects: readonly number[], money: bigint): Filled[] {
  let left = money;
  return orderByVotes(tally, projects).map((project) => {
    const before = left;
    const cost = tally.costs[project] as bigint;
    const funded = cost <= before;
    if (funded) left -= cost;
    return { project, funded, left: before };
  });
}

/** The projects that have a vote: most votes first, then as ties are settled. */
export function orderByVotes({ votes, places }: Tally, projects: readonly number[]): number[] {
  const vote = (project: number) => votes[project] as number;
  const place = (project: number) => places[project] as number;
  return projects.filter((project) => vote(project) > 0).sort((a, b) => vote(b) - vote(a) || place(a) - place(b));
}
