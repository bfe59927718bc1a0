import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import type { GroupKind } from './tables.ts';

export interface GroupFacts {
  readonly kind: GroupKind;
  readonly name: string;
  /** Whom the group stands for. */
  readonly standsFor: string;
  /** People expected; a homogeneous group is 7 to 12. */
  readonly targetSize: number;
  readonly neighbourhoodId: string | null;
}

/** @param facts.id as the sender made it: sent again it is the same group */
export async function createGroup(
  db: Db,
  facts: GroupFacts & { territoryId: string; cycleId: string; id?: string; previousGroupId?: string; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  await requireNeighbourhood(db, facts);
  const id = facts.id ?? randomId();
  const { position } = await db
    .selectFrom('group')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('position'))
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .executeTakeFirstOrThrow();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('group')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      ...columnsOf(facts),
      previous_group_id: facts.previousGroupId ?? null,
      position: position + 1,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await recordOn(db, { ...facts, groupId: id }, 'group.created', now);
  return id;
}

/** @throws Refusal `cycle.closed` */
export async function changeGroup(
  db: Db,
  facts: GroupFacts & { territoryId: string; groupId: string; actor: Actor },
  now: number,
): Promise<void> {
  await requireNeighbourhood(db, facts);
  await update(db, facts, columnsOf(facts));
  await recordOn(db, facts, 'group.changed', now);
}

/** A group that meets no more; what it said stays. @throws Refusal `cycle.closed` */
export async function retireGroup(
  db: Db,
  facts: { territoryId: string; groupId: string; actor: Actor },
  now: number,
): Promise<void> {
  await update(db, facts, { retired_at: now });
  await recordOn(db, facts, 'group.retired', now);
}

export async function getGroup(db: Db, territoryId: string, id: string): Promise<Row<'group'>> {
  const row = await db
    .selectFrom('group')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'group');
}

/** The groups that meet, in the order in which they were made. */
export function listGroups(db: Db, territoryId: string, cycleId: string): Promise<Row<'group'>[]> {
  return db
    .selectFrom('group')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** @throws NotThere for another territory's neighbourhood */
async function requireNeighbourhood(
  db: Db,
  facts: { territoryId: string; neighbourhoodId: string | null },
): Promise<void> {
  if (facts.neighbourhoodId === null) return;
  const row = await db
    .selectFrom('neighbourhood')
    .select('id')
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.neighbourhoodId)
    .executeTakeFirst();
  there(row, 'neighbourhood');
}

async function update(
  db: Db,
  facts: { territoryId: string; groupId: string },
  change: ReturnType<typeof columnsOf> | { retired_at: number },
): Promise<void> {
  const { territoryId, groupId } = facts;
  const group = await getGroup(db, territoryId, groupId);
  await requireOpenCycle(db, territoryId, group.cycle_id);
  await db.updateTable('group').set(change).where('territory_id', '=', territoryId).where('id', '=', groupId).execute();
}

function columnsOf(facts: GroupFacts) {
  return {
    kind: facts.kind,
    name: facts.name,
    stands_for: facts.standsFor,
    target_size: facts.targetSize,
    neighbourhood_id: facts.neighbourhoodId,
  };
}

function recordOn(
  db: Db,
  facts: { territoryId: string; groupId: string; actor: Actor },
  verb: string,
  now: number,
): Promise<void> {
  const { territoryId, groupId, actor } = facts;
  return record(db, { territoryId, actor, verb, subject: ['group', groupId] }, now);
}
