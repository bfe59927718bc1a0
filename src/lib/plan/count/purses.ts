import type { Utility } from './election.ts';
import { balanceOf, openLedger, resetLedger, writePrice } from './ledger.ts';
import type { ExactPrice, Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';

/**
 * What each voter has left, in fixed point: a fast filter in front of the exact ledger.
 *
 * All amounts are whole numbers of 2^-scale ledger units (at denominator 1), the scale being such that the money of
 * all voters together stays below 2^52. Whole numbers below 2^53 are exact in a double, so adding and subtracting them
 * loses nothing; the only error is that the share and each price are rounded down, by less than 1 each. A balance is
 * the share less at most `longest` prices, hence off by less than `error` = longest + 1. Whatever these bounds leave
 * open is settled by the ledger.
 */
export interface Purses {
  readonly tally: Tally;
  readonly ledger: Ledger;
  /** By group of equal ballots: what one of its voters has left; 0 if and only if it is exactly nothing. */
  readonly left: Float64Array;
  readonly error: number;
  /** By project: its cost in fixed point, within a half of the true figure wherever it is below 2^53. */
  readonly costs: Float64Array;
  /** By project: a price in fixed point times this is its price per unit of utility, comparable across runs. */
  readonly perUtility: Float64Array;
  readonly utility: Utility;
  scale: number;
}

export function openPurses(tally: Tally, utility: Utility): Purses {
  const projects = tally.ids.length;
  return {
    tally,
    ledger: openLedger(tally),
    left: new Float64Array(tally.weights.length),
    error: tally.longest + 1,
    costs: new Float64Array(projects),
    perUtility: new Float64Array(projects),
    utility,
    scale: Number.NaN,
  };
}

/** Starts a run in which `money` (smallest units) is shared out equally among all voters. */
export function fillPurses(purses: Purses, money: bigint): void {
  resetLedger(purses.ledger, money);
  rescale(purses, 52 - bitLength(money * BigInt(purses.tally.voters)));
  purses.left.fill(money === 0n ? 0 : Math.max(1, inFixedPoint(purses, money)));
}

function rescale(purses: Purses, scale: number): void {
  if (purses.scale === scale) return;
  purses.scale = scale;
  purses.tally.costs.forEach((cost, project) => {
    purses.costs[project] = Number(cost * BigInt(purses.tally.voters)) * 2 ** scale;
    purses.perUtility[project] = purses.utility === 'cost' ? 1 / (purses.costs[project] as number) : 2 ** -scale;
  });
}

/** An amount of the ledger, rounded down to fixed point. */
function inFixedPoint({ scale, ledger }: Purses, amount: bigint): number {
  const { denominator } = ledger;
  if (scale < 0) return Number(amount / (denominator << BigInt(-scale)));
  return Number((amount << BigInt(scale)) / denominator);
}

/** Lets each supporter of the project pay `price`, or all that they have. */
export function payFromPurses(purses: Purses, project: number, price: ExactPrice): void {
  const { tally, ledger, left, error } = purses;
  writePrice(ledger, project, price);
  const rounded = inFixedPoint(purses, price.money);
  const { starts, items } = tally.supporters;
  for (let i = starts[project] as number, end = starts[project + 1] as number; i < end; i++) {
    const group = items[i] as number;
    const money = left[group] as number;
    if (money === 0) continue;
    const rest = money - rounded;
    if (rest > error) left[group] = rest;
    else left[group] = rest < -error || balanceOf(ledger, group) <= 0n ? 0 : Math.max(1, rest);
  }
}

/** A whole number n has this many binary digits: 2^(bits - 1) <= n < 2^bits. */
function bitLength(n: bigint): number {
  const digits = n.toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits.charAt(0), 16)));
}
