import type { Db } from '#lib/platform/tables.ts';
import type { Reading } from './grid.server.ts';
import { listVersions, type IndicatorVersion } from './indicator-words.server.ts';
import './tables.ts';

/**
 * The indicators of a cycle that anyone may read, in the order of the grid: each in the frozen version that holds in
 * the cycle, else in the version that is being discussed. Drafts are left out.
 */
export async function listIndicators(
  db: Db,
  territoryId: string,
  cycleId: string,
  reading: Reading,
): Promise<IndicatorVersion[]> {
  const standing = await listStandings(db, territoryId, cycleId);
  const ids = standing.flatMap((one) => one.holds ?? one.discussed ?? []);
  return inGridOrder(await listVersions(db, territoryId, ids, reading));
}

/** An indicator as those who write indicators see it. */
export interface IndicatorInWork {
  /** What holds in the cycle; undefined until something is adopted. */
  readonly adopted: IndicatorVersion | undefined;
  /** What is being written; undefined while nothing is. */
  readonly draft: IndicatorVersion | undefined;
}

/** Every indicator of a cycle, drafts too, in the order of the grid. */
export async function listIndicatorsInWork(
  db: Db,
  territoryId: string,
  cycleId: string,
  reading: Reading,
): Promise<IndicatorInWork[]> {
  const standing = await listStandings(db, territoryId, cycleId);
  const ids = standing.flatMap((one) => [one.holds ?? [], one.draft ?? []].flat());
  const versions = inGridOrder(await listVersions(db, territoryId, ids, reading));
  const indicatorIds = [...new Set(versions.map((version) => version.indicatorId))];
  return indicatorIds.map((id) => {
    const { holds, draft } = standing.find((one) => one.indicatorId === id) ?? {};
    const find = (versionId: string | undefined) => versions.find((version) => version.id === versionId);
    return { adopted: find(holds), draft: find(draft) };
  });
}

/** Which versions of an indicator matter in a cycle. */
export interface Standing {
  readonly indicatorId: string;
  /** The frozen version that holds in the cycle. */
  readonly holds: string | undefined;
  /** The version that is being written in the cycle. */
  readonly draft: string | undefined;
  /** The same, once it is open to remarks. */
  readonly discussed: string | undefined;
}

/** @param indicatorId to ask for one only */
export async function listStandings(
  db: Db,
  territoryId: string,
  cycleId: string,
  indicatorId?: string,
): Promise<Standing[]> {
  const rows = await db
    .selectFrom('cycle_indicator as here')
    .leftJoin('indicator_version as draft', (join) =>
      join
        .onRef('draft.territory_id', '=', 'here.territory_id')
        .onRef('draft.indicator_id', '=', 'here.indicator_id')
        .onRef('draft.cycle_id', '=', 'here.cycle_id')
        .on('draft.frozen_at', 'is', null),
    )
    .select([
      'here.indicator_id as indicatorId',
      'here.indicator_version_id as holds',
      'draft.id as draft',
      'draft.discussed_at as discussedAt',
    ])
    .where('here.territory_id', '=', territoryId)
    .where('here.cycle_id', '=', cycleId)
    .$if(indicatorId !== undefined, (query) => query.where('here.indicator_id', '=', indicatorId ?? ''))
    .execute();
  return rows.map(({ holds, draft, discussedAt, ...row }) => ({
    ...row,
    holds: holds ?? undefined,
    draft: draft ?? undefined,
    discussed: discussedAt === null ? undefined : (draft ?? undefined),
  }));
}

function inGridOrder(versions: readonly IndicatorVersion[]): IndicatorVersion[] {
  const keyOf = (one: IndicatorVersion) => `${one.component.code} ${one.name}`;
  return [...versions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

/** A version of an indicator that anyone may read. */
export interface OpenVersion {
  readonly id: string;
  readonly number: number;
  /** Null while it is being discussed. */
  readonly frozenAt: number | null;
}

/** Every version that was ever open to everybody, newest first. */
export function listOpenVersions(db: Db, territoryId: string, indicatorId: string): Promise<OpenVersion[]> {
  return db
    .selectFrom('indicator_version')
    .select(['id', 'number', 'frozen_at as frozenAt'])
    .where('territory_id', '=', territoryId)
    .where('indicator_id', '=', indicatorId)
    .where('discussed_at', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
}
