import { shownClasses, type ReleaseCell } from './disclosure.ts';
import { shareOfIllBeing } from './distribution.ts';

/** One indicator's released cells: everybody's, and those of the declared groups. */
export interface ReadIndicator {
  readonly versionId: string;
  readonly everybody: ReleaseCell;
  readonly groups: readonly ReleaseCell[];
}

/** An indicator under the two readings. Shares at situations 1–2, 0 to 1; ranks from 1, the most difficult. */
export interface TwoReadings {
  readonly versionId: string;
  readonly eachPerson: { readonly share: number; readonly rank: number };
  /** The mean of the shown groups' shares; `groups` is how many are shown. */
  readonly eachGroup: { readonly share: number; readonly rank: number; readonly groups: number };
}

/**
 * Each person equal beside each group equal. Both come from published numbers alone; a group that isn't shown doesn't
 * count in the second, which the page says. Indicators that aren't shown, or without a shown group, are left out of
 * both, so that ranks are among the same. Equal shares have the same rank.
 */
export function readTwice(indicators: readonly ReadIndicator[]): TwoReadings[] {
  const shares = indicators.flatMap(({ versionId, everybody, groups }) => {
    const person = shareOf(everybody);
    const shown = groups.map(shareOf).filter((share) => share !== undefined);
    if (person === undefined || shown.length === 0) return [];
    const group = shown.reduce((sum, share) => sum + share, 0) / shown.length;
    return [{ versionId, person, group, groups: shown.length }];
  });
  const rank = (share: number, of: 'person' | 'group') =>
    1 + shares.filter((other) => other[of] > share + EQUAL).length;
  return shares.map(({ versionId, person, group, groups }) => ({
    versionId,
    eachPerson: { share: person, rank: rank(person, 'person') },
    eachGroup: { share: group, rank: rank(group, 'group'), groups },
  }));
}

/** The indicators whose rank depends on the reading, the greatest difference first. */
export function changesOfRank(readings: readonly TwoReadings[]): TwoReadings[] {
  const difference = ({ eachPerson, eachGroup }: TwoReadings) => Math.abs(eachPerson.rank - eachGroup.rank);
  return readings.filter((one) => difference(one) > 0).toSorted((one, other) => difference(other) - difference(one));
}

/** Means of shares aren't exact in binary: closer than this they are the same. */
const EQUAL = 1e-9;

function shareOf(cell: ReleaseCell): number | undefined {
  const classes = shownClasses(cell);
  return classes && shareOfIllBeing(classes);
}
