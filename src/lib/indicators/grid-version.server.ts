import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, type InCycle } from './acting.ts';
import './tables.ts';

/** Makes the territory's next version of the grid, still empty, and ties the cycle to it. @returns its id */
export async function addGridVersion(
  db: Db,
  facts: InCycle & { origin: string; basedOnId: string | null },
  now: number,
): Promise<string> {
  const { territoryId, origin, basedOnId, actor } = facts;
  const id = randomId();
  const { last } = await db
    .selectFrom('grid_version')
    .select((e) => e.fn.coalesce(e.fn.max('number'), e.lit(0)).as('last'))
    .where('territory_id', '=', territoryId)
    .executeTakeFirstOrThrow();
  const made = { created_by: accountOf(actor), created_at: now };
  await db
    .insertInto('grid_version')
    .values({ territory_id: territoryId, id, number: last + 1, origin, based_on_id: basedOnId, ...made })
    .execute();
  await useGridVersion(db, { ...facts, versionId: id }, now);
  return id;
}

/**
 * Ties a cycle to a version of the grid.
 * @throws Refusal `indicators.gridInUse` when something in the cycle is already sorted by another version
 */
export async function useGridVersion(db: Db, facts: InCycle & { versionId: string }, now: number): Promise<void> {
  const { territoryId, cycleId, versionId, actor } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const version = await getGridVersion(db, territoryId, versionId);
  if (await hasClassification(db, territoryId, cycleId)) throw new Refusal('indicators.gridInUse');
  const tie = { grid_version_id: version.id, set_by: accountOf(actor), set_at: now };
  await db
    .insertInto('cycle_grid')
    .values({ territory_id: territoryId, cycle_id: cycleId, ...tie })
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id']).doUpdateSet(tie))
    .execute();
  await record(db, { territoryId, actor, verb: 'grid.used', subject: ['grid_version', version.id] }, now);
}

async function getGridVersion(db: Db, territoryId: string, id: string): Promise<Row<'grid_version'>> {
  const row = await db
    .selectFrom('grid_version')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'grid version');
}

/** The version that a cycle sorts by, if it has one. */
export function findGridVersion(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<Row<'grid_version'> | undefined> {
  return db
    .selectFrom('cycle_grid')
    .innerJoin('grid_version', (join) =>
      join
        .onRef('grid_version.territory_id', '=', 'cycle_grid.territory_id')
        .onRef('grid_version.id', '=', 'cycle_grid.grid_version_id'),
    )
    .selectAll('grid_version')
    .where('cycle_grid.territory_id', '=', territoryId)
    .where('cycle_grid.cycle_id', '=', cycleId)
    .executeTakeFirst();
}

/** The names of the other cycles that sort by the same version: what is changed in it changes for them too. */
export async function listCyclesSharingGrid(db: Db, territoryId: string, cycleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cycle_grid as own')
    .innerJoin('cycle_grid as other', (join) =>
      join
        .onRef('other.territory_id', '=', 'own.territory_id')
        .onRef('other.grid_version_id', '=', 'own.grid_version_id')
        .onRef('other.cycle_id', '!=', 'own.cycle_id'),
    )
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.territory_id', '=', 'other.territory_id').onRef('cycle.id', '=', 'other.cycle_id'),
    )
    .select('cycle.name')
    .where('own.territory_id', '=', territoryId)
    .where('own.cycle_id', '=', cycleId)
    .orderBy('cycle.created_at')
    .execute();
  return rows.map((row) => row.name);
}

/** Whether anything said in this cycle was ever sorted, or a path begun: from then on its grid stays. */
export async function hasClassification(db: Db, territoryId: string, cycleId: string): Promise<boolean> {
  const sorted = await db
    .selectFrom('classification')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.territory_id', '=', 'classification.territory_id')
        .onRef('criterion.id', '=', 'classification.criterion_id'),
    )
    .innerJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'criterion.territory_id').onRef('note.id', '=', 'criterion.note_id'),
    )
    .select('classification.id')
    .where('classification.territory_id', '=', territoryId)
    .where('note.cycle_id', '=', cycleId)
    .limit(1)
    .executeTakeFirst();
  if (sorted) return true;
  const path = await db
    .selectFrom('progress_path')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .limit(1)
    .executeTakeFirst();
  return path !== undefined;
}
