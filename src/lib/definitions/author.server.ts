import type { Participant } from '#lib/people/participant.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { wordsTopicOf } from './topic.ts';

/** In the journal authors have no id. */
const AUTHOR: Actor = { kind: 'participant', id: null };

interface OnOwnNote {
  readonly author: Participant;
  readonly noteId: string;
}

/** An author's words stay with the group: even approved and cleared, they are never published. */
export function keepToGroup(db: Db, facts: OnOwnNote, now: number): Promise<void> {
  return wish(db, facts, { kept_to_group_at: now }, 'note.kept-to-group', now);
}

/** The words may go where the group's other words go. */
export function letGo(db: Db, facts: OnOwnNote, now: number): Promise<void> {
  return wish(db, facts, { kept_to_group_at: null }, 'note.let-go', now);
}

/** Nobody but their author reads these words any more; they can be put back. */
export function withdrawNote(db: Db, facts: OnOwnNote, now: number): Promise<void> {
  return wish(db, facts, { withdrawn_at: now }, 'note.withdrawn', now);
}

export function putNoteBack(db: Db, facts: OnOwnNote, now: number): Promise<void> {
  return wish(db, facts, { withdrawn_at: null }, 'note.put-back', now);
}

/**
 * Empties the words for good, in the note and in every quotation of it; the row and the counts stay. Erasing again
 * changes nothing.
 */
export async function eraseNote(db: Db, facts: OnOwnNote, now: number): Promise<void> {
  const note = await getOwnNote(db, facts);
  if (note.erased_at !== null) return;
  await eraseWords(db, [note], 'author', now);
  await tell(db, note, 'note.erased', now);
}

/** Empties notes, every criterion quoted from them, and a first wording that was corrected. */
export async function eraseWords(
  db: Db,
  notes: readonly Pick<Row<'note'>, 'territory_id' | 'id'>[],
  because: 'author' | 'time',
  now: number,
): Promise<void> {
  for (const { territory_id, id } of notes) {
    await db
      .updateTable('note')
      .set({ text: '', erased_at: now, erased_because: because })
      .where('territory_id', '=', territory_id)
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('criterion')
      .set({ words: '' })
      .where('territory_id', '=', territory_id)
      .where('note_id', '=', id)
      .execute();
    await emptyFirstWording(db, territory_id, id);
  }
}

/** A typed note's first wording goes with its words. */
export async function emptyFirstWording(db: Db, territoryId: string, noteId: string): Promise<void> {
  await db
    .updateTable('note_check')
    .set({ first_text: '' })
    .where('territory_id', '=', territoryId)
    .where('note_id', '=', noteId)
    .where('first_text', 'is not', null)
    .execute();
}

type Wishes = Partial<Pick<Row<'note'>, 'kept_to_group_at' | 'withdrawn_at'>>;

/** @throws Refusal `definitions.erased` once there are no words left to decide about */
async function wish(db: Db, facts: OnOwnNote, wishes: Wishes, verb: string, now: number): Promise<void> {
  const note = await getOwnNote(db, facts);
  if (note.erased_at !== null) throw new Refusal('definitions.erased');
  const [[column, value] = []] = Object.entries(wishes) as [keyof Wishes, number | null][];
  // Pressing the same button twice is one wish.
  if (column === undefined || (note[column] === null) === (value === null)) return;
  await db
    .updateTable('note')
    .set(wishes)
    .where('territory_id', '=', note.territory_id)
    .where('id', '=', note.id)
    .execute();
  await tell(db, note, verb, now);
}

/** @throws NotThere for anybody else's note */
async function getOwnNote(db: Db, { author, noteId }: OnOwnNote): Promise<Row<'note'>> {
  const row = await db
    .selectFrom('note')
    .selectAll()
    .where('territory_id', '=', author.territoryId)
    .where('id', '=', noteId)
    .where('author_id', '=', author.id)
    .executeTakeFirst();
  return there(row, 'note');
}

async function tell(db: Db, note: Row<'note'>, verb: string, now: number): Promise<void> {
  await record(db, { territoryId: note.territory_id, actor: AUTHOR, verb, subject: ['note', note.id] }, now);
  announce(db, { territoryId: note.territory_id, topic: wordsTopicOf(note.group_id) });
}
