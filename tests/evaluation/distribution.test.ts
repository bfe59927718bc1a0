import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDistributions,
  answerRates,
  classesOf,
  countAnswers,
  countForms,
  distributionOf,
  distributionOfAnswers,
  lowerMedian,
  lowerMedianIndex,
  meanLevel,
  NO_ANSWERS,
  percentagesOf,
  shareOfIllBeing,
  shareOfWellBeing,
  subtractDistributions,
  sumDistributions,
  type Answer,
  type Level,
} from '#lib/evaluation/distribution.ts';

const anyLevel = fc.constantFrom<Level>(1, 2, 3, 4, 5);
const anyAnswer = fc.oneof(anyLevel, fc.constantFrom<Answer>('dont-know', 'not-concerned'));
const anyAnswers = fc.array(anyAnswer, { maxLength: 60 });

/** The situations alone, in order: what a person with a pencil would write down first. */
const inOrder = (answers: readonly Answer[]) =>
  answers.filter((answer) => typeof answer === 'number').toSorted((one, other) => one - other);

describe('a distribution', () => {
  test('counts each answer once, "don\'t know" and "not concerned" apart from n', () => {
    const distribution = distributionOfAnswers([1, 5, 5, 'dont-know', 3, 'not-concerned', 'not-concerned', 2]);
    expect(distribution).toEqual({ levels: [1, 1, 1, 0, 2], dontKnow: 1, notConcerned: 2 });
    expect(countAnswers(distribution)).toBe(5);
    expect(countForms(distribution)).toBe(8);
  });

  test('takes whole numbers from 0 only, and five of them', () => {
    expect(distributionOf([0, 0, 0, 0, 0])).toEqual(NO_ANSWERS);
    for (const levels of [
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, -1],
      [1, 2, 3, 4, 0.5],
      [1, 2, 3, 4, NaN],
    ]) {
      expect(() => distributionOf(levels)).toThrow(RangeError);
    }
    expect(() => distributionOf([1, 1, 1, 1, 1], -1)).toThrow(RangeError);
    expect(() => distributionOf([1, 1, 1, 1, 1], 0, 2 ** 53)).toThrow(RangeError);
  });

  test('can be added to and taken away from another, and never goes below nothing', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (some, others) => {
        const [one, other] = [distributionOfAnswers(some), distributionOfAnswers(others)];
        const both = distributionOfAnswers([...others, ...some]);
        expect(addDistributions(one, other)).toEqual(both);
        expect(subtractDistributions(both, other)).toEqual(one);
        expect(sumDistributions([one, other, NO_ANSWERS])).toEqual(both);
      }),
    );
    expect(() => subtractDistributions(distributionOf([1, 0, 0, 0, 0]), distributionOf([0, 1, 0, 0, 0]))).toThrow(
      RangeError,
    );
  });
});

describe('what is said of it', () => {
  test('the extreme situations come first: the share at 1–2, and that at 4–5', () => {
    const classes = classesOf([3, 4, 5, 6, 7]);
    expect(classes).toEqual([7, 5, 13]);
    expect(shareOfIllBeing(classes)).toBe(0.28);
    expect(shareOfWellBeing(classes)).toBe(0.52);
    expect(shareOfIllBeing([0, 0, 0])).toBeUndefined();
  });

  test('the lower median is the answer in the middle, and the lower of two', () => {
    expect(lowerMedian([1, 0, 0, 0, 1])).toBe(1);
    expect(lowerMedian([1, 0, 0, 0, 2])).toBe(5);
    expect(lowerMedian([2, 0, 1, 0, 1])).toBe(1);
    expect(lowerMedian([0, 0, 0, 0, 0])).toBeUndefined();
    expect(lowerMedianIndex([2, 1, 4])).toBe(2);
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ordered = inOrder(answers);
        const { levels } = distributionOfAnswers(answers);
        expect(lowerMedian(levels)).toBe(ordered[Math.ceil(ordered.length / 2) - 1]);
      }),
    );
  });

  test('the mean is that of the situations as numbers', () => {
    expect(meanLevel([1, 1, 1, 1, 1])).toBe(3);
    expect(meanLevel([0, 0, 0, 0, 0])).toBeUndefined();
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ordered = inOrder(answers);
        const mean = meanLevel(distributionOfAnswers(answers).levels);
        const sum = ordered.reduce<number>((all, level) => all + level, 0);
        if (ordered.length === 0) expect(mean).toBeUndefined();
        else expect(mean).toBeCloseTo(sum / ordered.length, 12);
      }),
    );
  });

  test('when somebody is better off, neither the median nor the mean goes down, nor the share at 1–2 up', () => {
    fc.assert(
      fc.property(fc.array(anyLevel, { minLength: 1, maxLength: 40 }), fc.nat(), (levels, pick) => {
        const at = pick % levels.length;
        const better = levels.with(at, Math.min(5, (levels[at] ?? 1) + 1) as Level);
        const [old, now] = [distributionOfAnswers(levels), distributionOfAnswers(better)];
        expect(lowerMedian(now.levels)).toBeGreaterThanOrEqual(lowerMedian(old.levels) ?? 6);
        expect(meanLevel(now.levels)).toBeGreaterThanOrEqual(meanLevel(old.levels) ?? 6);
        expect(shareOfIllBeing(classesOf(now.levels))).toBeLessThanOrEqual(
          shareOfIllBeing(classesOf(old.levels)) ?? -1,
        );
      }),
    );
  });

  test('rates are shares of all who were asked, and nobody can answer without being asked', () => {
    const counts = { n: 12, dontKnow: 5, notConcerned: 3 };
    expect(answerRates(counts, 25)).toEqual({ response: 0.48, dontKnow: 0.2, notConcerned: 0.12 });
    expect(answerRates(counts, 20)?.response).toBe(0.6);
    expect(() => answerRates(counts, 19)).toThrow(RangeError);
    expect(answerRates({ n: 0, dontKnow: 0, notConcerned: 0 }, 0)).toBeUndefined();
  });
});

describe('percentages in a bar', () => {
  test('add up to 100, each rounded down or up by less than one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 7 }), (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0);
        const percentages = percentagesOf(counts);
        expect(percentages.reduce((sum, one) => sum + one, 0)).toBe(n === 0 ? 0 : 100);
        for (const [index, percentage] of percentages.entries()) {
          expect(Math.abs(percentage - ((counts[index] ?? 0) * 100) / (n || 1))).toBeLessThan(1);
        }
      }),
    );
  });

  test('round up what lost most by rounding down; of equals the larger, then the first', () => {
    expect(percentagesOf([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percentagesOf([1, 2, 3, 0, 0])).toEqual([17, 33, 50, 0, 0]);
    // 12.5, 37.5 and 50: the same remainder twice, one point to give.
    expect(percentagesOf([1, 3, 4])).toEqual([12, 38, 50]);
    expect(percentagesOf([0, 0, 5])).toEqual([0, 0, 100]);
    expect(percentagesOf([0, 0, 0])).toEqual([0, 0, 0]);
  });
});
