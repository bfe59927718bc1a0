import { compareRho, exactPriceOf, removeAt } from './counting.ts';
import type { Counting, Priced } from './counting.ts';
import { narrowPrice } from './price.ts';
import type { Pricing } from './price.ts';

/**
 * The project with the smallest price per utility of those whose supporters can pay for it, or undefined when there
 * is none. Projects that can no longer be afforded are dropped from `inPlay`: money only goes down during a run.
 */
export function chooseNext(counting: Counting, inPlay: number[]): Priced | undefined {
  const { tally, utility } = counting;
  return contend(counting, inPlay)
    .map((project) => exactPriceOf(counting, project))
    .reduce<Priced | undefined>(
      (best, next) => (best && compareRho(tally, utility, best, next) < 0 ? best : next),
      undefined,
    );
}

/** The projects among which the bounds alone don't tell the cheapest. */
function contend({ pricing, fresh }: Counting, inPlay: number[]): number[] {
  fresh.fill(0);
  let limit = Infinity;
  for (let next = 0; (next = mostPromising(pricing, fresh, inPlay, limit)) >= 0;) {
    const project = inPlay[next] as number;
    const narrowed = narrowPrice(pricing, project, limit);
    fresh[project] = 1;
    if (narrowed === 'unaffordable') removeAt(inPlay, next);
    if (narrowed === 'affordable') limit = Math.min(limit, pricing.highRho[project] as number);
  }
  return inPlay.filter((project) => fresh[project] === 1 && (pricing.lowRho[project] as number) <= limit);
}

/** Where in the list the project stands that may be the cheapest and is not fresh, or -1 when all are above `limit`. */
function mostPromising({ lowRho }: Pricing, fresh: Uint8Array, inPlay: readonly number[], limit: number): number {
  let found = -1;
  let least = limit;
  for (let i = 0; i < inPlay.length; i++) {
    const project = inPlay[i] as number;
    if (fresh[project] === 1 || (lowRho[project] as number) > least) continue;
    least = lowRho[project] as number;
    found = i;
  }
  return found;
}
