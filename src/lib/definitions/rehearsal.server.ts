import { createParticipant, type Participant } from '#lib/people/participant.server.ts';
import { PROGRAM, record, type Actor } from '#lib/platform/journal.server.ts';
import { DAY, dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getGathering, joinGathering, topicOf } from '#lib/territory/gathering.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { getRehearsal, REHEARSAL_SIZE } from '#lib/territory/rehearsal.server.ts';
import { eraseWords } from './author.server.ts';
import { proposeNote } from './note.server.ts';
import { inventedNotes } from './rehearsal-notes.ts';

/** An exercise that nobody has thrown away is thrown away after so long. */
const LASTS = 7 * DAY;

/**
 * Eight invented people come in, each with a device, and write what is invented for them, under the same rules as
 * anybody. Once; after that, nothing.
 * @throws NotThere where nobody exercises; Refusal `gathering.notOpen`
 */
export async function letPeopleWrite(
  db: Db,
  facts: { territoryId: string; cycleId: string; gatheringId: string },
  now: number,
): Promise<void> {
  const { territoryId, cycleId, gatheringId } = facts;
  const rehearsal = await getRehearsal(db, territoryId, cycleId);
  const gathering = await getGathering(db, territoryId, gatheringId);
  if (rehearsal.written_at !== null) return;
  await set(db, rehearsal, { written_at: now });
  const people: Participant[] = [];
  for (let person = 0; person < REHEARSAL_SIZE; person++) {
    const participant = await createParticipant(db, { territoryId, day: dayOf(now, 'UTC') });
    await joinGathering(db, { gathering, participant });
    people.push(participant);
  }
  for (const { id: questionId, polarity } of await listQuestions(db, territoryId, cycleId))
    for (const { person, language, text } of inventedNotes(polarity)) {
      const participant = people[person];
      const sentId = `rehearsal ${questionId}`;
      if (participant) await proposeNote(db, { participant, gatheringId, questionId, language, text, sentId }, now);
    }
}

/** Throws an exercise away: nobody finds it any more, and every word in it is erased. Safe to run again. */
export async function endRehearsal(
  db: Db,
  facts: { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<void> {
  const { territoryId, cycleId, actor } = facts;
  const rehearsal = await getRehearsal(db, territoryId, cycleId);
  await set(db, rehearsal, { ended_by: actor.id ?? '', ended_at: now });
  await db
    .updateTable('cycle')
    .set({ closed_at: now, closed_by: actor.id })
    .where('territory_id', '=', territoryId)
    .where('id', '=', cycleId)
    .execute();
  const notes = db.selectFrom('note').select(['territory_id', 'id']).where('territory_id', '=', territoryId);
  await eraseWords(
    db,
    await notes.where('cycle_id', '=', cycleId).where('erased_at', 'is', null).execute(),
    'time',
    now,
  );
  for (const id of await closeRooms(db, territoryId, cycleId, now))
    await record(
      db,
      { territoryId, actor, verb: 'rehearsal.ended', subject: ['cycle', cycleId], topic: topicOf(id) },
      now,
    );
}

async function closeRooms(db: Db, territoryId: string, cycleId: string, now: number): Promise<string[]> {
  const closed = await db
    .updateTable('gathering')
    .set({ phase: 'closed', closed_at: now })
    .where('territory_id', '=', territoryId)
    .where('group_id', 'in', (e) =>
      e
        .selectFrom('group')
        .select('group.id')
        .where('group.territory_id', '=', territoryId)
        .where('group.cycle_id', '=', cycleId),
    )
    .returning('id')
    .execute();
  return closed.map((gathering) => gathering.id);
}

/** Throws away the exercises of a territory that began more than seven days ago. */
export async function endOldRehearsals(db: Db, territoryId: string, now: number): Promise<void> {
  const old = await db
    .selectFrom('cycle_rehearsal')
    .select('cycle_id')
    .where('territory_id', '=', territoryId)
    .where('ended_at', 'is', null)
    .where('begun_at', '<=', now - LASTS)
    .execute();
  for (const { cycle_id: cycleId } of old) await endRehearsal(db, { territoryId, cycleId, actor: PROGRAM }, now);
}

async function set(
  db: Db,
  rehearsal: Row<'cycle_rehearsal'>,
  change: Partial<Pick<Row<'cycle_rehearsal'>, 'written_at' | 'ended_at' | 'ended_by'>>,
): Promise<void> {
  await db
    .updateTable('cycle_rehearsal')
    .set(change)
    .where('territory_id', '=', rehearsal.territory_id)
    .where('cycle_id', '=', rehearsal.cycle_id)
    .execute();
}
