import { announce } from '#lib/platform/announcement.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getNote } from './note.server.ts';
import { wordsTopicOf } from './topic.ts';

interface OnNote {
  readonly territoryId: string;
  readonly noteId: string;
  /** The account of whoever facilitates the group. */
  readonly accountId: string;
}

/** Holds a note back everywhere, for a reason that its author reads. The note stays word for word; hiding twice is once. */
export async function hideNote(db: Db, facts: OnNote & { reason: string }, now: number): Promise<void> {
  const note = await getNote(db, facts.territoryId, facts.noteId);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('note_hiding')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      note_id: note.id,
      reason: facts.reason,
      hidden_by: facts.accountId,
      hidden_at: now,
      shown_by: null,
      shown_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await tell(db, facts, note.group_id, 'note.hidden', now);
}

/** Lets a hidden note be seen again; that it was hidden, by whom and why, stays told. */
export async function showNote(db: Db, facts: OnNote, now: number): Promise<void> {
  const note = await getNote(db, facts.territoryId, facts.noteId);
  const { numUpdatedRows } = await db
    .updateTable('note_hiding')
    .set({ shown_by: facts.accountId, shown_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('note_id', '=', note.id)
    .where('shown_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await tell(db, facts, note.group_id, 'note.shown', now);
}

export interface HeldBack {
  readonly noteId: string;
  readonly text: string;
  readonly language: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** What is held back now although it was published: to look again, and to show it again. Latest first. */
export function listHeldBack(db: Db, territoryId: string, cycleId: string): Promise<HeldBack[]> {
  return publishedNotes(db, territoryId, cycleId)
    .clearSelect()
    .innerJoin('note_hiding', (join) =>
      join.onRef('note_hiding.territory_id', '=', 'note.territory_id').onRef('note_hiding.note_id', '=', 'note.id'),
    )
    .innerJoin('account', 'account.id', 'note_hiding.hidden_by')
    .select(['note.id as noteId', 'note.text', 'note.language', 'reason', 'account.name as by', 'hidden_at as at'])
    .where('shown_at', 'is', null)
    .orderBy('hidden_at', 'desc')
    .orderBy('note.id')
    .execute();
}

/** @throws NotThere when these words were never public in this cycle */
export async function showPublicNote(db: Db, facts: OnNote & { cycleId: string }, now: number): Promise<void> {
  const published = await publishedNotes(db, facts.territoryId, facts.cycleId)
    .where('note.id', '=', facts.noteId)
    .executeTakeFirst();
  there(published, 'note');
  await showNote(db, facts, now);
}

function publishedNotes(db: Db, territoryId: string, cycleId: string) {
  return db
    .selectFrom('note')
    .select('note.id')
    .where('note.territory_id', '=', territoryId)
    .where('note.cycle_id', '=', cycleId)
    .where((e) =>
      e.exists(
        e
          .selectFrom('note_publication')
          .select('note_publication.note_id')
          .where('note_publication.territory_id', '=', territoryId)
          .whereRef('note_publication.note_id', '=', 'note.id'),
      ),
    );
}

/** The trace of a note's hidings, oldest first. */
export function listHidings(db: Db, territoryId: string, noteId: string) {
  return db
    .selectFrom('note_hiding')
    .innerJoin('account', 'account.id', 'note_hiding.hidden_by')
    .select(['reason', 'hidden_at as hiddenAt', 'shown_at as shownAt', 'account.name as by'])
    .where('territory_id', '=', territoryId)
    .where('note_id', '=', noteId)
    .orderBy('hidden_at')
    .execute();
}

async function tell(db: Db, facts: OnNote, groupId: string, verb: string, now: number): Promise<void> {
  const actor: Actor = { kind: 'account', id: facts.accountId };
  await record(db, { territoryId: facts.territoryId, actor, verb, subject: ['note', facts.noteId] }, now);
  announce(db, { territoryId: facts.territoryId, topic: wordsTopicOf(groupId) });
}
