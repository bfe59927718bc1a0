/** A round whose participants were drawn by lot from a known population: the only kind that is a sample. */
export interface RoundDrawnByLot {
  readonly selection: 'drawn-by-lot';
}

/** Both bounds are shares from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution: for an interval that covers 95 % of the time. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval for a share (E. B. Wilson, Probable Inference, the Law of Succession, and Statistical
 * Inference, Journal of the American Statistical Association 22, 1927, p. 209–212), without continuity correction:
 *
 *     (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It says how far the share in the population may lie from the one in the sample, and so has a meaning only for a
 * sample. Whoever answers an open invitation isn't one: the type of `round` lets no other round in.
 *
 * @param count answers that count, 0 to n
 * @param n answers in all; with none nothing is known: 0 to 1
 * @param z quantile of the standard normal distribution, positive
 * @throws RangeError outside these ranges
 */
export function wilsonInterval(round: RoundDrawnByLot, count: number, n: number, z: number = Z_95): Interval {
  // Types are gone at run time, and an interval around a non-sample would be believed.
  if (round.selection !== 'drawn-by-lot') throw new RangeError('Only a round drawn by lot has an interval');
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(n) || count < 0 || count > n || !(z > 0)) {
    throw new RangeError('An interval needs 0 ≤ count ≤ n, whole numbers, and a positive z');
  }
  if (n === 0) return { low: 0, high: 1 };
  const share = count / n;
  const centre = share + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return {
    low: count === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: count === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
