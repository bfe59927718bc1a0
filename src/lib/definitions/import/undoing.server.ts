import { expressionBuilder } from 'kysely';
import { announce } from '#lib/platform/announcement.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row, Tables } from '#lib/platform/tables.ts';
import { DAY } from '#lib/platform/time.ts';
import { countAll } from '../counter.server.ts';
import { wordsTopicOf } from '../topic.ts';
import { recordOn, type Batch } from './batch.server.ts';

/** How long an import can be undone, in days from its end. */
export const UNDO_DAYS = 30;

/** What refers to a note: where any of it does, people have worked with it, and it stays. */
export const BUILT_ON = [
  'gathering_focus',
  'note_check',
  'note_report',
  'note_hiding',
  'kiosk_note',
  'discussion_request',
  'note_approval',
  'criterion',
  'note_publication',
] as const;

/** Rows in one statement. */
const AT_ONCE = 500;

type Which = { territoryId: string; cycleId: string; batchId: string };

/** Any import of a cycle, for whoever may import there: never its file or its words. @throws NotThere */
export async function getFinishedBatch(db: Db, which: Which): Promise<Batch> {
  const row = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('territory_id', '=', which.territoryId)
    .where('cycle_id', '=', which.cycleId)
    .where('id', '=', which.batchId)
    .where('finished_at', 'is not', null)
    .executeTakeFirst();
  return there(row, 'import');
}

/** Whether an import can still be undone. */
export function isUndoable(batch: Pick<Batch, 'finished_at'>, now: number): boolean {
  return batch.finished_at !== null && now - batch.finished_at <= UNDO_DAYS * DAY;
}

/** How many of an import's notes would go, and the lines of those that stay since people have worked with them. */
export async function previewUndoing(db: Db, batch: Batch): Promise<{ going: number; staying: number[] }> {
  const notes = await listNotes(db, batch);
  return {
    going: notes.filter((note) => !isBuiltOn(note)).length,
    staying: notes.filter(isBuiltOn).map((note) => note.line),
  };
}

/**
 * Takes back what an import brought in, as far as nobody has worked with it: the rows themselves, since they were no
 * one's saying here, would be counted for ever, and would keep the same file from coming in rightly.
 * @throws Refusal `definitions.import.undoneLate`, `definitions.import.nothingToUndo`
 */
export async function undoImport(
  db: Db,
  facts: Which & { accountId: string },
  now: number,
): Promise<{ gone: number; stayed: number }> {
  const batch = await getFinishedBatch(db, facts);
  if (!isUndoable(batch, now)) throw new Refusal('definitions.import.undoneLate', { days: UNDO_DAYS });
  const notes = await listNotes(db, batch);
  const going = notes.filter((note) => !isBuiltOn(note));
  if (going.length === 0) throw new Refusal('definitions.import.nothingToUndo');
  const gone = new Set<string>();
  for (let start = 0; start < going.length; start += AT_ONCE)
    for (const id of await removeNotes(db, batch, going.slice(start, start + AT_ONCE))) gone.add(id);
  // What somebody else has taken back in the same moment is counted there.
  if (gone.size === 0) throw new Refusal('definitions.import.nothingToUndo');
  const counted = going.filter((note) => gone.has(note.id)).map((note) => ({ where: note, notes: -1 }));
  await countAll(db, counted);
  await db
    .updateTable('import_batch')
    .set({ undone_by: facts.accountId, undone_at: now })
    .where('territory_id', '=', batch.territory_id)
    .where('id', '=', batch.id)
    .execute();
  await recordOn(db, facts, 'import.undone', now);
  for (const groupId of new Set(going.map((note) => note.group_id)))
    announce(db, { territoryId: batch.territory_id, topic: wordsTopicOf(groupId), unhurried: true });
  return { gone: gone.size, stayed: notes.length - going.length };
}

type Noted = Pick<Row<'note'>, 'territory_id' | 'id' | 'cycle_id' | 'group_id' | 'gathering_id' | 'question_id'> & {
  line: number;
  built: number;
};

function isBuiltOn(note: Noted): boolean {
  return note.built === 1;
}

function listNotes(db: Db, batch: Pick<Batch, 'territory_id' | 'id'>): Promise<Noted[]> {
  return db
    .selectFrom('import_line')
    .innerJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'import_line.territory_id').onRef('note.id', '=', 'import_line.note_id'),
    )
    .select(['note.territory_id', 'note.id', 'note.cycle_id', 'note.group_id', 'note.gathering_id', 'note.question_id'])
    .select('import_line.line')
    .select((e) => e.case().when(builtOn()).then(1).else(0).end().as('built'))
    .where('import_line.territory_id', '=', batch.territory_id)
    .where('import_line.batch_id', '=', batch.id)
    .orderBy('import_line.line')
    .execute();
}

function builtOn() {
  const e = expressionBuilder<Tables, 'note'>();
  return e.or(
    BUILT_ON.map((table) =>
      e.exists(
        e
          .selectFrom(table)
          .select(`${table}.note_id`)
          .whereRef(`${table}.territory_id`, '=', 'note.territory_id')
          .whereRef(`${table}.note_id`, '=', 'note.id'),
      ),
    ),
  );
}

/** @returns the ids of those that were still there */
async function removeNotes(db: Db, batch: Batch, notes: readonly Noted[]): Promise<string[]> {
  const ids = notes.map((note) => note.id);
  await db
    .updateTable('import_line')
    .set({ note_id: null, code: null })
    .where('territory_id', '=', batch.territory_id)
    .where('batch_id', '=', batch.id)
    .where('note_id', 'in', ids)
    .execute();
  const gone = await db
    .deleteFrom('note')
    .where('territory_id', '=', batch.territory_id)
    .where('id', 'in', ids)
    .returning('id')
    .execute();
  return gone.map((note) => note.id);
}
