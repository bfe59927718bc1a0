import type { Utility } from './election.ts';
import { priceExactly } from './exact-price.ts';
import type { ExactPrice } from './ledger.ts';
import { openPricing } from './price.ts';
import type { Pricing } from './price.ts';
import { openPurses } from './purses.ts';
import type { Tally } from './tally.ts';

/** What all runs of one count by equal shares have in common. */
export interface Counting {
  readonly tally: Tally;
  readonly utility: Utility;
  readonly pricing: Pricing;
  /** The projects that money decides on: they cost something and have a vote. */
  readonly candidates: readonly number[];
  /** By project: its place if no supporter ever ran short, that is by cost per vote and utility, then as in ties. */
  readonly bestPlaces: readonly number[];
  /** Scratch: 1 for each project whose price has been narrowed since the last payment. */
  readonly fresh: Uint8Array;
}

/** A project and what a supporter pays for it at most. */
export interface Priced {
  readonly project: number;
  readonly price: ExactPrice;
}

export function openCounting(tally: Tally, utility: Utility): Counting {
  const projects = tally.ids.map((_, project) => project);
  const voted = projects.filter((project) => (tally.votes[project] as number) > 0);
  return {
    tally,
    utility,
    pricing: openPricing(openPurses(tally, utility)),
    candidates: voted.filter((project) => tally.costs[project] !== 0n),
    bestPlaces: placesAtBest(tally, utility, voted),
    fresh: new Uint8Array(projects.length),
  };
}

function placesAtBest(tally: Tally, utility: Utility, voted: readonly number[]): number[] {
  const priced = voted.map((project) => ({
    project,
    price: { money: tally.costs[project] as bigint, payers: BigInt(tally.votes[project] as number) },
  }));
  const places = new Array<number>(tally.ids.length).fill(-1);
  priced.sort((a, b) => compareRho(tally, utility, a, b));
  priced.forEach(({ project }, place) => (places[project] = place));
  return places;
}

/** Compares by price per utility, exactly, then as ties are settled: negative when a comes first. Never 0. */
export function compareRho(tally: Tally, utility: Utility, a: Priced, b: Priced): number {
  const worth = ({ project }: Priced) => (utility === 'cost' ? (tally.costs[project] as bigint) : 1n);
  const ofA = a.price.money * b.price.payers * worth(b);
  const ofB = b.price.money * a.price.payers * worth(a);
  if (ofA !== ofB) return ofA < ofB ? -1 : 1;
  return (tally.places[a.project] as number) - (tally.places[b.project] as number);
}

/** The exact price, right after the project's bounds have been narrowed and found affordable. */
export function exactPriceOf({ pricing }: Counting, project: number): Priced {
  const { purses, low, high } = pricing;
  return { project, price: priceExactly(purses, project, low[project] as number, high[project] as number) };
}

/** Removes in constant time from a list whose order is of no consequence. */
export function removeAt(list: number[], index: number): void {
  const last = list.pop() as number;
  if (index < list.length) list[index] = last;
}
