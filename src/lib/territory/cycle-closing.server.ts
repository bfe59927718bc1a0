import { INSTALLATION } from '#lib/people/account.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireDecision } from './decision.server.ts';
import { leadGathering, listGatherings } from './gathering.server.ts';
import { endReview } from './review-end.server.ts';

/**
 * Closes the cycle: everything stays readable, nothing is added. Its gatherings, those that are only planned too, and
 * the review of the process end with it.
 * @throws Refusal `decision.needed` without a body's confirmed decision, `cycle.closed` when it already is closed
 */
export async function closeCycle(
  db: Db,
  facts: { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<void> {
  const { territoryId, cycleId, actor } = facts;
  await requireDecision(db, { territoryId, purpose: 'close-cycle', subjectId: cycleId });
  for (const { id, phase, question_id } of await listGatherings(db, territoryId, cycleId)) {
    const last = { territoryId, gatheringId: id, phase: 'closed', questionId: question_id, actor } as const;
    if (phase !== 'closed') await leadGathering(db, last, now);
  }
  const { numUpdatedRows } = await db
    .updateTable('cycle')
    .set({ closed_at: now, closed_by: actor.id })
    .where('territory_id', '=', territoryId)
    .where('id', '=', cycleId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refusal('cycle.closed');
  await endReview(db, facts, now);
  announce(db, { territoryId: INSTALLATION });
  const subject = ['cycle', cycleId] as const;
  await record(db, { territoryId: territoryId, actor, verb: 'cycle.closed', subject }, now);
}
