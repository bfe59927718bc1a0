import type { Ballot } from './election.ts';
import { compareFractions, fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { EqualSharesOutcome } from './outcome.ts';

/**
 * What one voter with this ballot paid at each step of a count by equal shares, exactly, in the smallest unit: nothing
 * for what the ballot doesn't approve, otherwise the price of the step or all that was left of the share. Anyone can
 * check a published count with it: over all ballots, the payments of a step make up the project's cost.
 */
export function paymentsOf(ballot: Pick<Ballot, 'approves'>, { steps, share }: EqualSharesOutcome): Fraction[] {
  const approves = new Set(ballot.approves);
  let left = share;
  return steps.map(({ id, price }) => {
    if (!approves.has(id)) return fraction(0n);
    const paid = compareFractions(left, price) < 0 ? left : price;
    left = subtract(left, paid);
    return paid;
  });
}

function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}
