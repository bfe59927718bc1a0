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
