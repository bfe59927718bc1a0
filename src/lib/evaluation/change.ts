import { shownClasses, type ReleaseCell } from './disclosure.ts';
import { shareOfIllBeing, shareOfWellBeing } from './distribution.ts';

/** Where an indicator went between two rounds, seen from those for whom it is difficult. */
export type Direction = 'harder' | 'easier' | 'unchanged';

export interface Change {
  /** Difference of the share at situations 1–2, in whole points: positive where there are more people in them. */
  readonly illBeing: number;
  /** Difference of the share at situations 4–5, in whole points. */
  readonly wellBeing: number;
  /** By the share at situations 1–2, as it is read: `unchanged` where the whole points are the same. */
  readonly direction: Direction;
}

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
  return { illBeing, wellBeing, direction: illBeing > 0 ? 'harder' : illBeing < 0 ? 'easier' : 'unchanged' };
}

/** Whole points, as the shares themselves are shown: so that what is shown adds up. */
function points(share: number | undefined): number {
  return Math.round((share ?? 0) * 100);
}
