import { affordsExactly } from './exact-price.ts';
import type { Purses } from './purses.ts';

/**
 * Between which bounds the price of each project lies: the most that a supporter pays when all supporters together
 * pay its cost, each the same unless they have less. As money only goes down during a run, a lower bound stays true
 * to the end of it.
 */
export interface Pricing {
  readonly purses: Purses;
  /** Bounds of the price in fixed point; the upper ones hold only from `narrowPrice` to the next payment. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The same per unit of utility, rounded outwards. */
  readonly lowRho: Float64Array;
  readonly highRho: Float64Array;
  readonly water: Water;
}

/** Supporters of one project while the level that each of them pays up to is rising. */
interface Water {
  level: number;
  /** Those below the level: what they have together. */
  poor: number;
  /** Those at or above the level: how many voters, and each group with what one of its voters has. */
  richVoters: number;
  richGroups: number;
  readonly amounts: Float64Array;
  readonly voters: Int32Array;
}

export type Narrowed = 'affordable' | 'unaffordable' | 'too-dear';

/** Outward rounding, well beyond the few roundings of a double that a bound has gone through. */
const down = 1 - 2 ** -49;
const up = 1 + 2 ** -49;

export function openPricing(purses: Purses): Pricing {
  const projects = purses.tally.ids.length;
  const groups = purses.left.length;
  return {
    purses,
    low: new Float64Array(projects),
    high: new Float64Array(projects),
    lowRho: new Float64Array(projects),
    highRho: new Float64Array(projects),
    water: {
      level: 0,
      poor: 0,
      richVoters: 0,
      richGroups: 0,
      amounts: new Float64Array(groups),
      voters: new Int32Array(groups),
    },
  };
}

/** At the start of a run all that is known is that nobody can pay less than an equal part of the cost. */
export function resetPricing({ purses, low, lowRho, high, highRho }: Pricing): void {
  const { tally, costs, perUtility } = purses;
  for (let project = 0; project < low.length; project++) {
    low[project] = ((costs[project] as number) / (tally.votes[project] as number)) * down;
    lowRho[project] = (low[project] as number) * (perUtility[project] as number) * down;
  }
  high.fill(Infinity);
  highRho.fill(Infinity);
}

/**
 * Narrows the bounds of a project's price. Ends early as 'too-dear' once the price per utility is seen to be above
 * `limit`; then only the lower bounds are new.
 *
 * With f(x) the true sum of min(balance, x) over the M supporters who have money left and g(x) the same in fixed
 * point, |f(x) - g(x)| <= M · error. So where g(x) = cost - slack, x is at or below the price, and where
 * g(x) = cost + slack, at or above it; the 1 on either side is for the rounding of the level itself.
 */
export function narrowPrice(pricing: Pricing, project: number, limit: number): Narrowed {
  const { purses, low, high, lowRho, highRho, water } = pricing;
  const cost = purses.costs[project] as number;
  const perUtility = purses.perUtility[project] as number;
  const { voters, money } = pourWater(pricing, project);
  const slack = voters * purses.error + 2;
  if (money < cost - slack) return 'unaffordable';
  if (money < cost + slack && !affordsExactly(purses, project)) return 'unaffordable';
  const highest = limit / (perUtility * down * down) + 1;
  riseTo(water, cost - slack, highest);
  low[project] = Math.max(low[project] as number, water.level - 1);
  lowRho[project] = (low[project] as number) * perUtility * down;
  if ((lowRho[project] as number) > limit) return 'too-dear';
  high[project] = money < cost + slack ? Infinity : levelAt(water, cost + slack) + 1;
  highRho[project] = (high[project] as number) * perUtility * up;
  return 'affordable';
}

/** Fills the water with the supporters who have money left, at the level that is known from before. */
function pourWater({ purses, low, water }: Pricing, project: number): { voters: number; money: number } {
  const { tally, left } = purses;
  const { starts, items } = tally.supporters;
  const { weights } = tally;
  const { amounts, voters } = water;
  const level = low[project] as number;
  let poor = 0;
  let poorVoters = 0;
  let rich = 0;
  let richVoters = 0;
  let count = 0;
  for (let i = starts[project] as number, end = starts[project + 1] as number; i < end; i++) {
    const group = items[i] as number;
    const amount = left[group] as number;
    if (amount === 0) continue;
    const weight = weights[group] as number;
    if (amount < level) {
      poor += amount * weight;
      poorVoters += weight;
    } else {
      rich += amount * weight;
      richVoters += weight;
      amounts[count] = amount;
      voters[count++] = weight;
    }
  }
  Object.assign(water, { level, poor, richVoters, richGroups: count });
  return { voters: poorVoters + richVoters, money: poor + rich };
}

/** The level at which they pay `aim`, which they can. When rounding has left nobody to raise it, none is known. */
function levelAt(water: Water, aim: number): number {
  if (water.richVoters === 0) return Infinity;
  riseTo(water, aim, Infinity);
  return water.level;
}

/**
 * Raises the level until the supporters pay `aim` together, or until it is above `highest`: those below the level pay
 * all they have, the others share the rest equally, and this raises the level until nobody else falls short of it.
 * On the way the level is never above its end.
 */
function riseTo(water: Water, aim: number, highest: number): void {
  const { amounts, voters } = water;
  while (water.richVoters > 0) {
    const level = (aim - water.poor) / water.richVoters;
    water.level = level;
    if (level > highest) return;
    let poor = water.poor;
    let richVoters = water.richVoters;
    let kept = 0;
    for (let i = 0; i < water.richGroups; i++) {
      const amount = amounts[i] as number;
      const weight = voters[i] as number;
      if (amount < level) {
        poor += amount * weight;
        richVoters -= weight;
      } else {
        amounts[kept] = amount;
        voters[kept++] = weight;
      }
    }
    if (kept === water.richGroups) return;
    water.poor = poor;
    water.richVoters = richVoters;
    water.richGroups = kept;
  }
}
