import { expect, test } from 'vitest';
import { levelOfMeasure, readThresholds, type MeasureDirection } from '#lib/evaluation/measure.ts';

function thresholds(direction: MeasureDirection, values: readonly number[]) {
  const read = readThresholds(direction, values);
  if (!read.ok) throw new Error(read.fault);
  return read.thresholds;
}

test('where more is better, each threshold that is reached is a situation more, and reaching it is enough', () => {
  const doctors = thresholds('up', [0.5, 0.8, 1, 1.5]);
  expect([0, 0.4999, 0.5, 0.79, 0.8, 0.99, 1, 1.49, 1.5, 99].map((value) => levelOfMeasure(doctors, value))).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
});

test('where less is better too, a value at a threshold has the better situation', () => {
  const noise = thresholds('down', [70, 60, 55, -5]);
  expect([71, 70, 60.01, 60, 55, 0, -4.99, -5, -6].map((value) => levelOfMeasure(noise, value))).toEqual([
    1, 2, 2, 3, 4, 4, 4, 5, 5,
  ]);
});

test('what was not measured has no situation', () => {
  const any = thresholds('up', [1, 2, 3, 4]);
  expect(levelOfMeasure(any, NaN)).toBeUndefined();
  expect(levelOfMeasure(any, Infinity)).toBeUndefined();
});

test('thresholds that cannot be are told by what is wrong and where', () => {
  expect(readThresholds('up', [1, 2, 3])).toEqual({ ok: false, fault: 'not-four', at: 3 });
  expect(readThresholds('up', [1, 2, 3, 4, 5])).toMatchObject({ ok: false, fault: 'not-four' });
  expect(readThresholds('up', [1, NaN, 3, 4])).toEqual({ ok: false, fault: 'not-a-number', at: 1 });
  expect(readThresholds('up', [1, 2, 2, 4])).toEqual({ ok: false, fault: 'not-in-order', at: 2 });
  expect(readThresholds('down', [1, 2, 3, 4])).toEqual({ ok: false, fault: 'not-in-order', at: 1 });
  expect(readThresholds('down', [4, 3, 2, 1]).ok).toBe(true);
});
