import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import type { Db, NewRow } from '#lib/platform/tables.ts';
import './tables.ts';

export type NewNote = Omit<NewRow<'note'>, 'id' | 'erased_at' | 'erased_because' | 'withdrawn_at' | 'kept_to_group_at'>;

/**
 * The key under which the database keeps what was sent only once: the sender's own id and the content together. The
 * same again is the same thing; the same id with other content is a thing of its own. Since the sender's id is on
 * their device alone, nobody can find out from here what an erased note said.
 */
export function sentKey(sentId: string, content: { questionId: string; language: string; text: string }): string {
  return hashOf(JSON.stringify([sentId, content.questionId, content.language, content.text]));
}

/** How many rows one statement carries; SQLite binds at most 32,766 values. */
const AT_ONCE = 400;

/** Keeps notes under ids drawn at random. @returns those that were not there yet, with their ids */
export async function keepNotes(db: Db, notes: readonly NewNote[]): Promise<{ id: string; sent_id: string }[]> {
  const kept: { id: string; sent_id: string }[] = [];
  for (let start = 0; start < notes.length; start += AT_ONCE) {
    const rows = notes.slice(start, start + AT_ONCE).map((note) => ({ ...note, id: randomId(), ...STANDING }));
    const added = await db
      .insertInto('note')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['territory_id', 'sender', 'sent_id']).doNothing())
      .returning(['id', 'sent_id'])
      .execute();
    kept.push(...added);
  }
  return kept;
}

/** Whether this very sending is there already. */
export async function isKept(db: Db, key: Pick<NewNote, 'territory_id' | 'sender' | 'sent_id'>): Promise<boolean> {
  const row = await db
    .selectFrom('note')
    .select('id')
    .where('territory_id', '=', key.territory_id)
    .where('sender', '=', key.sender)
    .where('sent_id', '=', key.sent_id)
    .executeTakeFirst();
  return row !== undefined;
}

const STANDING = { kept_to_group_at: null, withdrawn_at: null, erased_at: null, erased_because: null } as const;
