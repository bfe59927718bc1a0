import type { Tally } from '#lib/plan/count/tally.ts';

/**
 * Equal shares with cost utility and add1 in plain floating point, every raise counted by itself: what the count costs
 * without any care for exactness. It is quick to write, and right only as long as no two figures come too close.
 */
export function countInFloats(tally: Tally, raise: number): string[] {
  let winners: number[] = [];
  for (let share = Number(tally.budget) / tally.voters; ; share += raise) {
    const next = runInFloats(tally, share);
    if (next.reduce((sum, project) => sum + Number(tally.costs[project]), 0) > Number(tally.budget)) break;
    winners = next;
    if (raise === 0) break;
  }
  return winners.map((project) => tally.ids[project] as string).sort();
}

function runInFloats(tally: Tally, share: number): number[] {
  const left = new Float64Array(tally.weights.length).fill(share);
  const support = tally.votes.map(Number);
  const inPlay = new Set(support.keys());
  const winners: number[] = [];
  for (;;) {
    let best = -1;
    for (const project of [...inPlay].sort((a, b) => (support[b] as number) - (support[a] as number))) {
      if (best >= 0 && (support[project] as number) < (support[best] as number)) break;
      support[project] = effectiveSupport(tally, left, project);
      if (support[project] === 0) inPlay.delete(project);
      else if (best < 0 || comesBefore(tally, support, project, best)) best = project;
    }
    if (best < 0) return winners;
    winners.push(best);
    inPlay.delete(best);
    pay(tally, left, best, Number(tally.costs[best]) / (support[best] as number));
  }
}

function comesBefore(tally: Tally, support: readonly number[], a: number, b: number): boolean {
  const more = (support[a] as number) - (support[b] as number);
  return more > 0 || (more === 0 && (tally.places[a] as number) < (tally.places[b] as number));
}

/** Cost divided by the most that a supporter pays, or 0 when they can't pay it together. */
function effectiveSupport({ supporters, weights, costs }: Tally, left: Float64Array, project: number): number {
  const groups = supporters.items.subarray(supporters.starts[project], supporters.starts[project + 1]);
  const cost = Number(costs[project]);
  let rich = groups.filter((group) => (left[group] as number) > 0);
  let open = cost;
  for (;;) {
    const voters = rich.reduce((sum, group) => sum + (weights[group] as number), 0);
    const price = open / voters;
    const still = rich.filter((group) => (left[group] as number) >= price);
    if (still.length === rich.length) return voters > 0 ? cost / price : 0;
    for (const group of rich) {
      if ((left[group] as number) < price) open -= (left[group] as number) * (weights[group] as number);
    }
    rich = still;
  }
}

function pay({ supporters }: Tally, left: Float64Array, project: number, price: number): void {
  for (const group of supporters.items.subarray(supporters.starts[project], supporters.starts[project + 1])) {
    left[group] = Math.max(0, (left[group] as number) - price);
  }
}
