import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';

/** @param facts.id as the sender made it: sent again it is the same neighbourhood */
export async function addNeighbourhood(
  db: Db,
  facts: { territoryId: string; name: string; id?: string; actor: Actor },
  now: number,
): Promise<string> {
  const id = facts.id ?? randomId();
  const { position } = await db
    .selectFrom('neighbourhood')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('position'))
    .where('territory_id', '=', facts.territoryId)
    .executeTakeFirstOrThrow();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('neighbourhood')
    .values({ territory_id: facts.territoryId, id, name: facts.name, position: position + 1, retired_at: null })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await recordOn(db, { ...facts, neighbourhoodId: id }, 'neighbourhood.added', now);
  return id;
}

export async function renameNeighbourhood(
  db: Db,
  facts: { territoryId: string; neighbourhoodId: string; name: string; actor: Actor },
  now: number,
): Promise<void> {
  await update(db, facts, { name: facts.name });
  await recordOn(db, facts, 'neighbourhood.renamed', now);
}

/** A neighbourhood that is no longer offered; groups and answers that name it keep it. */
export async function retireNeighbourhood(
  db: Db,
  facts: { territoryId: string; neighbourhoodId: string; actor: Actor },
  now: number,
): Promise<void> {
  await update(db, facts, { retired_at: now });
  await recordOn(db, facts, 'neighbourhood.retired', now);
}

/** Those that are offered, in the order in which they were added. */
export function listNeighbourhoods(db: Db, territoryId: string): Promise<Row<'neighbourhood'>[]> {
  return db
    .selectFrom('neighbourhood')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
}

async function update(
  db: Db,
  facts: { territoryId: string; neighbourhoodId: string },
  change: { name: string } | { retired_at: number },
): Promise<void> {
  const row = await db
    .updateTable('neighbourhood')
    .set(change)
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.neighbourhoodId)
    .returning('id')
    .executeTakeFirst();
  there(row, 'neighbourhood');
}

function recordOn(
  db: Db,
  facts: { territoryId: string; neighbourhoodId: string; actor: Actor },
  verb: string,
  now: number,
): Promise<void> {
  const { territoryId, neighbourhoodId, actor } = facts;
  return record(db, { territoryId, actor, verb, subject: ['neighbourhood', neighbourhoodId] }, now);
}
