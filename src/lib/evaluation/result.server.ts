import type { Db, Row } from '#lib/platform/tables.ts';
import type { ReleaseCell } from './disclosure.ts';
import type { ClassCounts, LevelCounts } from './distribution.ts';
import { findLatestRelease } from './release.server.ts';
import type { DimensionCode } from './tables.ts';

/** One indicator's results in a round, as released. */
export interface Result {
  readonly versionId: string;
  readonly everybody: ReleaseCell;
  readonly categories: readonly CategoryResult[];
}

export interface CategoryResult {
  readonly dimension: DimensionCode;
  /** The group's or neighbourhood's id, the age band, or `not-stated`. */
  readonly category: string;
  readonly cell: ReleaseCell;
}

export interface RoundResults {
  readonly release: Row<'release'>;
  readonly results: readonly Result[];
}

/** A round's results from the latest release; undefined before its first. Never reads a live counter. */
export async function findResults(db: Db, territoryId: string, roundId: string): Promise<RoundResults | undefined> {
  const release = await findLatestRelease(db, territoryId, roundId);
  if (!release) return undefined;
  const rows = await db
    .selectFrom('release_cell')
    .innerJoin('round_indicator', (join) =>
      join
        .onRef('round_indicator.territory_id', '=', 'release_cell.territory_id')
        .onRef('round_indicator.round_id', '=', 'release_cell.round_id')
        .onRef('round_indicator.indicator_version_id', '=', 'release_cell.indicator_version_id'),
    )
    .selectAll('release_cell')
    .where('release_cell.territory_id', '=', territoryId)
    .where('release_cell.round_id', '=', roundId)
    .where('release_cell.number', '=', release.number)
    .orderBy('round_indicator.position')
    .execute();
  const byVersion = Map.groupBy(rows, (row) => row.indicator_version_id);
  return { release, results: [...byVersion].map(([versionId, cells]) => resultOf(versionId, cells)) };
}

function resultOf(versionId: string, rows: readonly Row<'release_cell'>[]): Result {
  const everybody = rows.find((row) => row.dimension === '');
  const categories = rows.flatMap((row) =>
    row.dimension === '' ? [] : [{ dimension: row.dimension, category: row.category, cell: cellOf(row) }],
  );
  return { versionId, everybody: everybody ? cellOf(everybody) : { shown: 'no', reason: 'few' }, categories };
}

function cellOf(row: Row<'release_cell'>): ReleaseCell {
  if (row.shown === 'no') return { shown: 'no', reason: row.reason ?? 'protected' };
  const counts = JSON.parse(row.counts ?? '[]') as number[];
  const common = {
    n: row.n ?? 0,
    dontKnow: row.dont_know ?? 0,
    notConcerned: row.not_concerned ?? 0,
    upTo: row.up_to ?? 0,
  };
  return row.shown === 'levels'
    ? { shown: 'levels', levels: counts as unknown as LevelCounts, ...common }
    : { shown: 'classes', classes: counts as unknown as ClassCounts, ...common };
}
