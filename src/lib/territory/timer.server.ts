import type { Db, Row } from '#lib/platform/tables.ts';

/** From here on there is no limit to the phase. */
export async function endTimer(
  db: Db,
  { territoryId, gatheringId }: { territoryId: string; gatheringId: string },
): Promise<void> {
  await db
    .deleteFrom('gathering_timer')
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .execute();
}

/** When the time for the phase is over (UTC milliseconds), where there is a limit. */
export async function findTimer(
  db: Db,
  gathering: Pick<Row<'gathering'>, 'territory_id' | 'id'>,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('gathering_timer')
    .select('ends_at')
    .where('territory_id', '=', gathering.territory_id)
    .where('gathering_id', '=', gathering.id)
    .executeTakeFirst();
  return row?.ends_at;
}

/** From here on no note stands before the room. */
export async function endFocus(
  db: Db,
  { territoryId, gatheringId }: { territoryId: string; gatheringId: string },
): Promise<void> {
  await db
    .deleteFrom('gathering_focus')
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .execute();
}
