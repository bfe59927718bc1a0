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
  readonly targetSize: number;
  readonly neighbourhoodId: string | null;
}

export async function createGroup(
  db: Db,
  facts: GroupFacts & { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const id = randomId();
  const position = (await listGroups(db, facts.territoryId, facts.cycleId)).length + 1;
  await db
    .insertInto('group')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      ...columnsOf(facts),
      position,
      retired_at: null,
    })
    .execute();
  await record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb: 'group.created', subject: ['group', id] },
    now,
  );
  return id;
}

export async function changeGroup(
  db: Db,
  facts: GroupFacts & { territoryId: string; groupId: string; actor: Actor },
  now: number,
): Promise<void> {
  await getGroup(db, facts.territoryId, facts.groupId);
  await db
    .updateTable('group')
    .set(columnsOf(facts))
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.groupId)
    .execute();
  const subject = ['group', facts.groupId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'group.changed', subject }, now);
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

function columnsOf(facts: GroupFacts) {
  return {
    kind: facts.kind,
    name: facts.name,
    stands_for: facts.standsFor,
    target_size: facts.targetSize,
    neighbourhood_id: facts.neighbourhoodId,
  };
}
