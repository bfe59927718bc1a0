import type { ReleaseCell } from '#lib/evaluation/disclosure.ts';
import { classesOf } from '#lib/evaluation/distribution.ts';
import { viewOf } from '#lib/evaluation/view.ts';

/** The columns in which a table tells how people answered; the situations apart only where they are shown apart. */
export const COUNT_COLUMNS = {
  shown: ['levels', 'classes', 'no'],
  not_shown_because: ['few', 'protected'],
  n: 'number',
  n_1: 'number',
  n_2: 'number',
  n_3: 'number',
  n_4: 'number',
  n_5: 'number',
  n_1_to_2: 'number',
  n_4_to_5: 'number',
  dont_know: 'number',
  not_concerned: 'number',
  median: 'number',
  mean: 'number',
} as const;

type Counts = Record<Exclude<keyof typeof COUNT_COLUMNS, 'shown' | 'not_shown_because'>, number | null>;

const NOTHING: Counts = {
  n: null,
  n_1: null,
  n_2: null,
  n_3: null,
  n_4: null,
  n_5: null,
  n_1_to_2: null,
  n_4_to_5: null,
  dont_know: null,
  not_concerned: null,
  median: null,
  mean: null,
};

/** A released cell as its columns: exactly what the pages show of it. */
export function countsOf(cell: ReleaseCell) {
  const view = viewOf(cell);
  if (cell.shown === 'no' || !view.shown) {
    return { ...NOTHING, shown: 'no', not_shown_because: cell.shown === 'no' ? cell.reason : null };
  }
  const [illBeing, medium, wellBeing] = cell.shown === 'levels' ? classesOf(cell.levels) : cell.classes;
  const apart = cell.shown === 'levels' && {
    n_1: cell.levels[0],
    n_2: cell.levels[1],
    n_4: cell.levels[3],
    n_5: cell.levels[4],
  };
  return {
    ...NOTHING,
    ...apart,
    shown: cell.shown,
    not_shown_because: null,
    n: cell.n,
    n_1_to_2: illBeing,
    n_3: medium,
    n_4_to_5: wellBeing,
    dont_know: cell.dontKnow,
    not_concerned: cell.notConcerned,
    median: view.median ?? null,
    mean: view.mean ?? null,
  };
}
