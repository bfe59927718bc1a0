import { chooseNext } from './choose.ts';
import { exactPriceOf, removeAt } from './counting.ts';
import type { Counting, Priced } from './counting.ts';
import { narrowPrice, resetPricing } from './price.ts';
import { fillPurses, payFromPurses } from './purses.ts';

/** One count of equal shares, from a given share on. */
export interface Run {
  /** What all voters together held at the start, in the smallest unit. */
  readonly money: bigint;
  readonly steps: readonly Step[];
  /** Cost of all that was funded, in the smallest unit. */
  readonly cost: bigint;
}

export interface Step extends Priced {
  /** An upper bound of its price per utility. */
  readonly highRho: number;
  /** Whether every one of its voters could pay the full price. */
  readonly whole: boolean;
}

/** Counts once, with `money` (smallest units) shared out equally among all voters. */
export function runEqualShares(counting: Counting, money: bigint): Run {
  const inPlay = startRun(counting, money);
  const steps: Step[] = [];
  for (let next = chooseNext(counting, inPlay); next; next = chooseNext(counting, inPlay)) {
    steps.push(fund(counting, inPlay, next));
  }
  const cost = steps.reduce((sum, { project }) => sum + (counting.tally.costs[project] as bigint), 0n);
  return { money, steps, cost };
}

/**
 * Counts with more money than in an earlier run, and returns the new run only if it is certain that every amount
 * between the two funds the same projects in the same order; otherwise undefined, which proves nothing.
 *
 * As long as the order is the same, more money at the start leaves every voter with at least as much at every step:
 * the supporters of what is funded next have at least as much as before, so its price is at most what it was, and so
 * nobody ends up with less. Hence, between the two amounts, the price of the project that the earlier run chose is at
 * most what it was there, and that of any other is at least what it is here. Where the first stays below the second at
 * each step, the choice is the same all the way. It also is where all voters of the first paid in full, so that its
 * price cannot change, and the second would not come before it even at the lowest price it can have.
 */
export function runIfUnchanged(counting: Counting, earlier: Run, money: bigint): Run | undefined {
  const { pricing } = counting;
  const inPlay = startRun(counting, money);
  const steps: Step[] = [];
  for (const ahead of earlier.steps) {
    if (!staysAhead(counting, inPlay, ahead)) return undefined;
    narrowPrice(pricing, ahead.project, Infinity);
    steps.push(fund(counting, inPlay, exactPriceOf(counting, ahead.project)));
  }
  const more = inPlay.some((project) => narrowPrice(pricing, project, Infinity) !== 'unaffordable');
  return more ? undefined : { money, steps, cost: earlier.cost };
}

function startRun({ pricing, candidates }: Counting, money: bigint): number[] {
  fillPurses(pricing.purses, money);
  resetPricing(pricing);
  return [...candidates];
}

function fund({ tally, pricing }: Counting, inPlay: number[], { project, price }: Priced): Step {
  payFromPurses(pricing.purses, project, price);
  removeAt(inPlay, inPlay.indexOf(project));
  const whole = price.payers === BigInt(tally.votes[project] as number);
  return { project, price, highRho: pricing.highRho[project] as number, whole };
}

/** Whether no other project can come before this one at any amount of money between the two runs. */
function staysAhead({ pricing, bestPlaces }: Counting, inPlay: number[], ahead: Step): boolean {
  const { lowRho } = pricing;
  const place = bestPlaces[ahead.project] as number;
  for (let i = inPlay.length - 1; i >= 0; i--) {
    const project = inPlay[i] as number;
    if (project === ahead.project || (lowRho[project] as number) > ahead.highRho) continue;
    if (ahead.whole && (bestPlaces[project] as number) > place) continue;
    const narrowed = narrowPrice(pricing, project, ahead.highRho);
    if (narrowed === 'unaffordable') removeAt(inPlay, i);
    else if ((lowRho[project] as number) <= ahead.highRho) return false;
  }
  return true;
}
