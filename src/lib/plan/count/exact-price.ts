import { balanceOf, costInLedger, sumBalances } from './ledger.ts';
import type { ExactPrice } from './ledger.ts';
import type { Purses } from './purses.ts';

/** Whether the project's supporters together have its cost. */
export function affords(purses: Purses, project: number): boolean {
  const { tally, left, error, costs } = purses;
  const { starts, items } = tally.supporters;
  const cost = costs[project] as number;
  let voters = 0;
  let money = 0;
  for (let i = starts[project] as number, end = starts[project + 1] as number; i < end; i++) {
    const group = items[i] as number;
    const amount = left[group] as number;
    if (amount === 0) continue;
    voters += tally.weights[group] as number;
    money += amount * (tally.weights[group] as number);
  }
  const slack = voters * error + 2;
  if (money < cost - slack) return false;
  return money >= cost + slack || affordsExactly(purses, project);
}

/** The same without the fixed-point figures. */
export function affordsExactly(purses: Purses, project: number): boolean {
  return moneyExactly(purses, project) >= costInLedger(purses.ledger, project);
}

/** What the project's supporters have together, in ledger units. */
export function moneyExactly(purses: Purses, project: number): bigint {
  return sumBalances(purses.ledger, sortSupporters(purses, project, -Infinity, -Infinity).rich);
}

/**
 * The price of an affordable project, exactly: with P supporters who have less than it and Q others,
 * (cost - all that the P have) / Q. Who has less is known from the fixed-point bounds of the price, low and high;
 * the few who are too near to tell are sorted by their exact balances and moved over one by one.
 */
export function priceExactly(purses: Purses, project: number, low: number, high: number): ExactPrice {
  const { ledger, tally } = purses;
  const { poor, unsure, rich } = sortSupporters(purses, project, low, high);
  const weigh = (groups: readonly number[]) => groups.reduce((sum, group) => sum + (tally.weights[group] as number), 0);
  let money = costInLedger(ledger, project) - sumBalances(ledger, poor);
  let payers = BigInt(weigh(rich) + weigh(unsure));
  const balances = unsure.map((group) => ({ group, balance: balanceOf(ledger, group) }));
  balances.sort((a, b) => (a.balance < b.balance ? -1 : a.balance > b.balance ? 1 : 0));
  for (const { group, balance } of balances) {
    if (balance * payers >= money) break;
    const voters = BigInt(tally.weights[group] as number);
    money -= balance * voters;
    payers -= voters;
  }
  return { money, payers };
}

interface Supporters {
  readonly poor: number[];
  readonly unsure: number[];
  readonly rich: number[];
}

/** Those who have money left: surely less than `low`, surely more than `high`, or neither. */
function sortSupporters({ tally, left, error }: Purses, project: number, low: number, high: number): Supporters {
  const { starts, items } = tally.supporters;
  const sorted: Supporters = { poor: [], unsure: [], rich: [] };
  for (let i = starts[project] as number, end = starts[project + 1] as number; i < end; i++) {
    const group = items[i] as number;
    const money = left[group] as number;
    if (money === 0) continue;
    if (money + error < low) sorted.poor.push(group);
    else if (money - error > high) sorted.rich.push(group);
    else sorted.unsure.push(group);
  }
  return sorted;
}
