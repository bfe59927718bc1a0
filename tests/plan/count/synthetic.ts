import type { Ballot, Election } from '#lib/plan/count/election.ts';

export interface Shape {
  readonly voters: number;
  readonly projects: number;
  /** The most that one ballot approves. */
  readonly most: number;
}

/**
 * An election of a given size such as a city holds: a few popular projects and many that few want, costs over two
 * orders of magnitude, a budget of a twelfth of all costs. Always the same for the same shape.
 */
export function inventElection({ voters, projects, most }: Shape): Election {
  const draw = newDraw(voters);
  const costs = Array.from({ length: projects }, () => BigInt(Math.round(2_000 * 10 ** (2.5 * draw()))) * 1000n);
  const ids = costs.map((_, index) => `P${String(index + 1).padStart(3, '0')}`);
  const popularity = sumUp(ids.map((_, index) => 1 / (index + 3)));
  const ballots = Array.from({ length: voters }, (): Ballot => {
    const approves = new Set<string>();
    const wanted = 1 + Math.floor(draw() * most);
    while (approves.size < wanted) approves.add(ids[placeOf(popularity, draw())] as string);
    return { approves: [...approves], voters: 1 };
  });
  const budget = (costs.reduce((sum, cost) => sum + cost, 0n) / 12n / 100n) * 100n;
  return { budget, projects: ids.map((id, index) => ({ id, cost: costs[index] as bigint })), ballots };
}

/** A plain congruential generator: numbers from 0 to 1, repeatable, good enough for invented ballots. */
function newDraw(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number(state >> 32n) / 2 ** 32;
  };
}

function sumUp(parts: readonly number[]): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  let sum = 0;
  return parts.map((part) => (sum += part / all));
}

function placeOf(sums: readonly number[], at: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
