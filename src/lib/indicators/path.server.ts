import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, type InCycle } from './acting.ts';
import { getComponent } from './component.server.ts';
import './tables.ts';

/** The cycle's progress path for a component; made when it isn't there yet. */
export async function openPath(
  db: Db,
  facts: InCycle & { componentId: string },
  now: number,
): Promise<Row<'progress_path'>> {
  const { territoryId, cycleId, componentId, actor } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  await getComponent(db, facts);
  const made = { created_by: accountOf(actor), created_at: now };
  await db
    .insertInto('progress_path')
    .values({ territory_id: territoryId, id: randomId(), cycle_id: cycleId, component_id: componentId, ...made })
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id', 'component_id']).doNothing())
    .execute();
  return there(await findPath(db, facts), 'path');
}

export function findPath(
  db: Db,
  { territoryId, cycleId, componentId }: { territoryId: string; cycleId: string; componentId: string },
): Promise<Row<'progress_path'> | undefined> {
  return db
    .selectFrom('progress_path')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('component_id', '=', componentId)
    .executeTakeFirst();
}

/** Whoever writes to the same path at the same time comes after this command. */
export async function holdPath(db: Db, path: Row<'progress_path'>): Promise<void> {
  await db
    .updateTable('progress_path')
    .set({ created_at: path.created_at })
    .where('territory_id', '=', path.territory_id)
    .where('id', '=', path.id)
    .execute();
}
