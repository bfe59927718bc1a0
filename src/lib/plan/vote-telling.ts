/**
 * How much of a counted vote is told: only what won and what didn't; also how many votes each proposal has; or all of
 * it: ballots, reasons, the count step by step, and the count by number of votes beside it.
 */
export type Told = 'outcome' | 'totals' | 'everything';

/**
 * What may be told so that nobody learns with certainty whether another person chose a proposal, even who knows their
 * own ballot and everyone who voted.
 *
 * - From 2k ballots on: everything. The ballots are published shuffled; the rules say so before the first is cast.
 * - From k to 2k: totals, but only where each proposal has at least two votes and isn't chosen by all but one, or all.
 *   Totals say nothing of who is who, so that they give a person away exactly where all the others made the same
 *   choice: with 0 or all of n votes to everyone, with 1 or n − 1 to the one who chose otherwise. One total that is
 *   left out would often follow from the others and the number of choices, so it is all of them or none.
 * - Otherwise: what won and what didn't, in an order that tells nothing, and how many ballots there were. This much the
 *   outcome of any vote tells: what won has a vote, and where all that has votes fits the budget, what lost has none.
 *
 * @param votes how many ballots chose each proposal
 * @param k how few answers are never shown: the territory's setting
 */
export function toldOf(votes: readonly number[], ballots: number, k: number): Told {
  if (ballots >= 2 * k) return 'everything';
  const nobodyStandsOut = votes.every((number) => number >= 2 && number <= ballots - 2);
  return ballots >= k && nobodyStandsOut ? 'totals' : 'outcome';
}

/** What will be told at most with so many ballots: before closing, nobody knows how they are cast. */
export function mostTold(ballots: number, k: number): Told {
  if (ballots >= 2 * k) return 'everything';
  return ballots >= k ? 'totals' : 'outcome';
}

/** A batch as everybody is told of it: whoever may vote by code follows from how many codes there are. */
export interface ToldBatch {
  readonly number: number;
  readonly replaced: number;
  /** `YYYY-MM-DD` in the territory; undefined where nobody knows. */
  readonly day: string | undefined;
  readonly by: string | undefined;
  /** Made after the vote opened. */
  readonly late: boolean;
}
