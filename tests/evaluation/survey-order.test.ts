import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_BLOCK, orderSurvey } from '#lib/evaluation/survey-order.ts';

const indicators = (number: number) => Array.from({ length: number }, (_, index) => `indicator ${index}`);

test('asks every indicator once, in even blocks of at most seven', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.oneof(fc.nat(), fc.string()), (number, respondent) => {
      const blocks = orderSurvey(indicators(number), respondent);
      expect(blocks.flat().toSorted()).toEqual(indicators(number).toSorted());
      const lengths = blocks.map((block) => block.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_BLOCK);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      expect(blocks).toHaveLength(Math.ceil(number / LONGEST_BLOCK));
    }),
  );
  expect(orderSurvey([], 3)).toEqual([]);
});

test('seven are one block, eight are two', () => {
  expect(orderSurvey(indicators(7), 0).map((block) => block.length)).toEqual([7]);
  expect(orderSurvey(indicators(8), 0).map((block) => block.length)).toEqual([4, 4]);
});

test('gives the same respondent the same order, and keeps neighbours of the grid in one block', () => {
  const list = indicators(20);
  expect(orderSurvey(list, 'a person')).toEqual(orderSurvey(list, 'a person'));
  const sets = (respondent: number) => orderSurvey(list, respondent).map((block) => block.toSorted().join());
  expect(sets(13).toSorted()).toEqual(sets(0).toSorted());
});

test('among numbered respondents each indicator comes first equally often', () => {
  const list = indicators(20);
  const first = new Map<string | undefined, number>();
  for (let respondent = 0; respondent < 200; respondent += 1) {
    const [indicator] = orderSurvey(list, respondent).flat();
    first.set(indicator, (first.get(indicator) ?? 0) + 1);
  }
  expect([...first.values()]).toEqual(list.map(() => 10));
});

test('among respondents with a seed each indicator comes first about equally often, and as late as the others', () => {
  const list = indicators(20);
  const [first, places] = [list.map(() => 0), list.map(() => 0)];
  const respondents = 20_000;
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    for (const [place, indicator] of orderSurvey(list, `sender ${respondent}`).flat().entries()) {
      const index = list.indexOf(indicator);
      places[index] = (places[index] ?? 0) + place;
      if (place === 0) first[index] = (first[index] ?? 0) + 1;
    }
  }
  const expected = respondents / list.length;
  // Chi-squared with 19 degrees of freedom: 43.8 is passed once in a thousand by fair draws.
  expect(first.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(43.8);
  // 9.5 would be perfect; blocks of seven, seven and six can't be.
  for (const sum of places) expect(Math.abs(sum / respondents - 9.5)).toBeLessThan(0.5);
});

test('numbers respondents from 0', () => {
  expect(() => orderSurvey(indicators(3), -1)).toThrow(RangeError);
  expect(() => orderSurvey(indicators(3), 1.5)).toThrow(RangeError);
});
