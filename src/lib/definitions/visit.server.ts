import { createParticipant } from '#lib/people/participant.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { findQuestion } from '#lib/territory/question.server.ts';
import { listBlocks } from './campaign.server.ts';
import { count } from './counter.server.ts';
import { findNote, type Written } from './note.server.ts';
import { keepNotes, sentKey } from './sending.server.ts';
import { wordsTopicOf } from './topic.ts';

export type Visit = Row<'relay_visit'>;

/**
 * A relay begins at somebody's door, once this person has agreed that their words be noted. Neither a name nor an
 * address is kept, at most a street block. The same form sent again is the same visit.
 * @returns the visit's id
 */
export async function beginVisit(
  db: Db,
  facts: {
    territoryId: string;
    groupId: string;
    language: string;
    /** One of the territory's street blocks that are offered. */
    blockId?: string | undefined;
    sentId: string;
    accountId: string;
  },
  now: number,
): Promise<string> {
  const group = await getGroup(db, facts.territoryId, facts.groupId);
  await requireOpenCycle(db, facts.territoryId, group.cycle_id);
  const blocks = facts.blockId === undefined ? [] : await listBlocks(db, facts.territoryId);
  const block =
    facts.blockId === undefined
      ? undefined
      : there(
          blocks.find(({ id }) => id === facts.blockId),
          'block',
        );
  const sender = { territory_id: facts.territoryId, relay_id: facts.accountId, sent_id: facts.sentId };
  const added = await db
    .insertInto('relay_visit')
    .values({
      ...sender,
      id: randomId(),
      cycle_id: group.cycle_id,
      group_id: group.id,
      participant_id: null,
      language: facts.language,
      agreed_at: now,
      read_back_at: null,
      block_id: block?.id ?? null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'relay_id', 'sent_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) {
    await recordOn(db, { ...facts, visitId: added.id }, 'visit.begun', now);
    return added.id;
  }
  const { id } = await visits(db, facts.territoryId)
    .where('relay_id', '=', facts.accountId)
    .where('sent_id', '=', facts.sentId)
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Refusal `definitions.visitEnded` once what was noted has been read back, `cycle.closed` */
export async function noteAtDoor(
  db: Db,
  facts: Written & { territoryId: string; visitId: string; accountId: string },
  now: number,
): Promise<{ isNew: boolean }> {
  const visit = await getVisit(db, facts);
  await requireOpenCycle(db, visit.territory_id, visit.cycle_id);
  const question = await findQuestion(db, facts.territoryId, facts.questionId);
  if (question?.cycle_id !== visit.cycle_id) throw new NotThere('question');
  if (visit.read_back_at !== null) throw new Refusal('definitions.visitEnded');
  const where = {
    territory_id: facts.territoryId,
    cycle_id: visit.cycle_id,
    group_id: visit.group_id,
    gathering_id: null,
    question_id: facts.questionId,
  };
  const added = await keepNotes(db, [
    {
      ...where,
      visit_id: visit.id,
      language: facts.language,
      text: facts.text,
      source: 'relay',
      sender: facts.accountId,
      sent_id: sentKey(facts.sentId, facts),
      author_id: null,
      entered_by: facts.accountId,
      created_at: now,
    },
  ]);
  await count(db, where, { notes: added.length });
  return { isNew: added.length > 0 };
}

/**
 * Ends a visit: what was noted has been read back to the person, and now belongs to the group. With `withCode`, the
 * person gets a private code by which they can come back to their words.
 * @returns the code to hand over, shown this once
 * @throws Refusal `definitions.visitEmpty`, `definitions.visitEnded`
 */
export async function endVisit(
  db: Db,
  facts: { territoryId: string; visitId: string; accountId: string; withCode: boolean; sentId: string; day: string },
  now: number,
): Promise<{ code: string | undefined }> {
  const visit = await getVisit(db, facts);
  const notes = await listVisitNotes(db, facts.territoryId, facts.visitId);
  if (notes.length === 0) throw new Refusal('definitions.visitEmpty');
  const author = facts.withCode
    ? await createParticipant(db, { territoryId: facts.territoryId, day: facts.day, sentId: facts.sentId })
    : undefined;
  if (visit.read_back_at !== null) {
    // The same form sent twice shows its code twice; another form comes too late.
    if (visit.participant_id === (author?.id ?? null)) return { code: author?.code };
    throw new Refusal('definitions.visitEnded');
  }
  const { numUpdatedRows } = await db
    .updateTable('relay_visit')
    .set({ read_back_at: now, participant_id: author?.id ?? null })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', visit.id)
    .where('read_back_at', 'is', null)
    .executeTakeFirst();
  // Sent twice at once, the other has ended it meanwhile.
  if (numUpdatedRows === 0n) return endVisit(db, facts, now);
  if (author)
    await db
      .updateTable('note')
      .set({ author_id: author.id })
      .where('territory_id', '=', facts.territoryId)
      .where('visit_id', '=', visit.id)
      .execute();
  await recordOn(db, facts, 'visit.read-back', now);
  announce(db, { territoryId: facts.territoryId, topic: wordsTopicOf(visit.group_id), unhurried: true });
  return { code: author?.code };
}

/**
 * A note that was misheard is struck out at the door, before it is read back. Its row and its count stay.
 * @throws NotThere when it isn't of this visit; Refusal `definitions.visitEnded`
 */
export async function strikeAtDoor(
  db: Db,
  facts: { territoryId: string; visitId: string; noteId: string; accountId: string },
  now: number,
): Promise<void> {
  const visit = await getVisit(db, facts);
  if (visit.read_back_at !== null) throw new Refusal('definitions.visitEnded');
  const note = await findNote(db, facts.territoryId, facts.noteId);
  await db
    .updateTable('note')
    .set({ text: '', erased_at: now, erased_because: 'author' })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', there(note?.visit_id === visit.id ? note : undefined, 'note').id)
    .where('erased_at', 'is', null)
    .execute();
}

/** A relay's own visit. @throws NotThere for anybody else's */
export async function getVisit(
  db: Db,
  facts: { territoryId: string; visitId: string; accountId: string },
): Promise<Visit> {
  const row = await visits(db, facts.territoryId)
    .where('id', '=', facts.visitId)
    .where('relay_id', '=', facts.accountId)
    .executeTakeFirst();
  return there(row, 'visit');
}

/** What was noted at this door, in the order of the questions. */
export function listVisitNotes(db: Db, territoryId: string, visitId: string) {
  return db
    .selectFrom('note')
    .innerJoin('question', (join) =>
      join.onRef('question.territory_id', '=', 'note.territory_id').onRef('question.id', '=', 'note.question_id'),
    )
    .select(['note.id', 'note.text', 'note.language', 'note.question_id as questionId'])
    .where('note.territory_id', '=', territoryId)
    .where('note.visit_id', '=', visitId)
    .where('note.erased_at', 'is', null)
    .where('note.withdrawn_at', 'is', null)
    .orderBy('question.position')
    .orderBy('note.created_at')
    .orderBy('note.id')
    .execute();
}

/** A relay's visits of a cycle, with how many notes each brought; those that have not ended first. */
export async function listVisits(db: Db, facts: { territoryId: string; cycleId: string; accountId: string }) {
  const rows = await visits(db, facts.territoryId)
    .select((e) =>
      e
        .selectFrom('note')
        .select((n) => n.fn.countAll<number>().as('notes'))
        .whereRef('note.territory_id', '=', 'relay_visit.territory_id')
        .whereRef('note.visit_id', '=', 'relay_visit.id')
        .as('notes'),
    )
    .where('cycle_id', '=', facts.cycleId)
    .where('relay_id', '=', facts.accountId)
    .orderBy('agreed_at', 'desc')
    .execute();
  const all = rows.map((row) => ({ ...row, notes: Number(row.notes) }));
  return [...all.filter((row) => row.read_back_at === null), ...all.filter((row) => row.read_back_at !== null)];
}

function visits(db: Db, territoryId: string) {
  return db.selectFrom('relay_visit').selectAll('relay_visit').where('relay_visit.territory_id', '=', territoryId);
}

function recordOn(
  db: Db,
  facts: { territoryId: string; visitId: string; accountId: string },
  verb: string,
  now: number,
): Promise<void> {
  const actor = { kind: 'account', id: facts.accountId } as const;
  return record(db, { territoryId: facts.territoryId, actor, verb, subject: ['relay_visit', facts.visitId] }, now);
}
