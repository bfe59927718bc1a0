import { describe, expect, test } from 'vitest';
import { disclosureRules } from '#lib/evaluation/disclosure.ts';
import type { AnswerCell } from '#lib/evaluation/disclosure-block.ts';
import { distributionOf } from '#lib/evaluation/distribution.ts';
import { prepareRelease, type Release } from '#lib/evaluation/release.ts';

const dimensions = [{ code: 'group', groups: ['a', 'b', 'c'] }];
const rules = disclosureRules();

const forms = (group: string, release: number, levels: readonly number[], dontKnow = 0): AnswerCell => ({
  groups: { group },
  release,
  distribution: distributionOf(levels, dontKnow),
});

/** All releases up to the latest forms, one after the other. */
function releaseAll(cells: readonly AnswerCell[]): Release[] {
  const last = Math.max(...cells.map((cell) => cell.release));
  const releases: Release[] = [];
  for (let number = 0; number <= last; number += 1) {
    const inTime = cells.filter((cell) => cell.release <= number);
    const published = releases.at(-1)?.published ?? [];
    releases.push(prepareRelease({ dimensions, cells: inTime, published }, number, rules));
  }
  return releases;
}

const cellOf = (release: Release | undefined, group: string) =>
  release?.dimensions[0]?.groups.find((one) => one.group === group)?.cell;

const atClosing = ['a', 'b', 'c'].map((group) => forms(group, 0, [2, 2, 2, 2, 2]));

describe('late forms', () => {
  test('are added from k on, and stay unpublished while there is one less', () => {
    const [, five] = releaseAll([...atClosing, forms('a', 1, [1, 1, 1, 1, 1])]);
    expect(five?.everybody).toMatchObject({ n: 35, upTo: 1 });
    expect(cellOf(five, 'a')).toMatchObject({ n: 15, classes: [6, 3, 6], upTo: 1 });
    const [closing, four] = releaseAll([...atClosing, forms('a', 1, [1, 1, 1, 0, 1])]);
    expect(four?.everybody).toEqual(closing?.everybody);
    expect(cellOf(four, 'a')).toEqual(cellOf(closing, 'a'));
    expect(four?.published).toEqual(closing?.published);
  });

  test('wait for others when they are alike', () => {
    const [closing, alike] = releaseAll([...atClosing, forms('a', 1, [0, 0, 0, 3, 6])]);
    expect(alike).toEqual(closing);
  });

  test('are kept, and added with those of a later release', () => {
    const [, , third] = releaseAll([...atClosing, forms('a', 1, [1, 1, 0, 0, 0]), forms('a', 2, [0, 0, 1, 1, 1])]);
    expect(third?.everybody).toMatchObject({ n: 35, upTo: 2 });
    expect(cellOf(third, 'a')).toMatchObject({ n: 15, upTo: 2 });
  });

  test("of a group with fewer than k stay out of its numbers while everybody's are brought up to date", () => {
    const [, second] = releaseAll([
      ...atClosing,
      forms('a', 1, [1, 1, 1, 1, 1]),
      forms('b', 1, [1, 0, 1, 0, 1]),
      forms('c', 1, [1, 0, 1, 0, 1]),
    ]);
    expect(second?.everybody).toMatchObject({ n: 41, upTo: 1 });
    expect(cellOf(second, 'a')).toMatchObject({ n: 15, upTo: 1 });
    expect(cellOf(second, 'b')).toMatchObject({ n: 10, upTo: 0 });
    expect(cellOf(second, 'c')).toMatchObject({ n: 10, upTo: 0 });
  });

  test('of one person elsewhere keep a group from being brought up to date, or they would follow', () => {
    const [, second] = releaseAll([...atClosing, forms('a', 1, [1, 1, 1, 1, 1]), forms('b', 1, [1, 0, 0, 0, 0])]);
    expect(second?.everybody).toMatchObject({ n: 36 });
    expect(cellOf(second, 'a')).toMatchObject({ n: 10, upTo: 0 });
    expect(cellOf(second, 'b')).toMatchObject({ n: 10, upTo: 0 });
  });

  test('can bring a group to k that was hidden, if what was hidden with it stays so', () => {
    const few = [forms('a', 0, [1, 0, 1, 0, 1]), forms('b', 0, [3, 3, 3, 3, 3]), forms('c', 0, [4, 4, 4, 4, 4])];
    const [closing, second] = releaseAll([...few, forms('a', 1, [1, 1, 1, 1, 1])]);
    expect(cellOf(closing, 'a')).toEqual({ shown: 'no', reason: 'few' });
    expect(cellOf(closing, 'b')).toEqual({ shown: 'no', reason: 'protected' });
    // Now shown, a's three of closing would follow: eight less the five that everybody's numbers grew by.
    expect(cellOf(second, 'a')).toEqual({ shown: 'no', reason: 'protected' });
    expect(second?.everybody).toMatchObject({ n: 43, upTo: 1 });
  });

  test('fewer than 30 are added in three classes where there were five situations', () => {
    const large = ['a', 'b', 'c'].map((group) => forms(group, 0, [8, 8, 8, 8, 8]));
    const [closing, second] = releaseAll([...large, forms('a', 1, [5, 5, 9, 5, 5])]);
    expect(closing?.everybody.shown).toBe('levels');
    expect(second?.everybody).toMatchObject({ shown: 'classes', n: 149, classes: [58, 33, 58] });
    const [, thirty] = releaseAll([...large, forms('a', 1, [6, 6, 6, 6, 6])]);
    expect(thirty?.everybody).toMatchObject({ shown: 'levels', n: 150 });
    expect(cellOf(thirty, 'a')).toMatchObject({ shown: 'levels', n: 70 });
  });

  test('with nothing but "don\'t know" change nothing', () => {
    const [closing, second] = releaseAll([...atClosing, forms('a', 1, [0, 0, 0, 0, 0], 9)]);
    expect(second).toEqual(closing);
  });
});

describe('a release', () => {
  test('is the same in whatever order the answers are read', () => {
    const cells = [...atClosing, forms('a', 0, [1, 0, 0, 0, 2]), forms('b', 0, [0, 1, 0, 0, 0], 3)];
    const release = (some: readonly AnswerCell[]) =>
      prepareRelease({ dimensions, cells: some, published: [] }, 0, rules);
    expect(release(cells.toReversed())).toEqual(release(cells));
  });

  test('without late forms repeats what was published', () => {
    const first = prepareRelease({ dimensions, cells: atClosing, published: [] }, 0, rules);
    const again = prepareRelease({ dimensions, cells: atClosing, published: first.published }, 1, rules);
    expect(again).toEqual(first);
  });

  test('lists every group of a dimension, and nobody who is in none', () => {
    const release = prepareRelease({ dimensions, cells: atClosing.slice(0, 2), published: [] }, 0, rules);
    expect(release.dimensions[0]?.groups.map((one) => one.group)).toEqual(['a', 'b', 'c']);
    const unknown = { ...forms('d', 0, [1, 1, 1, 1, 1]) };
    expect(() => prepareRelease({ dimensions, cells: [unknown], published: [] }, 0, rules)).toThrow('no group d');
  });

  test('comes after all others, and holds no form that came later', () => {
    const first = prepareRelease({ dimensions, cells: atClosing, published: [] }, 0, rules);
    const answers = { dimensions, cells: atClosing, published: first.published };
    expect(() => prepareRelease(answers, 0, rules)).toThrow(RangeError);
    const early = { dimensions, cells: [forms('a', 1, [1, 1, 1, 1, 1])], published: [] };
    expect(() => prepareRelease(early, 0, rules)).toThrow(RangeError);
  });
});
