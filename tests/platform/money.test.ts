import { describe, expect, test } from 'vitest';
import { readAmount, showAmount } from '#lib/platform/money.ts';

describe('an amount as people type it', () => {
  test.each([
    ['12 000', 1_200_000],
    ['12\u202f000,50 €', 1_200_050],
    ['12.000,5', 1_200_050],
    ['12,000.50', 1_200_050],
    ['12,345.67', 1_234_567],
    ['1 000 €', 100_000],
    ['0', 0],
    ['99,99', 9999],
    ["1'234", 123_400],
    ['100000000000', 10_000_000_000_000],
  ])('%s', (typed, cents) => {
    expect(readAmount(typed)).toBe(cents);
  });

  test.each(['', '-5', '12,345,6789', '1e3', '1e9', '-1', 'douze', '0x10', '100000000000,01', '1,234,5'])(
    'not %s',
    (typed) => {
      expect(readAmount(typed)).toBeUndefined();
    },
  );

  test('is shown without cents when there are none', () => {
    expect(showAmount(1_200_000, 'EUR', 'fr')).toBe('12\u202f000\u00a0€');
    expect(showAmount(1_200_050, 'EUR', 'fr')).toBe('12\u202f000,50\u00a0€');
  });
});
