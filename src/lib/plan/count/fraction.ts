/** An exact number: numerator over a positive denominator, in lowest terms when made by `fraction`. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction in lowest terms. The denominator must not be 0 (RangeError). */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('A fraction needs a denominator other than 0.');
  const sign = denominator < 0n ? -1n : 1n;
  const common = commonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (numerator * sign) / common, denominator: (denominator * sign) / common };
}

/** Negative when a is smaller than b, 0 when equal, positive when larger. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest whole number that is not above the fraction. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The smallest whole number that is not below the fraction. */
export function ceilingOf({ numerator, denominator }: Fraction): bigint {
  return -floorOf({ numerator: -numerator, denominator });
}

/** The nearest floating-point number, for showing only: no decision may rest on it. */
export function roughly({ numerator, denominator }: Fraction): number {
  const bits = numerator.toString(16).length * 4 - denominator.toString(16).length * 4;
  const shift = BigInt(Math.max(0, 64 - bits));
  return Number((numerator << shift) / denominator) / 2 ** Number(shift);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
