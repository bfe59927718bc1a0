import type { Tally } from './tally.ts';

/**
 * The exact side of a run of equal shares. Whoever has money left has paid every funded project on their ballot in
 * full, so a balance is the share less the prices of these projects, and nothing else has to be kept. All money is
 * counted in units of 1/(voters · denominator) of the smallest unit of money; in these units every figure is whole.
 */
export interface Ledger {
  readonly tally: Tally;
  denominator: bigint;
  /** What each voter held at the start. */
  share: bigint;
  /** What a supporter pays at most for each funded project, in the order of funding. */
  readonly prices: bigint[];
  /** For each project its place in `prices`, or -1. */
  readonly fundedAs: Int32Array;
  /** Scratch: for each price, how many of the voters being summed have paid it. */
  readonly paid: Float64Array;
}

/** A price of money/payers ledger units: what the supporters who pay in full raise together, and how many they are. */
export interface ExactPrice {
  readonly money: bigint;
  readonly payers: bigint;
}

export function openLedger(tally: Tally): Ledger {
  const fundedAs = new Int32Array(tally.ids.length).fill(-1);
  return { tally, denominator: 1n, share: 0n, prices: [], fundedAs, paid: new Float64Array(tally.ids.length) };
}

/** Starts a run in which each voter holds `money`/voters. */
export function resetLedger(ledger: Ledger, money: bigint): void {
  ledger.denominator = 1n;
  ledger.share = money;
  ledger.prices.length = 0;
  ledger.fundedAs.fill(-1);
}

/** The project's cost in the ledger's units. */
export function costInLedger({ tally, denominator }: Ledger, project: number): bigint {
  return (tally.costs[project] as bigint) * BigInt(tally.voters) * denominator;
}

/** Exact sum of the balances of these groups of equal ballots, each of which must have money left. */
export function sumBalances(ledger: Ledger, groups: Iterable<number>): bigint {
  const { tally, paid, prices, fundedAs } = ledger;
  const { starts, items } = tally.approvals;
  paid.fill(0, 0, prices.length);
  let voters = 0;
  for (const group of groups) {
    const weight = tally.weights[group] as number;
    voters += weight;
    for (let i = starts[group] as number, end = starts[group + 1] as number; i < end; i++) {
      const step = fundedAs[items[i] as number] as number;
      if (step >= 0) paid[step] = (paid[step] as number) + weight;
    }
  }
  return prices.reduce((sum, price, step) => sum - price * BigInt(paid[step] as number), ledger.share * BigInt(voters));
}

/** Exact balance of one voter of a group that has money left. */
export function balanceOf(ledger: Ledger, group: number): bigint {
  return sumBalances(ledger, [group]) / BigInt(ledger.tally.weights[group] as number);
}

/** Writes down that a project is funded at this price, and brings all figures to the new denominator. */
export function writePrice(ledger: Ledger, project: number, { money, payers }: ExactPrice): void {
  ledger.denominator *= payers;
  ledger.share *= payers;
  for (let step = 0; step < ledger.prices.length; step++)
    ledger.prices[step] = (ledger.prices[step] as bigint) * payers;
  ledger.fundedAs[project] = ledger.prices.push(money) - 1;
}
