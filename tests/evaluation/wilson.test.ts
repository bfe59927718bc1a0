import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval, Z_95, type RoundDrawnByLot } from '#lib/evaluation/wilson.ts';

const drawn: RoundDrawnByLot = { selection: 'drawn-by-lot' };

test('gives the intervals of the literature', () => {
  // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
  const table = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [count, n, low, high] of table) {
    const interval = wilsonInterval(drawn, count, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
});

test('its bounds are the shares whose own test the observed share just passes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, pick) => {
      const count = pick % (n + 1);
      const { low, high } = wilsonInterval(drawn, count, n);
      expect(low).toBeLessThanOrEqual(count / n);
      expect(high).toBeGreaterThanOrEqual(count / n);
      for (const bound of [low, high].filter((one) => one > 0 && one < 1)) {
        const deviation = Math.abs(count / n - bound) / Math.sqrt((bound * (1 - bound)) / n);
        expect(deviation).toBeCloseTo(Z_95, 6);
      }
    }),
  );
});

test('is the same from the other side, and says nothing without answers', () => {
  const [one, other] = [wilsonInterval(drawn, 7, 40), wilsonInterval(drawn, 33, 40)];
  expect(one.low).toBeCloseTo(1 - other.high, 12);
  expect(one.high).toBeCloseTo(1 - other.low, 12);
  expect(wilsonInterval(drawn, 0, 0)).toEqual({ low: 0, high: 1 });
});

test('there is none for a round that anyone could answer, nor for counts that cannot be', () => {
  const open = { selection: 'open' } as unknown as RoundDrawnByLot;
  expect(() => wilsonInterval(open, 5, 10)).toThrow('drawn by lot');
  for (const [count, n] of [
    [11, 10],
    [-1, 10],
    [1.5, 10],
    [1, Infinity],
  ] as const) {
    expect(() => wilsonInterval(drawn, count, n)).toThrow(RangeError);
  }
  expect(() => wilsonInterval(drawn, 1, 10, 0)).toThrow(RangeError);
});
