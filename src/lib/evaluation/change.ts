import { disclosureRules, shownClasses, type ReleaseCell } from './disclosure.ts';
import { shareOfIllBeing, shareOfWellBeing, type ClassCounts } from './distribution.ts';

/** Where an indicator went between two rounds, seen from those for whom it is difficult. */
export type Direction = 'harder' | 'easier' | 'unchanged' | 'untold';

export interface Change {
  /** Difference of the share at situations 1–2, in whole points: positive where there are more people in them. */
  readonly illBeing: number;
  /** Difference of the share at situations 4–5, in whole points. */
  readonly wellBeing: number;
  /**
   * By the share at situations 1–2, as it is read: `unchanged` where the whole points are the same, `untold` where one
   * of the rounds has too few answers to say it.
   */
  readonly direction: Direction;
}

/**
 * From how many answers on, in both rounds, it is told which way an indicator went: 30, as many as five situations take
 * (`fiveFrom`). Below, one person's answer alone moves the share by more than three points, and among six by
 * seventeen: who happened to answer would be read as what became of the territory.
 */
export const CHANGE_TOLD_FROM = disclosureRules().fiveFrom;

/**
 * How one set of people's answers to the same frozen version of an indicator changed from one round to another. Both
 * cells come from releases; the people needn't be the same.
 * @returns undefined where one of them isn't shown: nothing may follow of it
 */
export function changeBetween(before: ReleaseCell, after: ReleaseCell): Change | undefined {
  const [old, now] = [shownClasses(before), shownClasses(after)];
  if (!old || !now) return undefined;
  const illBeing = points(shareOfIllBeing(now)) - points(shareOfIllBeing(old));
  const wellBeing = points(shareOfWellBeing(now)) - points(shareOfWellBeing(old));
  const isTold = answersOf(old) >= CHANGE_TOLD_FROM && answersOf(now) >= CHANGE_TOLD_FROM;
  return { illBeing, wellBeing, direction: isTold ? directionOf(illBeing) : 'untold' };
}

function directionOf(points: number): Direction {
  if (points === 0) return 'unchanged';
  return points > 0 ? 'harder' : 'easier';
}

function answersOf(classes: ClassCounts): number {
  return classes.reduce((sum, count) => sum + count, 0);
}

/** Whole points, as the shares themselves are shown: so that what is shown adds up. */
function points(share: number | undefined): number {
  return Math.round((share ?? 0) * 100);
}
