import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWithCensus, coverItem, needsPeople, type CoverageCategory } from '#lib/definitions/coverage.ts';

const category = (name: string, counted: number, census: number): CoverageCategory => ({
  category: name,
  counted,
  census,
});

test('says who is missing, the most missing first, and how many more would be welcome', () => {
  const result = compareWithCensus(
    [category('16–25', 4, 20), category('26–59', 66, 50), category('60–74', 30, 26), category('75+', 0, 4)],
    12,
  );
  if (!result.ok) throw new Error(result.fault);
  expect(result.categories.map(({ points, presence }) => [points, presence])).toEqual([
    [-16, 'fewer'],
    [16, 'more'],
    [4, 'as-many'],
    [-4, 'nobody-yet'],
  ]);
  expect(result.toInvite.map((one) => [one.category, one.welcome])).toEqual([
    ['16–25', 20],
    ['75+', 5],
  ]);
  expect([result.stated, result.notStated]).toEqual([100, 12]);
});

test('calls five points a difference, and less than that none', () => {
  const presence = (counted: number) => {
    const result = compareWithCensus([category('women', counted, 50), category('men', 1000 - counted, 50)]);
    return result.ok ? result.categories.map((one) => one.presence) : [];
  };
  expect(presence(450)).toEqual(['fewer', 'more']);
  expect(presence(451)).toEqual(['as-many', 'as-many']);
});

test('with as many as are welcome, and one less, the share is up to the census and not', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 99 }),
      (some, others, census) => {
        const result = compareWithCensus([category('some', some, census), category('others', others, 100 - census)]);
        if (!result.ok) throw new Error(result.fault);
        const welcome = result.categories[0]?.welcome ?? NaN;
        const reached = (more: number) => (some + more) * 100 >= census * (some + others + more);
        expect(reached(welcome)).toBe(true);
        if (welcome > 0) expect(reached(welcome - 1)).toBe(false);
      },
    ),
  );
});

test('what no number of people could reach is not asked for', () => {
  const result = compareWithCensus([category('here', 3, 100), category('elsewhere', 2, 0)]);
  expect(result.ok && result.categories[0]?.welcome).toBeUndefined();
});

test('refuses shares that do not add up to 100, half a point apart at most', () => {
  const sum = (share: number) => compareWithCensus([category('a', 1, 50), category('b', 1, share)]);
  expect(sum(50.5).ok).toBe(true);
  expect(sum(49.5).ok).toBe(true);
  expect(sum(50.6)).toEqual({ ok: false, fault: 'shares-not-100', sum: 100.6 });
  expect(sum(49.4)).toMatchObject({ ok: false, fault: 'shares-not-100' });
});

test('refuses what cannot be counted or shared', () => {
  expect(compareWithCensus([category('a', 0, 100)], 5)).toEqual({ ok: false, fault: 'nobody-counted' });
  expect(compareWithCensus([category('a', 1.5, 100)])).toEqual({ ok: false, fault: 'not-counts' });
  expect(compareWithCensus([category('a', 1, 100)], -1)).toEqual({ ok: false, fault: 'not-counts' });
  expect(compareWithCensus([category('a', 1, 120), category('b', 1, -20)])).toEqual({
    ok: false,
    fault: 'shares-out-of-range',
  });
});

const counted = (figures: Record<string, readonly [counted: number, living?: number | undefined]>, least = 5) =>
  coverItem(
    Object.entries(figures).map(([category, [counted, living]]) => ({ category, counted, living })),
    least,
  );
const shown = (item: ReturnType<typeof coverItem>) => item.categories.map((one) => one.counted);

test('counts fewer people than the territory’s least aloud nowhere, nor so that they follow from the total', () => {
  expect(shown(counted({ a: [5], b: [20], c: [0] }))).toEqual([5, 20, 0]);
  expect(shown(counted({ a: [4], b: [20], c: [9] }))).toEqual([undefined, 20, undefined]);
  expect(shown(counted({ a: [4], b: [1], c: [9] }))).toEqual([undefined, undefined, 9]);
  expect(counted({ a: [4], b: [0] })).toMatchObject({ stated: undefined, toInvite: [] });
  expect(counted({ a: [5], b: [0] }).stated).toBe(5);
});

test('hides one more where the hidden ones are all alike, equal ones together, and all where there is no other', () => {
  expect(shown(counted({ a: [1], b: [1], c: [1], d: [1], e: [1], f: [8], g: [9] }))).toEqual([
    ...Array<undefined>(6).fill(undefined),
    9,
  ]);
  expect(shown(counted({ a: [3], b: [7], c: [7], d: [8] }))).toEqual([undefined, undefined, undefined, 8]);
  const alike = counted({ a: [4, 10], b: [4, 10], c: [0, 10] });
  expect(shown(alike)).toEqual([undefined, undefined, undefined]);
  expect(alike).toMatchObject({ stated: undefined, toInvite: [] });
  expect(alike.categories.every(({ presence, census }) => presence === undefined && census === undefined)).toBe(true);
});

test('of hidden ones says who is missing where what is shown leaves nothing else, and never how many', () => {
  const item = counted({ a: [1, 30], b: [4, 5], c: [50, 40], d: [45, 25] });
  expect(item.categories.map(({ counted, share, presence, welcome }) => [counted, share, presence, welcome])).toEqual([
    [undefined, undefined, 'fewer', undefined],
    [undefined, undefined, undefined, undefined],
    [50, 50, 'more', 0],
    [45, 45, 'more', 0],
  ]);
  expect(item.toInvite.map(({ category }) => category)).toEqual(['a']);
});

/** By signature: all tables of so many categories, up to so many people in each, of which the page shows the same. */
function sameToReader(size: number, most: number, shownOf: (counts: readonly number[]) => string) {
  const tables = Array.from({ length: (most + 1) ** size }, (_, number) =>
    Array.from({ length: size }, (_, place) => Math.floor(number / (most + 1) ** place) % (most + 1)),
  );
  return Map.groupBy(tables, shownOf);
}

/**
 * The attacker knows this program, reads the page with one k after another, and enters one census after another. What
 * they can't tell apart is every table of which all these pages are the same.
 */
test.each([
  [2, 24],
  [3, 13],
  [4, 6],
])(
  'with %i categories of up to %i people none that is hidden follows from all the pages there can be',
  (size, most) => {
    const figure = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined });
    const facts = fc.record({
      first: fc.integer({ min: 3, max: 11 }),
      later: fc.subarray([3, 4, 5, 6, 7, 8, 9, 10, 11]),
      censuses: fc.array(fc.array(figure, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(facts, ({ first, later, censuses }) => {
        const page = (counts: readonly number[], least: number, living: readonly (number | undefined)[]) =>
          coverItem(
            counts.map((counted, place) => ({ category: `c${place}`, counted, living: living[place] })),
            least,
          );
        const leasts = [first, ...later.filter((least) => least > first)];
        const possible = sameToReader(size, most, (counts) =>
          JSON.stringify(leasts.flatMap((least) => censuses.map((living) => page(counts, least, living)))),
        );
        for (const tables of possible.values()) {
          const [table = []] = tables;
          page(table, first, []).categories.forEach(({ counted }, place) => {
            if (counted !== undefined) expect(tables.every((other) => other[place] === counted)).toBe(true);
            else expect(new Set(tables.map((other) => other[place])).size, table.join(' ')).toBeGreaterThan(1);
          });
        }
      }),
      { numRuns: 12, seed: size },
    );
  },
);

test('what is shown of few or of complementary ones looks the same, whatever the census', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 3, max: 11 }),
      fc.array(fc.nat(60), { minLength: 6, maxLength: 6 }),
      (counts, least, living) => {
        const tell = (census: (place: number) => number | undefined) =>
          counted(Object.fromEntries(counts.map((count, place) => [`c${place}`, [count, census(place)]])), least);
        const item = tell((place) => living[place]);
        expect(shown(item)).toEqual(shown(tell(() => undefined)));
        for (const one of item.categories) {
          if (one.counted === undefined) expect([one.share, one.welcome]).toEqual([undefined, undefined]);
          if (one.counted) expect(one.counted).toBeGreaterThanOrEqual(least);
        }
      },
    ),
  );
});

test('compares only those whom the census counts, as parts of all that it counts', () => {
  const item = counted({ woman: [30, 6000], man: [10, 6000], other: [8] });
  expect(item.categories.map(({ share, census, presence }) => [share, census, presence])).toEqual([
    [75, 50, 'more'],
    [25, 50, 'fewer'],
    [undefined, undefined, undefined],
  ]);
  expect(item.toInvite.map(({ category, welcome }) => [category, welcome])).toEqual([['man', 20]]);
  expect(item.stated).toBe(48);
});

test('invites for a group that hasn’t met, and for a small one, unless a gathering is planned', () => {
  const group = { kind: 'homogeneous', held: 1, planned: 0, people: 7 } as const;
  expect(needsPeople(group)).toBe(false);
  expect(needsPeople({ ...group, people: 6 })).toBe(true);
  expect(needsPeople({ ...group, people: 6, planned: 1 })).toBe(false);
  expect(needsPeople({ ...group, kind: 'open', people: 6 })).toBe(false);
  expect(needsPeople({ ...group, held: 0, people: 0 })).toBe(true);
});
