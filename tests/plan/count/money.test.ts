import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalsOf, readAmount, writeAmount } from '#lib/plan/count/money.ts';

test.each([
  ['1250', 2, 125000n],
  ['1250.5', 2, 125050n],
  [' 0.05 ', 2, 5n],
  ['7.', 2, 700n],
  ['1.000', 0, 1n],
  ['90071992547409930.01', 2, 9007199254740993001n],
])('%s with %i decimals', (text, decimals, amount) => {
  expect(readAmount(text, decimals)).toBe(amount);
});

test.each(['', '-1', '1,5', '1e3', '1.005', '.5', '1 000', 'NaN', '1.2.3'])('%s is no amount in cents', (text) => {
  expect(readAmount(text, 2)).toBeUndefined();
});

test('decimals are counted without needless zeros', () => {
  expect(['5', '5.', '5.00', '5.10', '5.001'].map(decimalsOf)).toEqual([0, 0, 0, 1, 3]);
});

test('what is written is read back', () => {
  const check = (amount: bigint, decimals: number) => {
    expect(readAmount(writeAmount(amount, decimals), decimals)).toBe(amount);
  };
  fc.assert(fc.property(fc.bigInt(0n, 10n ** 40n), fc.nat(6), check));
  expect([0n, 5n, 50n, 500n, 12345n].map((amount) => writeAmount(amount, 2))).toEqual([
    '0',
    '0.05',
    '0.5',
    '5',
    '123.45',
  ]);
});
