/** One of the five situations of an indicator: 1 very unsatisfactory … 5 ideal. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Answers by situation: index 0 is situation 1, index 4 is situation 5. */
export type LevelCounts = readonly [number, number, number, number, number];

/** Answers by class: situations 1–2, situation 3, situations 4–5. */
export type ClassCounts = readonly [illBeing: number, medium: number, wellBeing: number];

/**
 * Everything that was answered to one indicator by one set of people. Counts are whole numbers from 0; `n`, wherever
 * it is used, is the number of answers on the five situations alone.
 */
export interface Distribution {
  readonly levels: LevelCounts;
  readonly dontKnow: number;
  readonly notConcerned: number;
}

/** What a person can answer: a situation, or that they don't know, or that it doesn't concern them. */
export type Answer = Level | 'dont-know' | 'not-concerned';

/** Shares of all who were asked, each from 0 to 1; they and the share of those who left it out add up to 1. */
export interface AnswerRates {
  readonly response: number;
  readonly dontKnow: number;
  readonly notConcerned: number;
}

export const NO_ANSWERS: Distribution = { levels: [0, 0, 0, 0, 0], dontKnow: 0, notConcerned: 0 };

/**
 * @throws RangeError when a count isn't a whole number from 0 to 2⁵³ − 1, or there aren't five levels
 */
export function distributionOf(levels: readonly number[], dontKnow = 0, notConcerned = 0): Distribution {
  const [one, two, three, four, five] = levels;
  const counts = [one, two, three, four, five, dontKnow, notConcerned];
  if (levels.length !== 5 || !counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0)) {
    throw new RangeError('A distribution is five levels and two further counts, all whole numbers from 0');
  }
  return { levels: [one ?? 0, two ?? 0, three ?? 0, four ?? 0, five ?? 0], dontKnow, notConcerned };
}

export function distributionOfAnswers(answers: Iterable<Answer>): Distribution {
  const levels = [0, 0, 0, 0, 0];
  let dontKnow = 0;
  let notConcerned = 0;
  for (const answer of answers) {
    if (answer === 'dont-know') dontKnow += 1;
    else if (answer === 'not-concerned') notConcerned += 1;
    else levels[answer - 1] = (levels[answer - 1] ?? 0) + 1;
  }
  return distributionOf(levels, dontKnow, notConcerned);
}

export function addDistributions(one: Distribution, other: Distribution): Distribution {
  return combine(one, other, 1);
}

/** @throws RangeError when `other` isn't contained in `one` */
export function subtractDistributions(one: Distribution, other: Distribution): Distribution {
  return combine(one, other, -1);
}

export function sumDistributions(distributions: Iterable<Distribution>): Distribution {
  let sum = NO_ANSWERS;
  for (const distribution of distributions) sum = addDistributions(sum, distribution);
  return sum;
}

function combine(one: Distribution, other: Distribution, sign: 1 | -1): Distribution {
  return distributionOf(
    one.levels.map((count, index) => count + sign * (other.levels[index] ?? 0)),
    one.dontKnow + sign * other.dontKnow,
    one.notConcerned + sign * other.notConcerned,
  );
}

/** n: how many placed themselves on one of the five situations. */
export function countAnswers(distribution: Distribution): number {
  return total(distribution.levels);
}

/** How many gave any answer at all, "don't know" and "not concerned" included. */
export function countForms(distribution: Distribution): number {
  return countAnswers(distribution) + distribution.dontKnow + distribution.notConcerned;
}

export function classesOf(levels: LevelCounts): ClassCounts {
  return [levels[0] + levels[1], levels[2], levels[3] + levels[4]];
}

/** Share of the answers at situations 1–2, the extreme situations, which come first: 0 to 1; undefined without answers. */
export function shareOfIllBeing(classes: ClassCounts): number | undefined {
  return shareOf(classes[0], total(classes));
}

/** Share of the answers at situations 4–5: 0 to 1; undefined without answers. */
export function shareOfWellBeing(classes: ClassCounts): number | undefined {
  return shareOf(classes[2], total(classes));
}

/**
 * Index of the part that holds the lower median: of n answers in order, the ⌈n/2⌉-th. With five counts, index + 1 is
 * the median situation; with three, the index is that of the class that holds it. Undefined without answers.
 */
export function lowerMedianIndex(counts: readonly number[]): number | undefined {
  const n = total(counts);
  if (n === 0) return undefined;
  let reached = 0;
  return counts.findIndex((count) => (reached += count) * 2 >= n);
}

/** The lower median situation; undefined without answers. */
export function lowerMedian(levels: LevelCounts): Level | undefined {
  const index = lowerMedianIndex(levels);
  return index === undefined ? undefined : ((index + 1) as Level);
}

/** Arithmetic mean of the situations taken as numbers, 1 to 5; second to the median. Undefined without answers. */
export function meanLevel(levels: LevelCounts): number | undefined {
  const weighted = levels.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return shareOf(weighted, total(levels));
}

/**
 * @param asked how many were asked this indicator: whole number, at least the number of forms
 * @returns undefined when nobody was asked
 * @throws RangeError when fewer were asked than answered
 */
export function answerRates(
  counts: { readonly n: number; readonly dontKnow: number; readonly notConcerned: number },
  asked: number,
): AnswerRates | undefined {
  if (!Number.isSafeInteger(asked) || asked < counts.n + counts.dontKnow + counts.notConcerned) {
    throw new RangeError('Fewer people were asked than answered');
  }
  if (asked === 0) return undefined;
  return {
    response: counts.n / asked,
    dontKnow: counts.dontKnow / asked,
    notConcerned: counts.notConcerned / asked,
  };
}

/**
 * Whole percentages that add up to exactly 100, for a stacked bar: largest remainder (Hamilton's method). Each is its
 * exact percentage rounded down or up; among equal remainders the larger count, then the earlier part, is rounded up.
 * All 0 when there is nothing to share. Exact for sums up to 9 × 10¹³.
 */
export function percentagesOf(counts: readonly number[]): number[] {
  const n = total(counts);
  if (n === 0) return counts.map(() => 0);
  const parts = counts.map((count, index) => ({
    index,
    count,
    floor: Math.floor((count * 100) / n),
    remainder: (count * 100) % n,
  }));
  const missing = 100 - total(parts.map((part) => part.floor));
  const first = parts.toSorted((a, b) => b.remainder - a.remainder || b.count - a.count || a.index - b.index);
  const raised = new Set(first.slice(0, missing).map((part) => part.index));
  return parts.map((part) => part.floor + (raised.has(part.index) ? 1 : 0));
}

function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
