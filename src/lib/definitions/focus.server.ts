import { announce } from '#lib/platform/announcement.server.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getGathering, topicOf } from '#lib/territory/gathering.server.ts';
import { isShared } from '#lib/territory/phase.ts';
import { endFocus } from '#lib/territory/timer.server.ts';
import { findSharedNote } from './wall.server.ts';

interface InGathering {
  readonly territoryId: string;
  readonly gatheringId: string;
}

/**
 * Puts one note of the wall before the room, large, to talk about it, in place of any other; until it is taken away,
 * hidden or settled, or the room is led on. Nobody learns who asked to talk about it.
 * @throws NotThere for a note that the room may not read now
 */
export async function focusOn(
  db: Db,
  facts: InGathering & { noteId: string; accountId: string },
  now: number,
): Promise<void> {
  const { territoryId, gatheringId } = facts;
  const gathering = await getGathering(db, territoryId, gatheringId);
  const shared = isShared(gathering.phase) ? await findSharedNote(db, gathering, facts.noteId) : undefined;
  const chosen = { note_id: there(shared, 'note').id, chosen_by: facts.accountId, chosen_at: now };
  await db
    .insertInto('gathering_focus')
    .values({ territory_id: territoryId, gathering_id: gatheringId, ...chosen })
    .onConflict((conflict) => conflict.columns(['territory_id', 'gathering_id']).doUpdateSet(chosen))
    .execute();
  tell(db, facts);
}

/** The room sees its whole wall again. */
export async function unfocus(db: Db, facts: InGathering): Promise<void> {
  await endFocus(db, facts);
  tell(db, facts);
}

function tell(db: Db, { territoryId, gatheringId }: InGathering): void {
  announce(db, { territoryId, topic: topicOf(gatheringId), unhurried: true });
}
