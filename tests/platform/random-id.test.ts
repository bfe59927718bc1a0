import { expect, test } from 'vitest';
import { randomId } from '#lib/platform/random-id.ts';

const IDS = Array.from({ length: 20_000 }, randomId);

test('an id is 22 letters, digits, dashes and underscores, and begins with a letter: no spreadsheet reads a formula', () => {
  expect(IDS.filter((id) => !/^[A-Za-z][\w-]{21}$/.test(id))).toEqual([]);
});

test('an id holds 128 random bits: four first characters, and 64 at each of the others', () => {
  const kinds = Array.from({ length: 22 }, (_, place) => new Set(IDS.map((id) => id[place])).size);
  expect(kinds).toEqual([4, ...Array<number>(21).fill(64)]);
});
