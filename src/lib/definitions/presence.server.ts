import { record } from '#lib/platform/journal.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getGathering } from '#lib/territory/gathering.server.ts';
import './tables.ts';

/** How many people were there, with or without a phone; counted by whoever facilitates, and corrected by counting again. */
export async function countPresence(
  db: Db,
  facts: { territoryId: string; gatheringId: string; people: number; accountId: string },
  now: number,
): Promise<void> {
  const { territoryId, people, accountId } = facts;
  const gathering = await getGathering(db, territoryId, facts.gatheringId);
  const entered = { people, entered_by: accountId, entered_at: now };
  await db
    .insertInto('gathering_presence')
    .values({ territory_id: territoryId, gathering_id: gathering.id, ...entered })
    .onConflict((conflict) => conflict.columns(['territory_id', 'gathering_id']).doUpdateSet(entered))
    .execute();
  const actor = { kind: 'account', id: accountId } as const;
  await record(db, { territoryId, actor, verb: 'presence.counted', subject: ['gathering', gathering.id] }, now);
}

export async function findPresence(db: Db, territoryId: string, gatheringId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('gathering_presence')
    .select('people')
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .executeTakeFirst();
  return row?.people;
}
