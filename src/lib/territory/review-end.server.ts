import type { Actor } from '#lib/platform/journal.server.ts';
import { rewriteInRandomOrder } from '#lib/platform/random-order.server.ts';
import type { Db } from '#lib/platform/tables.ts';

/**
 * Ends the review of a cycle, if one is open. From then on nothing in the tables tells with what somebody's answer and
 * words were written.
 * @returns whether one was open
 */
export async function endReview(
  db: Db,
  facts: { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<boolean> {
  const here = { territory_id: facts.territoryId, cycle_id: facts.cycleId };
  const { numUpdatedRows } = await db
    .updateTable('review')
    .set({ closed_at: now, closed_by: facts.actor.id })
    .where((e) => e.and(here))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await rewriteInRandomOrder(db, ['review_taken', 'review_answer', 'review_words'], here);
  return true;
}
