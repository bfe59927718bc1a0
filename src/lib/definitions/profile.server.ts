import type { Participant } from '#lib/people/participant.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { PROFILE_ITEMS, type Profile } from './profile.ts';

/**
 * Counts what a person told of themselves, item by item: no row says who told what, and no item is joined to another
 * or to a note. A device is counted once in a gathering.
 */
export async function countProfile(
  db: Db,
  facts: { participant: Participant; gatheringId: string; profile: Profile },
): Promise<void> {
  const { participant, gatheringId, profile } = facts;
  const told = PROFILE_ITEMS.flatMap((item) => (profile[item] ? [{ item, value: profile[item] }] : []));
  if (told.length === 0) return;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('profile_given')
    .values({ territory_id: participant.territoryId, gathering_id: gatheringId, participant_id: participant.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  for (const { item, value } of told)
    await db
      .insertInto('profile_count')
      .values({ territory_id: participant.territoryId, gathering_id: gatheringId, item, value, people: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['territory_id', 'gathering_id', 'item', 'value'])
          .doUpdateSet((e) => ({ people: e('profile_count.people', '+', 1) })),
      )
      .execute();
}

/**
 * Who came to the gatherings of a cycle, item by item. `value` is an age band, a sex or a neighbourhood's id. Who comes
 * to the rainbow group came to their own group before: they aren't counted twice.
 */
export async function listProfileCounts(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<{ item: string; value: string; people: number }[]> {
  const rows = await db
    .selectFrom('profile_count')
    .innerJoin('gathering', (join) =>
      join
        .onRef('gathering.territory_id', '=', 'profile_count.territory_id')
        .onRef('gathering.id', '=', 'profile_count.gathering_id'),
    )
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'gathering.territory_id').onRef('group.id', '=', 'gathering.group_id'),
    )
    .select(['profile_count.item', 'profile_count.value'])
    .select((e) => e.fn.sum<number>('profile_count.people').as('people'))
    .where('profile_count.territory_id', '=', territoryId)
    .where('group.cycle_id', '=', cycleId)
    .where('group.kind', '!=', 'rainbow')
    .groupBy(['profile_count.item', 'profile_count.value'])
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}
