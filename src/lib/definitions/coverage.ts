import { LEAST_PEOPLE } from '#lib/territory/group.form.ts';
import type { GroupKind } from '#lib/territory/tables.ts';

/** One category of a profile: an age band, a neighbourhood. */
export interface CoverageCategory {
  readonly category: string;
  /** People of this category who took part, counted, whole number from 0. */
  readonly counted: number;
  /** Share of this category in the census, in per cent: 0 to 100. */
  readonly census: number;
}

/**
 * `nobody-yet`: it exists in the census and nobody of it took part. `fewer`, `more`: at least 5 points away from the
 * census and at least one whole person. `as-many`: closer than that.
 */
export type Presence = 'nobody-yet' | 'fewer' | 'as-many' | 'more';

export interface Coverage {
  readonly category: string;
  readonly counted: number;
  /** Share among the counted who stated a category, in per cent: 0 to 100. */
  readonly share: number;
  readonly census: number;
  /** share − census, in points: negative where people are missing. */
  readonly points: number;
  readonly presence: Presence;
  /**
   * How many more people of this category, if nobody else came, would bring its share up to the census; 0 where
   * nobody is missing; undefined where no number would (the census knows nobody else).
   */
  readonly welcome: number | undefined;
}

export type CoverageResult =
  | {
      readonly ok: true;
      /** In the order given. */
      readonly categories: readonly Coverage[];
      /** Whom to invite: categories `nobody-yet` or `fewer`, the most missing first. */
      readonly toInvite: readonly Coverage[];
      /** People who stated a category: the whole of which `share` is a share. */
      readonly stated: number;
      readonly notStated: number;
    }
  | { readonly ok: false; readonly fault: 'nobody-counted' | 'not-counts' | 'shares-out-of-range' }
  | { readonly ok: false; readonly fault: 'shares-not-100'; /** What they add up to. */ readonly sum: number };

/** From how many points on a difference is said; ours: below it small numbers would make noise. */
export const POINTS_SAID = 5;

/** Published census shares are rounded; their sum may be off by this much, in points. */
export const ROUNDING = 0.5;

/**
 * Who took part, beside who lives here: counted profiles against census shares. It shows who is missing so that they
 * can be invited; it doesn't correct any result, since who answers an open invitation can't be weighted into a sample.
 *
 * @param notStated people who took part without stating a category: told, and left out of the shares
 */
export function compareWithCensus(categories: readonly CoverageCategory[], notStated = 0): CoverageResult {
  if (![notStated, ...categories.map((one) => one.counted)].every(isCount)) return { ok: false, fault: 'not-counts' };
  if (!categories.every((one) => one.census >= 0 && one.census <= 100)) {
    return { ok: false, fault: 'shares-out-of-range' };
  }
  const sum = categories.reduce((all, one) => all + one.census, 0);
  if (Math.abs(sum - 100) > ROUNDING) return { ok: false, fault: 'shares-not-100', sum };
  const stated = categories.reduce((all, one) => all + one.counted, 0);
  if (stated === 0) return { ok: false, fault: 'nobody-counted' };
  const compared = categories.map((one) => compare(one, stated));
  const toInvite = compared
    .filter(({ presence }) => presence === 'nobody-yet' || presence === 'fewer')
    .toSorted((one, other) => one.points - other.points);
  return { ok: true, categories: compared, toInvite, stated, notStated };
}

function compare({ category, counted, census }: CoverageCategory, stated: number): Coverage {
  const share = (counted * 100) / stated;
  const points = share - census;
  return {
    category,
    counted,
    share,
    census,
    points,
    presence: presenceOf(counted, census, points, stated),
    welcome: points < 0 ? countToWelcome(counted, census, stated) : 0,
  };
}

function presenceOf(counted: number, census: number, points: number, stated: number): Presence {
  if (counted === 0) return census > 0 ? 'nobody-yet' : 'as-many';
  const people = (Math.abs(points) * stated) / 100;
  if (Math.abs(points) < POINTS_SAID || people < 1) return 'as-many';
  return points < 0 ? 'fewer' : 'more';
}

/** The smallest x with (counted + x) / (stated + x) ≥ census / 100. */
function countToWelcome(counted: number, census: number, stated: number): number | undefined {
  if (census >= 100) return undefined;
  const exact = (census * stated - 100 * counted) / (100 - census);
  // Shares such as 33.3 aren't exact in binary: a whole number mustn't become the next one.
  return Math.ceil(exact - 1e-9);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** A category of one item of a profile: how many of those who came told it, and how many live here. */
export interface CountedCategory {
  readonly category: string;
  readonly counted: number;
  /** People who live here, or a figure in proportion to them; undefined where the census doesn't count it. */
  readonly living: number | undefined;
}

/** As much of a category as may be shown. */
export interface ShownCategory {
  readonly category: string;
  /** Undefined where it is hidden. */
  readonly counted: number | undefined;
  /** In per cent of those of whom it can be compared; undefined where `counted` is, or where nothing is compared. */
  readonly share: number | undefined;
  /** In per cent of those who live here. */
  readonly census: number | undefined;
  /** Of a hidden category at most `fewer`: where the numbers that are shown leave nothing else possible. */
  readonly presence: Presence | undefined;
  /** As in `Coverage`; undefined also where it would tell what is hidden. */
  readonly welcome: number | undefined;
}

export interface ShownItem {
  readonly categories: readonly ShownCategory[];
  /** Whom to invite, the most missing first, as far as the numbers that are shown tell. */
  readonly toInvite: readonly ShownCategory[];
  /** People who told this item; undefined where nothing of it may be told. */
  readonly stated: number | undefined;
}

/**
 * One item of the profiles beside the census, without what would point at somebody. What may be told is decided first,
 * whatever the census says; the comparison sees nothing else, so that no figure of the census brings out more.
 * @param least the territory's k: 3 to 11
 */
export function coverItem(counted: readonly CountedCategory[], least: number): ShownItem {
  const told = tellCounts(counted, least);
  const compared = compareTold(told, new Map(counted.map(({ category, living }) => [category, living])));
  const categories = told.counts.map((one) => {
    const found = compared.find(({ category }) => category === one.category);
    return one.counted === undefined ? hide(one.category, found) : { ...NOT_COMPARED, ...found, ...one };
  });
  const isMissing = ({ presence }: ShownCategory) => presence === 'nobody-yet' || presence === 'fewer';
  const order = compared.toSorted((one, other) => one.points - other.points).map(({ category }) => category);
  return {
    categories,
    toInvite: order.flatMap((name) => categories.filter((one) => one.category === name && isMissing(one))),
    stated: told.stated,
  };
}

const NOT_COMPARED = { share: undefined, census: undefined, presence: undefined, welcome: undefined };

function hide(category: string, atMost: Coverage | undefined): ShownCategory {
  const presence = atMost?.presence === 'fewer' ? 'fewer' : undefined;
  return { ...NOT_COMPARED, category, counted: undefined, census: atMost?.census, presence };
}

/** What may be told of an item: how many in each category, undefined where hidden, and how many in all. */
interface Told {
  readonly counts: readonly { readonly category: string; readonly counted: number | undefined }[];
  readonly stated: number | undefined;
}

/**
 * Hides the categories of 1 to `least` − 1 people, and further ones, the smallest first and equal ones together, until
 * those that are hidden hold `least` people or more and aren't all alike. Where they can't, nothing is told at all.
 *
 * It looks at how many, never at which: if any two hidden categories changed places, all that is told would be the
 * same, with this `least` and every greater one. So none follows, not even for who knows this program.
 */
function tellCounts(counted: readonly CountedCategory[], least: number): Told {
  const stated = sumOf(counted);
  const sizes = [...new Set(counted.map((one) => one.counted))].filter((size) => size > 0).toSorted((a, b) => a - b);
  const [smallest = 0] = sizes;
  const few = sizes.findLast((size) => size < least);
  const hold = (most: number) => sumOf(counted.filter((one) => one.counted <= most));
  const most = few === undefined ? 0 : sizes.find((size) => size >= few && size > smallest && hold(size) >= least);
  const nothing = most === undefined || stated < least;
  const isHidden = (size: number) => nothing || (size > 0 && size <= most);
  return {
    counts: counted.map(({ category, counted }) => ({ category, counted: isHidden(counted) ? undefined : counted })),
    stated: nothing ? undefined : stated,
  };
}

function sumOf(counted: readonly { readonly counted: number | undefined }[]): number {
  return counted.reduce((sum, one) => sum + (one.counted ?? 0), 0);
}

/** Stands for the hidden categories together. */
const TOGETHER = '';

/**
 * Those that the census counts, as parts of all who live here. The hidden ones are one part, left out where the census
 * doesn't count each of them; each is then compared as if it held the most that it can.
 */
function compareTold({ counts, stated }: Told, living: ReadonlyMap<string, number | undefined>): readonly Coverage[] {
  if (stated === undefined) return [];
  const known = counts.flatMap(({ category, counted }) => {
    const people = living.get(category);
    return people === undefined ? [] : [{ category, counted, people }];
  });
  const hidden = known.filter(({ counted }) => counted === undefined);
  const isWhole = hidden.length === counts.filter(({ counted }) => counted === undefined).length;
  const together = stated - sumOf(counts);
  const parts = known.flatMap(({ counted, ...one }) => (counted === undefined ? [] : [{ ...one, counted }]));
  if (isWhole && hidden.length > 0)
    parts.push({ category: TOGETHER, counted: together, people: hidden.reduce((sum, { people }) => sum + people, 0) });
  const all = parts.reduce((sum, { people }) => sum + people, 0);
  if (all === 0) return [];
  const result = compareWithCensus(parts.map(({ people, ...one }) => ({ ...one, census: (people * 100) / all })));
  if (!result.ok) return [];
  const most = together - hidden.length + 1;
  const atMost = (isWhole ? hidden : []).map(({ category, people }) =>
    compare({ category, counted: most, census: (people * 100) / all }, result.stated),
  );
  return [...result.categories.filter(({ category }) => category !== TOGETHER), ...atMost];
}

/** Whether to invite for a group: it hasn't met, or fewer came than a group of people who are alike needs. */
export function needsPeople(group: { kind: GroupKind; held: number; planned: number; people: number }): boolean {
  if (group.planned > 0) return false;
  return group.held === 0 || (group.kind === 'homogeneous' && group.people < LEAST_PEOPLE);
}
