import type { Db } from '#lib/platform/tables.ts';

/** From here on the group may read its words on these questions; what was open once stays so. */
export async function openSharing(
  db: Db,
  facts: { territoryId: string; gatheringId: string; questionIds: readonly string[] },
  now: number,
): Promise<void> {
  for (const questionId of facts.questionIds)
    await db
      .insertInto('gathering_sharing')
      .values({
        territory_id: facts.territoryId,
        gathering_id: facts.gatheringId,
        question_id: questionId,
        opened_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The questions whose words the group has opened for sharing. */
export async function listSharedQuestionIds(db: Db, territoryId: string, gatheringId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('gathering_sharing')
    .select('question_id')
    .where('territory_id', '=', territoryId)
    .where('gathering_id', '=', gatheringId)
    .execute();
  return rows.map((row) => row.question_id);
}
