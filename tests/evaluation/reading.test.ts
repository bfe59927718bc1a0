import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReleaseCell } from '#lib/evaluation/disclosure.ts';
import type { ClassCounts } from '#lib/evaluation/distribution.ts';
import { changesOfRank, readTwice } from '#lib/evaluation/reading.ts';

const cell = (classes: ClassCounts): ReleaseCell => ({
  shown: 'classes',
  n: 0,
  classes,
  dontKnow: 0,
  notConcerned: 0,
  upTo: 0,
});
const hidden: ReleaseCell = { shown: 'no', reason: 'few' };

test('a large group outweighs a small one when each person counts, not when each group does', () => {
  const [care, bus] = readTwice([
    { versionId: 'care', everybody: cell([50, 0, 60]), groups: [cell([10, 0, 0]), cell([40, 0, 60])] },
    { versionId: 'bus', everybody: cell([60, 0, 50]), groups: [cell([1, 0, 9]), cell([59, 0, 41])] },
  ]);
  expect(care?.eachPerson.rank).toBe(2);
  expect(care?.eachGroup).toEqual({ share: 0.7, rank: 1, groups: 2 });
  expect(bus?.eachPerson.rank).toBe(1);
  expect(bus?.eachGroup.share).toBeCloseTo(0.345);
  expect(changesOfRank([care, bus].filter((one) => one !== undefined))).toHaveLength(2);
});

test('groups that are not shown do not count, and indicators without any are left out of both readings', () => {
  const readings = readTwice([
    { versionId: 'a', everybody: cell([5, 5, 0]), groups: [hidden, cell([5, 5, 0])] },
    { versionId: 'b', everybody: cell([9, 1, 0]), groups: [hidden] },
    { versionId: 'c', everybody: hidden, groups: [cell([1, 1, 8])] },
  ]);
  expect(readings.map(({ versionId, eachGroup }) => [versionId, eachGroup.groups])).toEqual([['a', 1]]);
});

test('equal shares have the same rank', () => {
  const same = { everybody: cell([3, 3, 4]), groups: [cell([3, 3, 4])] };
  const ranks = readTwice([
    { versionId: 'a', ...same },
    { versionId: 'b', ...same },
    { versionId: 'c', everybody: cell([1, 3, 6]), groups: [cell([1, 3, 6])] },
  ]).map((one) => one.eachPerson.rank);
  expect(ranks).toEqual([1, 1, 3]);
});

test('where all groups are shown and equally large, the two readings agree', () => {
  const ofTwelve = fc.integer({ min: 0, max: 12 }).map((low): ClassCounts => [low, 0, 12 - low]);
  const indicator = fc.array(ofTwelve, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(indicator, { minLength: 1, maxLength: 8 }), (indicators) => {
      const readings = readTwice(
        indicators.map((groups, index) => ({
          versionId: `${index}`,
          everybody: cell([
            groups.reduce((sum, [low]) => sum + low, 0),
            0,
            groups.reduce((sum, one) => sum + one[2], 0),
          ]),
          groups: groups.map(cell),
        })),
      );
      expect(readings.map((one) => one.eachGroup.rank)).toEqual(readings.map((one) => one.eachPerson.rank));
      expect(changesOfRank(readings)).toEqual([]);
    }),
  );
});
