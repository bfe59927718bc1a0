import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from '#lib/evaluation/change.ts';
import type { ReleaseCell } from '#lib/evaluation/disclosure.ts';
import type { ClassCounts, LevelCounts } from '#lib/evaluation/distribution.ts';

const rest = { dontKnow: 0, notConcerned: 0, upTo: 0 };
const levels = (counts: LevelCounts): ReleaseCell => ({ shown: 'levels', n: 0, levels: counts, ...rest });
const classes = (counts: ClassCounts): ReleaseCell => ({ shown: 'classes', n: 0, classes: counts, ...rest });

test('more people in situations 1–2 is harder, fewer is easier, in the points that are shown', () => {
  expect(changeBetween(levels([10, 10, 60, 10, 10]), levels([13, 13, 54, 10, 10]))).toEqual({
    illBeing: 6,
    wellBeing: 0,
    direction: 'harder',
  });
  expect(changeBetween(levels([13, 13, 54, 10, 10]), classes([20, 55, 25]))).toEqual({
    illBeing: -6,
    wellBeing: 5,
    direction: 'easier',
  });
});

test('what rounds to the same points is unchanged', () => {
  expect(changeBetween(classes([200, 400, 400]), classes([201, 399, 400]))?.direction).toBe('unchanged');
  expect(changeBetween(classes([200, 400, 400]), classes([206, 394, 400]))?.direction).toBe('harder');
});

test('below 30 answers in one of the rounds no direction is told', () => {
  const many = classes([100, 100, 100]);
  expect(changeBetween(many, classes([5, 0, 1]))).toMatchObject({ illBeing: 50, direction: 'untold' });
  expect(changeBetween(classes([9, 10, 10]), many)?.direction).toBe('untold');
  expect(changeBetween(many, classes([20, 5, 4]))?.direction).toBe('untold');
  expect(changeBetween(many, classes([20, 5, 5]))?.direction).toBe('harder');
  expect(changeBetween(levels([3, 3, 8, 8, 8]), many)?.direction).toBe('harder');
});

test('nothing follows of a cell that is not shown', () => {
  expect(changeBetween({ shown: 'no', reason: 'few' }, classes([1, 2, 3]))).toBeUndefined();
  expect(changeBetween(classes([1, 2, 3]), { shown: 'no', reason: 'protected' })).toBeUndefined();
});

test('the way back is the same change the other way round', () => {
  const some = fc.nat({ max: 40 });
  const any = fc
    .tuple(
      some,
      some,
      some.map((count) => count + 1),
    )
    .map(classes);
  const back = { harder: 'easier', easier: 'harder', unchanged: 'unchanged', untold: 'untold' } as const;
  fc.assert(
    fc.property(any, any, (one, other) => {
      const [there, again] = [changeBetween(one, other), changeBetween(other, one)];
      expect(again?.illBeing).toBeCloseTo(-(there?.illBeing ?? NaN), 12);
      expect(again?.wellBeing).toBeCloseTo(-(there?.wellBeing ?? NaN), 12);
      expect(again?.direction).toBe(back[there?.direction ?? 'unchanged']);
    }),
  );
});
