import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { MINUTE } from '#lib/platform/time.ts';
import { getGathering, topicOf } from '#lib/territory/gathering.server.ts';
import { isOpen } from '#lib/territory/phase.ts';
import { endTimer } from '#lib/territory/timer.server.ts';

interface InGathering {
  readonly territoryId: string;
  readonly gatheringId: string;
}

/**
 * Gives the phase that a gathering is in so many minutes from now, in place of what was set before. Nothing happens
 * when they are over: whoever leads goes on when the group is ready.
 * @param facts.minutes 1 to 60
 * @throws Refusal `gathering.notOpen`
 */
export async function setTimer(
  db: Db,
  facts: InGathering & { minutes: number; actor: Actor & { id: string } },
  now: number,
): Promise<void> {
  const { territoryId, gatheringId, minutes, actor } = facts;
  const gathering = await getGathering(db, territoryId, gatheringId);
  if (!isOpen(gathering.phase)) throw new Refusal('gathering.notOpen');
  const set = { ends_at: now + minutes * MINUTE, set_by: actor.id, set_at: now };
  await db
    .insertInto('gathering_timer')
    .values({ territory_id: territoryId, gathering_id: gatheringId, ...set })
    .onConflict((conflict) => conflict.columns(['territory_id', 'gathering_id']).doUpdateSet(set))
    .execute();
  await tell(db, facts, 'gathering.timed', now);
}

/** There is no limit any more. */
export async function stopTimer(db: Db, facts: InGathering & { actor: Actor }, now: number): Promise<void> {
  await endTimer(db, facts);
  await tell(db, facts, 'gathering.timer-stopped', now);
}

function tell(db: Db, facts: InGathering & { actor: Actor }, verb: string, now: number): Promise<void> {
  const { territoryId, gatheringId, actor } = facts;
  const topic = topicOf(gatheringId);
  return record(db, { territoryId, actor, verb, subject: ['gathering', gatheringId], topic }, now);
}
