import { classesOf, countAnswers, type ClassCounts, type Distribution, type LevelCounts } from './distribution.ts';

/** What a territory's small-number rules are; made by `disclosureRules`. */
export interface DisclosureRules {
  /** Fewest answers with which a set of people is shown. */
  readonly k: number;
  /** Fewest answers that must lie outside the most frequent class. */
  readonly apart: number;
  /** Fewest answers with which all five situations are shown, not only the three classes. */
  readonly fiveFrom: number;
}

/**
 * A number from 0 to below 1 for a group of a dimension: always the same for the same group and indicator in the same
 * round, and foreseen by nobody outside, such as a keyed hash under a secret drawn for the round. Each indicator has a
 * lot of its own: with one for all, a group that is shown for one of them would be known not to be left out by lot.
 *
 * With a lot, some groups are hidden that needn't be, and who is hidden for another's sake is drawn. A reader who knows
 * this program line by line then can't conclude from a group's being hidden that its answers are alike; without a lot
 * they sometimes can, and so learn what the numbers alone don't tell.
 */
export type Lot = (dimension: string, group: string) => number;

/** How finely a set of people is shown: three classes (1–2, 3, 4–5) or five situations. */
export type Scale = 'classes' | 'levels';

/** Shown in five situations. `n` is the number of answers on them. */
export interface ShownInLevels {
  readonly shown: 'levels';
  readonly n: number;
  readonly levels: LevelCounts;
  readonly dontKnow: number;
  readonly notConcerned: number;
  /** The latest release whose forms are in it: 0 is the one at closing. */
  readonly upTo: number;
}

/** Shown in three classes; has no mean and no median situation, since those would tell of situations. */
export interface ShownInClasses {
  readonly shown: 'classes';
  readonly n: number;
  readonly classes: ClassCounts;
  readonly dontKnow: number;
  readonly notConcerned: number;
  readonly upTo: number;
}

/**
 * Not shown, none of its counts. `few`: fewer than k answers, none included. `protected`: all alike or nearly, or its
 * numbers would give away somebody elsewhere; which of these is itself not told.
 */
export interface Hidden {
  readonly shown: 'no';
  readonly reason: 'few' | 'protected';
}

export type ReleaseCell = ShownInLevels | ShownInClasses | Hidden;

export const LEAST_K = 3;
export const USUAL_K = 5;
export const GREATEST_K = 11;

/**
 * @param k fewest answers of a published group: 3 to 11, by default 5
 * @throws RangeError outside this range
 */
export function disclosureRules(k: number = USUAL_K): DisclosureRules {
  if (!Number.isInteger(k) || k < LEAST_K || k > GREATEST_K) throw new RangeError('k is a whole number from 3 to 11');
  return { k, apart: 2, fiveFrom: 30 };
}

/**
 * Whether a set of people may be told of: k answers or more, and enough of them outside the most frequent class.
 *
 * That not all fall in one class isn't enough: where all but one do, that one subtracts their own answer and knows
 * everybody else's. So two at least must lie outside (`apart`), and then whoever takes themselves out still finds two
 * classes. If two disjoint sets satisfy this, so does their union.
 */
export function mayStandAlone(distribution: Distribution, rules: DisclosureRules): boolean {
  const n = countAnswers(distribution);
  return n >= rules.k && n - Math.max(...classesOf(distribution.levels)) >= rules.apart;
}

/** Share of the groups that the lot hides without need: enough for doubt, few enough not to harm. */
export const WITHHELD = 1 / 16;

export function isWithheld(lot: Lot | undefined, dimension: string, group: string): boolean {
  return lot !== undefined && lot(dimension, group) < WITHHELD;
}

/** A set of people as it is published. */
export function showCell(distribution: Distribution, scale: Scale, upTo: number): ShownInLevels | ShownInClasses {
  const { levels, dontKnow, notConcerned } = distribution;
  const counts = { n: countAnswers(distribution), dontKnow, notConcerned, upTo };
  if (scale === 'levels') return { shown: 'levels', levels, ...counts };
  return { shown: 'classes', classes: classesOf(levels), ...counts };
}

/** A set of people as it is not published. */
export function hideCell(distribution: Distribution, rules: DisclosureRules): Hidden {
  return { shown: 'no', reason: countAnswers(distribution) < rules.k ? 'few' : 'protected' };
}

/** The three classes of a shown cell; undefined for a hidden one. */
export function shownClasses(cell: ReleaseCell): ClassCounts | undefined {
  if (cell.shown === 'no') return undefined;
  return cell.shown === 'levels' ? classesOf(cell.levels) : cell.classes;
}
