import { record } from '#lib/platform/journal.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf } from './acting.ts';
import { findGridVersion, useGridVersion } from './grid-version.server.ts';
import './tables.ts';

/**
 * The next cycle keeps the last one's indicators in the same frozen versions, so that change can be seen, and its
 * grid where it has none of its own. What is retired or was never adopted stays behind. Doing it again adds only what
 * was adopted since.
 * @returns how many were carried now
 */
export async function carryIndicators(
  db: Db,
  facts: { territoryId: string; fromCycleId: string; toCycleId: string; actor: Actor },
  now: number,
): Promise<number> {
  const { territoryId, fromCycleId, toCycleId, actor } = facts;
  await requireOpenCycle(db, territoryId, toCycleId);
  await carryGrid(db, facts, now);
  const kept = await db
    .selectFrom('cycle_indicator as here')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.territory_id', '=', 'here.territory_id').onRef('indicator.id', '=', 'here.indicator_id'),
    )
    .select(['here.indicator_id', 'here.indicator_version_id'])
    .where('here.territory_id', '=', territoryId)
    .where('here.cycle_id', '=', fromCycleId)
    .where('here.indicator_version_id', 'is not', null)
    .where('indicator.status', '!=', 'retired')
    .execute();
  if (kept.length === 0) return 0;
  const added = await db
    .insertInto('cycle_indicator')
    .values(
      kept.map((one) => ({
        territory_id: territoryId,
        cycle_id: toCycleId,
        ...one,
        carried_from: fromCycleId,
        added_by: accountOf(actor),
        added_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id', 'indicator_id']).doNothing())
    .returning('indicator_id')
    .execute();
  await record(db, { territoryId, actor, verb: 'indicators.carried', subject: ['cycle', toCycleId] }, now);
  return added.length;
}

async function carryGrid(
  db: Db,
  { territoryId, fromCycleId, toCycleId, actor }: Parameters<typeof carryIndicators>[1],
  now: number,
): Promise<void> {
  const own = await findGridVersion(db, territoryId, toCycleId);
  const last = await findGridVersion(db, territoryId, fromCycleId);
  if (own || !last) return;
  await useGridVersion(db, { territoryId, cycleId: toCycleId, actor, versionId: last.id }, now);
}
