import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeByMajority, rankTallies } from '#lib/plan/count/majority-judgment.ts';

/** The rule as it is told: sort the judgments, take the lower median away, one by one, and note the grades. */
function mediansNaively(tally: readonly number[]): number[] {
  const judgments = tally.flatMap((count, grade) => new Array<number>(count).fill(grade));
  const medians: number[] = [];
  while (judgments.length > 0) medians.push(...judgments.splice(Math.ceil(judgments.length / 2) - 1, 1));
  return medians;
}

function compareNaively(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((grade, index) => grade !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Each tally brought to the product of all totals, so that all have as many judgments. */
function ranksNaively(tallies: readonly (readonly number[])[]): number[] {
  const totals = tallies.map((tally) => tally.reduce((sum, count) => sum + count, 0));
  const all = [...new Set(totals)].reduce((product, total) => product * Math.max(total, 1), 1);
  const medians = tallies.map((tally, index) =>
    mediansNaively(tally.map((count) => (count * all) / Math.max(totals[index] ?? 1, 1))),
  );
  return medians.map((own) => {
    const better = medians.filter((other) =>
      own.length === 0 || other.length === 0 ? other.length > own.length : compareNaively(other, own) > 0,
    );
    return 1 + better.length;
  });
}

describe('majority judgment', () => {
  test('the better lower median comes first', () => {
    // Sorted: 0 0 1 1 has the lower median 0; 0 1 1 1 has 1.
    expect(
      rankTallies([
        [2, 2],
        [1, 3],
      ]),
    ).toEqual([2, 1]);
  });

  test('equal medians are taken away until they differ', () => {
    // 0 1 1 2: lower median 1, then of 0 1 2 again 1, then of 0 2 it is 0. 1 1 1 1 stays at 1.
    expect(
      rankTallies([
        [1, 2, 1],
        [0, 4, 0],
      ]),
    ).toEqual([2, 1]);
    // 0 1 2: median 1, then 0. 1 1 0 sorted 0 1 1: median 1, then 0, then 1 against 2.
    expect(
      rankTallies([
        [1, 1, 1],
        [1, 2, 0],
      ]),
    ).toEqual([1, 2]);
  });

  test('real ties stay ties, and the next rank is left out', () => {
    expect(
      rankTallies([
        [0, 1, 2],
        [3, 0, 0],
        [0, 1, 2],
        [0, 2, 1],
      ]),
    ).toEqual([1, 4, 1, 3]);
  });

  test('who was judged less often is compared in proportion', () => {
    expect(
      rankTallies([
        [2, 4, 2],
        [1, 2, 1],
      ]),
    ).toEqual([1, 1]);
    expect(
      rankTallies([
        [2, 4, 2],
        [1, 1, 2],
      ]),
    ).toEqual([2, 1]);
  });

  test('who was not judged at all comes last, after the worst, and equal to others of the kind', () => {
    expect(
      rankTallies([
        [0, 0],
        [9, 0],
        [0, 0],
        [1, 0],
      ]),
    ).toEqual([3, 1, 3, 1]);
  });

  test('works with one grade, with two, with twenty, and with nobody to judge', () => {
    expect(rankTallies([])).toEqual([]);
    expect(rankTallies([[5], [2]])).toEqual([1, 1]);
    const twenty = (grade: number) => Array.from({ length: 20 }, (_, index) => (index === grade ? 3 : 1));
    expect(rankTallies([twenty(3), twenty(19), twenty(10)])).toEqual([3, 1, 2]);
  });

  test('counts beyond 2^53 are told apart by one judgment', () => {
    const half = 10n ** 30n;
    // With one more of the better grade than of the worse, the lower median is the better.
    expect(
      rankTallies([
        [half, half],
        [half, half + 1n],
      ]),
    ).toEqual([2, 1]);
  });

  test('ranks as by taking medians away one at a time', () => {
    const tally = (grades: number) => fc.array(fc.nat(4), { minLength: grades, maxLength: grades });
    const tallies = fc.integer({ min: 1, max: 5 }).chain((grades) => fc.array(tally(grades), { maxLength: 4 }));
    const check = (each: number[][]) => {
      expect(rankTallies(each)).toEqual(ranksNaively(each));
    };
    fc.assert(fc.property(tallies, check), { numRuns: 2000 });
  });

  test('tells median, judgments above and below, and response beside the rank', () => {
    const judged = judgeByMajority([
      { id: 'park', grades: [1, 2, 4, 3], noOpinion: 10 },
      { id: 'school', grades: [0, 0, 0, 0], noOpinion: 20 },
      { id: 'nobody', grades: [0, 0, 0, 0], noOpinion: 0 },
    ]);
    expect(judged).toEqual([
      { id: 'park', rank: 1, median: 2, graded: 10n, above: 3n, below: 3n, response: 0.5 },
      { id: 'school', rank: 2, median: undefined, graded: 0n, above: 0n, below: 0n, response: 0 },
      { id: 'nobody', rank: 2, median: undefined, graded: 0n, above: 0n, below: 0n, response: 0 },
    ]);
  });

  test('no opinion changes no rank', () => {
    const grades = [
      [1, 2, 4],
      [2, 2, 3],
      [0, 5, 2],
    ];
    const ranksWith = (noOpinion: number) =>
      judgeByMajority(grades.map((each, index) => ({ id: String(index), grades: each, noOpinion: noOpinion * index })));
    expect(ranksWith(0).map(({ rank }) => rank)).toEqual(ranksWith(7).map(({ rank }) => rank));
  });

  test('refuses counts that are negative, broken or not the same for all', () => {
    expect(() => rankTallies([[1, -1]])).toThrow('whole number');
    expect(() => rankTallies([[1, 0.5]])).toThrow('whole number');
    expect(() => rankTallies([[2 ** 53, 1]])).toThrow('whole number');
    expect(rankTallies([[2 ** 53 - 1, 1]])).toEqual([1]);
    expect(() => rankTallies([[1, 2], [1]])).toThrow('each grade');
    expect(() => judgeByMajority([{ id: 'a', grades: [1], noOpinion: -1 }])).toThrow('whole number');
  });
});
