import type { ReleaseCell } from './disclosure.ts';
import { classesOf, lowerMedian, meanLevel, percentagesOf, shareOfIllBeing, shareOfWellBeing } from './distribution.ts';

/** A released cell as it is drawn and read; computed from published numbers alone. */
export type CellView =
  | { readonly shown: false; readonly reason: 'few' | 'protected' }
  | {
      readonly shown: true;
      /** Answers on the five situations. */
      readonly n: number;
      /** Five or three whole percentages that add up to 100. */
      readonly shares: readonly number[];
      /** Whole percentage at situations 1–2, and at 4–5. */
      readonly illBeing: number;
      readonly wellBeing: number;
      /** Lower median situation, and mean with two decimals; undefined where only classes are shown. */
      readonly median: number | undefined;
      readonly mean: number | undefined;
      readonly dontKnow: number;
      readonly notConcerned: number;
    };

export function viewOf(cell: ReleaseCell): CellView {
  if (cell.shown === 'no') return { shown: false, reason: cell.reason };
  const counts = cell.shown === 'levels' ? cell.levels : cell.classes;
  const classes = cell.shown === 'levels' ? classesOf(cell.levels) : cell.classes;
  const percent = (share: number | undefined) => Math.round((share ?? 0) * 100);
  const mean = cell.shown === 'levels' ? meanLevel(cell.levels) : undefined;
  return {
    shown: true,
    n: cell.n,
    shares: percentagesOf(counts),
    illBeing: percent(shareOfIllBeing(classes)),
    wellBeing: percent(shareOfWellBeing(classes)),
    median: cell.shown === 'levels' ? lowerMedian(cell.levels) : undefined,
    mean: mean === undefined ? undefined : Math.round(mean * 100) / 100,
    dontKnow: cell.dontKnow,
    notConcerned: cell.notConcerned,
  };
}

/** Share of the answers at situations 1–2, 0 to 1; undefined for a hidden cell. What results are ordered by. */
export function illBeingOf(cell: ReleaseCell): number | undefined {
  if (cell.shown === 'no') return undefined;
  return shareOfIllBeing(cell.shown === 'levels' ? classesOf(cell.levels) : cell.classes);
}

/** Where it is most difficult first; what isn't shown last, in its own order. */
export function byDifficulty<T>(items: readonly T[], cellOf: (item: T) => ReleaseCell): T[] {
  return items.toSorted((one, other) => (illBeingOf(cellOf(other)) ?? -1) - (illBeingOf(cellOf(one)) ?? -1));
}
