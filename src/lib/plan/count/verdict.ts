import type { Filled } from './fill.ts';
import { ceilingOf, floorOf, fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Lost, Shortage, Verdict, Won } from './outcome.ts';
import type { Tally } from './tally.ts';
import type { ShortProject, Trace } from './trace.ts';

/** Why each project won or lost, in the order of the election; `reasonOf` is asked for those that have a vote. */
export function judgeEach(tally: Tally, reasonOf: (project: number) => Won | Lost): Verdict[] {
  return tally.ids.map((id, project) => {
    const votes = tally.votes[project] as number;
    const reason: Won | Lost = votes > 0 ? reasonOf(project) : { funded: false, because: 'no-votes' };
    return { id, cost: tally.costs[project] as bigint, votes, ...reason };
  });
}

/** What a count by equal shares knows about each project. */
export interface Findings {
  readonly trace: Trace;
  readonly filled: readonly Filled[];
  readonly share: Fraction;
}

/** Why a project that has a vote won or lost by equal shares. */
export function reasonIn(tally: Tally, { trace, filled, share }: Findings): (project: number) => Won | Lost {
  const steps = new Map(trace.steps.map((step, index) => [step.id, index]));
  const fills = new Map(filled.map((fill) => [fill.project, fill]));
  return (project) => {
    const cost = tally.costs[project] as bigint;
    const step = steps.get(tally.ids[project] as string);
    const fill = fills.get(project);
    if (cost === 0n) return { funded: true, because: 'free' };
    if (step !== undefined) return { funded: true, because: 'supporters-paid', step };
    if (fill?.funded) return { funded: true, because: 'filled-in', budgetLeft: fill.left };
    if (cost > tally.budget) return { funded: false, because: 'over-budget', excess: cost - tally.budget };
    const short = trace.short.get(project) as ShortProject;
    return { funded: false, because: 'supporters-short', ...tellShortage(cost, short, share) };
  };
}

function tellShortage(cost: bigint, { money, shortAfter }: ShortProject, share: Fraction): Shortage {
  const missing = fraction(cost * money.denominator - money.numerator, money.denominator);
  return {
    money: floorOf(money),
    missing: ceilingOf(missing),
    shortAfter,
    votesNeeded: share.numerator === 0n ? undefined : ceilingOf(divide(missing, share)),
  };
}

function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}
