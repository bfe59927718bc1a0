import type { Counting } from './counting.ts';
import { affords, moneyExactly } from './exact-price.ts';
import { fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { FundingStep } from './outcome.ts';
import { fillPurses, payFromPurses } from './purses.ts';
import type { Run, Step } from './run.ts';

/** A run told step by step. */
export interface Trace {
  readonly steps: readonly FundingStep[];
  /** The projects that were not chosen, though they have a vote. */
  readonly short: ReadonlyMap<number, ShortProject>;
}

export interface ShortProject {
  /** What its supporters had left at the end, in the smallest unit. */
  readonly money: Fraction;
  readonly shortAfter: number;
}

/** Repeats a run, choice by choice, and notes what each cost whom and when each other project fell out of reach. */
export function traceRun(counting: Counting, run: Run): Trace {
  const { candidates, pricing } = counting;
  const { purses } = pricing;
  const chosen = new Set(run.steps.map((step) => step.project));
  const others = candidates.filter((project) => !chosen.has(project));
  const shortAfter = new Map<number, number>();
  fillPurses(purses, run.money);
  let spent = 0n;
  const steps = run.steps.map((step, index) => {
    noteShort(counting, others, shortAfter, index);
    const told = tellStep(counting, run, step, spent);
    spent += told.cost;
    payFromPurses(purses, step.project, step.price);
    return told;
  });
  noteShort(counting, others, shortAfter, run.steps.length);
  const atEnd = (project: number): ShortProject => ({
    money: inSmallestUnit(counting, moneyExactly(purses, project), purses.ledger.denominator),
    shortAfter: shortAfter.get(project) as number,
  });
  return { steps, short: new Map(others.map((project) => [project, atEnd(project)])) };
}

function noteShort({ pricing }: Counting, others: readonly number[], short: Map<number, number>, steps: number): void {
  for (const project of others) {
    if (!short.has(project) && !affords(pricing.purses, project)) short.set(project, steps);
  }
}

function tellStep(counting: Counting, run: Run, { project, price }: Step, spent: bigint): FundingStep {
  const { tally, utility, pricing } = counting;
  const cost = tally.costs[project] as bigint;
  const exact = inSmallestUnit(counting, price.money, pricing.purses.ledger.denominator * price.payers);
  return {
    id: tally.ids[project] as string,
    cost,
    rho: utility === 'cost' ? fraction(exact.numerator, exact.denominator * cost) : exact,
    price: exact,
    votes: tally.votes[project] as number,
    payers: countPayers(counting, project),
    payersInFull: Number(price.payers),
    moneyLeft: run.money - spent - cost,
    budgetLeft: tally.budget - spent - cost,
  };
}

/** A ledger amount over this denominator, in the smallest unit of money. */
function inSmallestUnit({ tally }: Counting, amount: bigint, denominator: bigint): Fraction {
  return fraction(amount, denominator * BigInt(tally.voters));
}

function countPayers({ tally, pricing }: Counting, project: number): number {
  const { starts, items } = tally.supporters;
  const groups = items.subarray(starts[project], starts[project + 1]);
  return groups.reduce((sum, group) => (pricing.purses.left[group] ? sum + (tally.weights[group] as number) : sum), 0);
}
