import { describe, expect, test } from 'vitest';
import { disclosureRules, isWithheld, mayStandAlone, shownClasses, WITHHELD } from '#lib/evaluation/disclosure.ts';
import { NOT_STATED, type AnswerCell } from '#lib/evaluation/disclosure-block.ts';
import { distributionOf } from '#lib/evaluation/distribution.ts';
import { prepareRelease, type Release } from '#lib/evaluation/release.ts';

const rules = disclosureRules();

/** A group's answers in one dimension, with "don't know" and "not concerned" where there are any. */
const group = (name: string, levels: readonly number[], dontKnow = 0, notConcerned = 0): AnswerCell => ({
  groups: name === NOT_STATED ? {} : { group: name },
  release: 0,
  distribution: distributionOf(levels, dontKnow, notConcerned),
});

/** What is shown of these groups at closing. */
function close(cells: readonly AnswerCell[], k?: number): Release {
  const groups = [...new Set(cells.map((cell) => cell.groups['group'] ?? NOT_STATED))];
  const dimensions = [{ code: 'group', groups: groups.filter((one) => one !== NOT_STATED) }];
  return prepareRelease({ dimensions, cells, published: [] }, 0, disclosureRules(k));
}

const cellIn = (release: Release, name: string, dimension = 'group') =>
  release.dimensions.find((one) => one.code === dimension)?.groups.find((one) => one.group === name)?.cell;

/** The groups that are shown. */
const shownIn = (release: Release) =>
  release.dimensions.flatMap(({ groups }) => groups.filter(({ cell }) => cell.shown !== 'no').map((one) => one.group));

/** A large, mixed group, so that everybody's answers are shown whatever the others say. */
const others = group('others', [20, 20, 20, 20, 20]);

describe('k', () => {
  test('is 5 unless the territory says 3 to 11', () => {
    expect(disclosureRules().k).toBe(5);
    expect([disclosureRules(3).k, disclosureRules(11).k]).toEqual([3, 11]);
    for (const k of [2, 12, 5.5, NaN]) expect(() => disclosureRules(k)).toThrow(RangeError);
  });

  test('k answers are shown, one less is not, whatever else was answered', () => {
    expect(mayStandAlone(distributionOf([1, 1, 1, 1, 1]), rules)).toBe(true);
    expect(mayStandAlone(distributionOf([1, 1, 1, 1, 0], 50, 50), rules)).toBe(false);
    expect(mayStandAlone(distributionOf([1, 0, 1, 0, 1]), disclosureRules(3))).toBe(true);
    expect(mayStandAlone(distributionOf([2, 2, 2, 2, 2]), disclosureRules(11))).toBe(false);
  });

  test('a group with fewer says so, and nothing else, the same when it is empty', () => {
    const release = close([group('four', [1, 1, 1, 1, 0], 7, 8), group('none', [0, 0, 0, 0, 0]), others]);
    expect(cellIn(release, 'four')).toEqual({ shown: 'no', reason: 'few' });
    expect(cellIn(release, 'none')).toEqual({ shown: 'no', reason: 'few' });
  });

  test('with fewer than k in all, nothing is shown', () => {
    const release = close([group('a', [1, 1, 1, 0, 1])]);
    expect(release.everybody).toEqual({ shown: 'no', reason: 'few' });
    expect(release.published).toEqual([]);
  });
});

describe('answers that are alike', () => {
  test('are hidden when all, or all but one, are in one class; two apart are enough', () => {
    expect(mayStandAlone(distributionOf([5, 5, 0, 0, 0]), rules)).toBe(false);
    expect(mayStandAlone(distributionOf([5, 4, 1, 0, 0]), rules)).toBe(false);
    expect(mayStandAlone(distributionOf([5, 3, 1, 0, 1]), rules)).toBe(true);
    expect(mayStandAlone(distributionOf([0, 0, 0, 7, 8]), rules)).toBe(false);
  });

  test('it is not told whether a group is hidden for that or for another', () => {
    const release = close([group('alike', [0, 0, 0, 4, 4]), group('partner', [2, 2, 2, 2, 1]), others]);
    expect(cellIn(release, 'alike')).toEqual({ shown: 'no', reason: 'protected' });
    expect(cellIn(release, 'partner')).toEqual({ shown: 'no', reason: 'protected' });
  });

  test('hundreds who are alike are hidden as well', () => {
    const release = close([group('town', [150, 150, 1, 0, 0])]);
    expect(release.everybody).toEqual({ shown: 'no', reason: 'protected' });
  });
});

describe('three classes and five situations', () => {
  test('29 answers are shown in three classes, 30 in five situations', () => {
    expect(close([group('a', [6, 6, 6, 6, 5])]).everybody).toMatchObject({ shown: 'classes', classes: [12, 6, 11] });
    expect(close([group('a', [6, 6, 6, 6, 6])]).everybody).toMatchObject({ shown: 'levels', levels: [6, 6, 6, 6, 6] });
  });

  test('a group in classes has no situations from which a mean or a median could be made', () => {
    const cell = close([group('a', [1, 2, 3, 4, 5], 2, 1)]).everybody;
    expect(cell).toEqual({ shown: 'classes', n: 15, classes: [3, 3, 9], dontKnow: 2, notConcerned: 1, upTo: 0 });
  });

  test('a group of 30 stays in classes when its situations would tell those of a smaller one', () => {
    const release = close([group('small', [3, 3, 3, 3, 3]), group('large', [20, 20, 20, 20, 20])]);
    expect(release.everybody.shown).toBe('levels');
    expect(cellIn(release, 'small')).toMatchObject({ shown: 'classes' });
    expect(cellIn(release, 'large')).toMatchObject({ shown: 'classes', classes: [40, 20, 40] });
  });

  test('with 30 others in classes, a group of 30 is shown in five situations', () => {
    const mixed = [3, 3, 3, 3, 3];
    const release = close([group('a', mixed), group('b', mixed), group('large', [20, 20, 20, 20, 20])]);
    expect(cellIn(release, 'large')).toMatchObject({ shown: 'levels' });
    expect(cellIn(release, 'a')).toMatchObject({ shown: 'classes' });
  });
});

describe('what follows by subtraction', () => {
  test('a group hidden alone takes the smallest of the others with it', () => {
    const release = close([
      group('two', [1, 0, 0, 0, 1]),
      group('nine', [3, 0, 3, 0, 3]),
      group('ten', [4, 0, 3, 0, 3]),
    ]);
    expect(shownIn(release)).toEqual(['ten']);
  });

  test('two hidden groups are enough when together they may be told of', () => {
    const release = close([
      group('two', [1, 0, 0, 0, 1]),
      group('three', [1, 0, 1, 0, 1]),
      group('ten', [4, 0, 3, 0, 3]),
    ]);
    expect(shownIn(release)).toEqual(['ten']);
    const alike = close([
      group('two', [2, 0, 0, 0, 0]),
      group('three', [3, 0, 0, 0, 0]),
      group('ten', [4, 0, 3, 0, 3]),
    ]);
    expect(shownIn(alike)).toEqual([]);
  });

  test('a group nobody is in needs no other to be hidden for it', () => {
    expect(shownIn(close([group('none', [0, 0, 0, 0, 0]), group('ten', [4, 0, 3, 0, 3])]))).toEqual(['ten']);
  });

  test('people who said only "don\'t know" would be found by subtraction too', () => {
    const release = close([group('unsure', [0, 0, 0, 0, 0], 3), group('nine', [3, 0, 3, 0, 3]), others]);
    expect(shownIn(release)).toEqual(['others']);
  });

  test('those who stated no group are a group', () => {
    const few = close([
      group(NOT_STATED, [1, 0, 0, 0, 1]),
      group('nine', [3, 0, 3, 0, 3]),
      group('ten', [4, 0, 3, 0, 3]),
    ]);
    expect(cellIn(few, NOT_STATED)).toEqual({ shown: 'no', reason: 'few' });
    expect(shownIn(few)).toEqual(['ten']);
    const enough = close([group(NOT_STATED, [2, 1, 0, 1, 1]), group('nine', [3, 0, 3, 0, 3])]);
    expect(shownIn(enough)).toEqual(['nine', NOT_STATED]);
  });
});

describe('several dimensions', () => {
  const cell = (young: boolean, north: boolean, levels: readonly number[]): AnswerCell => ({
    groups: { age: young ? 'young' : 'old', side: north ? 'north' : 'south' },
    release: 0,
    distribution: distributionOf(levels),
  });
  const dimensions = [
    { code: 'age', groups: ['young', 'old'] },
    { code: 'side', groups: ['north', 'south'] },
  ];
  const closeBoth = (cells: readonly AnswerCell[]) =>
    prepareRelease({ dimensions, cells, published: [] }, 0, disclosureRules());

  test('may each be told of, and together give people away: then the later one is hidden', () => {
    // Young 3 and 7, old 8 and 2, north 8 and 2, south 3 and 7: only one crossing makes these numbers.
    const release = closeBoth([
      cell(true, true, [0, 3, 0, 0, 2]),
      cell(true, false, [0, 0, 0, 0, 5]),
      cell(false, true, [0, 5, 0, 0, 0]),
      cell(false, false, [0, 3, 0, 0, 2]),
    ]);
    expect(shownClasses(cellIn(release, 'young', 'age') ?? { shown: 'no', reason: 'few' })).toEqual([3, 0, 7]);
    expect(shownClasses(cellIn(release, 'old', 'age') ?? { shown: 'no', reason: 'few' })).toEqual([8, 0, 2]);
    expect(cellIn(release, 'north', 'side')).toEqual({ shown: 'no', reason: 'protected' });
    expect(cellIn(release, 'south', 'side')).toEqual({ shown: 'no', reason: 'protected' });
  });

  test('are all shown where nobody can be made out', () => {
    const mixed = [2, 1, 3, 1, 2];
    const release = closeBoth([cell(true, true, mixed), cell(true, false, mixed), cell(false, true, mixed)]);
    expect(shownIn(release)).toEqual(['young', 'old', 'north', 'south']);
  });

  test('the one person by whom two groups differ is not given away', () => {
    // The north is the young and one more.
    const release = closeBoth([
      cell(true, true, [1, 1, 2, 1, 1]),
      cell(false, true, [1, 0, 0, 0, 0]),
      cell(false, false, [2, 2, 2, 2, 2]),
    ]);
    expect(shownIn(release)).toEqual(['young', 'old']);
  });
});

describe('the lot', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  const dimensions = [{ code: 'group', groups: six }];
  const closeBy = (cells: readonly AnswerCell[], numbers: readonly number[]) =>
    shownIn(
      prepareRelease({ dimensions, cells, published: [] }, 0, rules, (_, one) => numbers[six.indexOf(one)] ?? 0.99),
    );
  const mixed = six.map((name) => group(name, [2, 2, 2, 2, 2]));

  test('hides a sixteenth of the groups without need', () => {
    expect(isWithheld(() => WITHHELD, 'group', 'a')).toBe(false);
    expect(isWithheld(() => WITHHELD - 1e-9, 'group', 'a')).toBe(true);
    expect(isWithheld(undefined, 'group', 'a')).toBe(false);
    expect(closeBy(mixed, [0.5, 0.01, 0.5, 0.5, 0.03, 0.5])).toEqual(['a', 'c', 'd', 'f']);
  });

  test('says who is hidden for the sake of another', () => {
    const alike = [group('a', [0, 0, 0, 4, 4]), ...mixed.slice(1)];
    expect(closeBy(alike, [0.9, 0.8, 0.7, 0.2, 0.6, 0.5])).toEqual(['b', 'c', 'e', 'f']);
    expect(closeBy(alike, [0.9, 0.8, 0.1, 0.2, 0.6, 0.5])).toEqual(['b', 'd', 'e', 'f']);
  });
});
