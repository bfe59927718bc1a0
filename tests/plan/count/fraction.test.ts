import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceilingOf, compareFractions, floorOf, fraction, roughly } from '#lib/plan/count/fraction.ts';

test('fractions are kept in lowest terms with a positive denominator', () => {
  expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
  expect(fraction(5n)).toEqual({ numerator: 5n, denominator: 1n });
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
});

test('they are compared exactly, where doubles would be equal', () => {
  const big = 10n ** 40n;
  expect(compareFractions(fraction(big + 1n, big), fraction(big + 2n, big + 1n))).toBeGreaterThan(0);
  expect(compareFractions(fraction(1n, 3n), fraction(2n, 6n))).toBe(0);
  expect(compareFractions(fraction(-1n, 2n), fraction(-1n, 3n))).toBeLessThan(0);
});

test('floor and ceiling go the right way on both sides of 0', () => {
  expect([7n, -7n, 6n, -6n].map((n) => floorOf(fraction(n, 2n)))).toEqual([3n, -4n, 3n, -3n]);
  expect([7n, -7n, 6n, -6n].map((n) => ceilingOf(fraction(n, 2n)))).toEqual([4n, -3n, 3n, -3n]);
});

test('roughly is right to 15 digits, however large the terms', () => {
  const near = (a: number, b: number) => {
    expect(Math.abs(a - b)).toBeLessThanOrEqual(Math.abs(b) * 1e-15);
  };
  const terms = fc.tuple(fc.bigInt(-(2n ** 52n), 2n ** 52n), fc.bigInt(1n, 2n ** 52n), fc.bigInt(1n, 10n ** 300n));
  const check = ([a, b, by]: [bigint, bigint, bigint]) =>
    near(roughly({ numerator: a * by, denominator: b * by }), Number(a) / Number(b));
  fc.assert(fc.property(terms, check));
});
