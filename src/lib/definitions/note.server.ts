import type { Participant } from '#lib/people/participant.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { isOpen } from '#lib/territory/phase.ts';
import { count } from './counter.server.ts';
import { MOST_PER_DEVICE } from './note.ts';
import { isKept, keepNotes, sentKey } from './sending.server.ts';
import { wordsTopicOf } from './topic.ts';

/** What somebody wrote, cleaned by its form: one idea, NFC, 1 to 280 characters. */
export interface Written {
  readonly questionId: string;
  readonly language: string;
  readonly text: string;
  /** Made on the sender's device, or by the server in the rendered form. */
  readonly sentId: string;
}

/**
 * A participant's note from their own device. Sent again, it is kept once; a note of the same id with other words is a
 * note of its own. Leaves no line in the journal: its time would outlive the link to the author.
 * @param facts.cycleSlug of the address that it was sent to
 * @param facts.atKiosk it was written on a device that stands in a public place
 * @returns whether it is new
 * @throws Refusal `gathering.notOpen`, `cycle.closed`, `definitions.tooMany`; NotThere when the device isn't in the room,
 * or the gathering isn't in the cycle
 */
export async function proposeNote(
  db: Db,
  facts: Written & { gatheringId: string; participant: Participant; cycleSlug?: string; atKiosk?: boolean },
  now: number,
): Promise<{ isNew: boolean }> {
  const { participant, gatheringId, questionId, language, text } = facts;
  const room = await getRoom(db, participant, gatheringId, questionId);
  if (facts.cycleSlug !== undefined && facts.cycleSlug !== room.cycle_slug) throw new NotThere('gathering');
  const key = { sender: participant.id, sent_id: sentKey(facts.sentId, facts) };
  const refusal = refusalOf(room);
  if (refusal) {
    // The answer to the first sending may have been lost on the way, and the gathering closed since.
    if (await isKept(db, { territory_id: participant.territoryId, ...key })) return { isNew: false };
    throw refusal;
  }
  const where = {
    territory_id: participant.territoryId,
    cycle_id: room.cycle_id,
    group_id: room.group_id,
    gathering_id: gatheringId,
    question_id: questionId,
  };
  const added = await keepNotes(db, [
    {
      ...where,
      visit_id: null,
      language,
      text,
      source: 'phone',
      ...key,
      author_id: participant.id,
      entered_by: null,
      created_at: now,
    },
  ]);
  const [note] = added;
  if (!note) return { isNew: false };
  if (facts.atKiosk)
    await db.insertInto('kiosk_note').values({ territory_id: where.territory_id, note_id: note.id }).execute();
  await count(db, where, { notes: 1 });
  announce(db, { territoryId: where.territory_id, topic: wordsTopicOf(where.group_id), unhurried: true });
  return { isNew: true };
}

/** Everything the rule asks, in one statement. @throws NotThere when the device isn't in this room */
async function getRoom(db: Db, participant: Participant, gatheringId: string, questionId: string) {
  const row = await db
    .selectFrom('gathering')
    .innerJoin('gathering_participant as guest', (join) =>
      join.onRef('guest.territory_id', '=', 'gathering.territory_id').onRef('guest.gathering_id', '=', 'gathering.id'),
    )
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'gathering.territory_id').onRef('group.id', '=', 'gathering.group_id'),
    )
    .innerJoin('question', (join) =>
      join.onRef('question.territory_id', '=', 'group.territory_id').onRef('question.cycle_id', '=', 'group.cycle_id'),
    )
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.territory_id', '=', 'group.territory_id').onRef('cycle.id', '=', 'group.cycle_id'),
    )
    .select([
      'gathering.phase',
      'gathering.group_id',
      'group.cycle_id',
      'cycle.slug as cycle_slug',
      'cycle.closed_at as cycle_closed_at',
    ])
    .select((e) =>
      e
        .selectFrom('note')
        .select((n) => n.fn.countAll<number>().as('sent'))
        .where('note.territory_id', '=', participant.territoryId)
        .where('note.author_id', '=', participant.id)
        .where('note.gathering_id', '=', gatheringId)
        .as('sent'),
    )
    .where('gathering.territory_id', '=', participant.territoryId)
    .where('gathering.id', '=', gatheringId)
    .where('guest.participant_id', '=', participant.id)
    .where('question.id', '=', questionId)
    .executeTakeFirst();
  const room = there(row, 'gathering');
  return { ...room, sent: Number(room.sent) };
}

function refusalOf(room: Awaited<ReturnType<typeof getRoom>>): Refusal | undefined {
  if (room.cycle_closed_at !== null) return new Refusal('cycle.closed');
  if (!isOpen(room.phase)) return new Refusal('gathering.notOpen');
  if (room.sent >= MOST_PER_DEVICE) return new Refusal('definitions.tooMany', { most: MOST_PER_DEVICE });
  return undefined;
}

export async function findNote(db: Db, territoryId: string, id: string): Promise<Row<'note'> | undefined> {
  return db
    .selectFrom('note')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The row as it is, whoever may read it: pages read through `shown.server.ts` instead. @throws NotThere */
export async function getNote(db: Db, territoryId: string, id: string): Promise<Row<'note'>> {
  const note = await findNote(db, territoryId, id);
  if (!note) throw new NotThere('note');
  return note;
}
