import { announce } from '#lib/platform/announcement.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { Write } from '#lib/platform/writer.server.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { countAll } from '../counter.server.ts';
import { keepNotes, type NewNote } from '../sending.server.ts';
import type { LineOutcome } from './tables.ts';
import { wordsTopicOf } from '../topic.ts';
import { columnsOf, getBatch, mappingOf, recordOn, recordsOfBatch, type Batch } from './batch.server.ts';
import { judge, nameKey, type Judged, type Known } from './judgement.ts';

/** Whoever sends imported notes: the same row is the same note, whoever imports it. */
const SENDER = 'import';

/** Rows in one command or statement. */
const AT_ONCE = 250;

type Which = { territoryId: string; batchId: string; accountId: string };

/**
 * What would become of every row, with what the database already has.
 * @throws Refusal `definitions.import.unmapped`, `definitions.import.forgotten`
 */
export async function previewImport(db: Db, batch: Batch): Promise<Judged[]> {
  const mapping = mappingOf(batch);
  if (!mapping) throw new Refusal('definitions.import.unmapped');
  const judged = judge(recordsOfBatch(batch), mapping, await listKnown(db, batch));
  const before = await listImportedLines(db, batch);
  const kept = await listKeptKeys(db, batch, judged);
  return judged.map((row) =>
    row.outcome === 'imported' && (before.has(row.line) || kept.has(keyOf(row.note.key)))
      ? { line: row.line, outcome: 'duplicate' }
      : row,
  );
}

/** Outcomes that stop an import of everything or nothing; what is there already, empty or rejected is as it should be. */
const FAULTS: readonly LineOutcome[] = ['too-long', 'unknown-question', 'unknown-group', 'malformed'];

/**
 * Imports a file in steps, each a command of its own, so that nobody else waits long. Broken off in the middle, it goes
 * on where it stopped; confirmed twice, it is imported once. At the end every row is accounted for and the file is
 * emptied.
 */
export async function runImport(write: Write, which: Which): Promise<void> {
  const rows = await write((db, now) => beginImport(db, which, now));
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await write((db, now) => importRows(db, which, rows.slice(start, start + AT_ONCE), now));
  await write((db, now) => finish(db, which, now));
}

/**
 * Imports the whole file in one command, or nothing of it.
 * @throws Refusal `definitions.import.notWhole` when a row can't be taken
 */
export async function importWhole(db: Db, which: Which, now: number): Promise<void> {
  const rows = await beginImport(db, which, now);
  const count = rows.filter(({ outcome }) => FAULTS.includes(outcome)).length;
  if (count > 0) throw new Refusal('definitions.import.notWhole', { count });
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await importRows(db, which, rows.slice(start, start + AT_ONCE), now);
  await finish(db, which, now);
}

/** @returns the rows of which nothing has become yet */
async function beginImport(db: Db, which: Which, now: number): Promise<Judged[]> {
  const batch = await getBatch(db, which);
  if (batch.finished_at !== null) return [];
  await requireOpenCycle(db, which.territoryId, batch.cycle_id);
  const judged = await previewImport(db, batch);
  const done = new Set((await listLines(db, batch)).map((line) => line.line));
  if (batch.confirmed_at === null) await confirm(db, which, now);
  return judged.filter((row) => !done.has(row.line));
}

async function confirm(db: Db, which: Which, now: number): Promise<void> {
  await change(db, which, { confirmed_at: now });
  await recordOn(db, which, 'import.confirmed', now);
}

async function importRows(db: Db, which: Which, rows: readonly Judged[], now: number): Promise<void> {
  const batch = await getBatch(db, which);
  const notes = rows.flatMap((row) => (row.outcome === 'imported' ? [noteOf(batch, row, now)] : []));
  const kept = await keepNotes(db, notes);
  const idOf = new Map(kept.map((note) => [note.sent_id, note.id]));
  await db
    .insertInto('import_line')
    .values(rows.map((row) => lineOf(batch, row, idOf)))
    .onConflict((conflict) => conflict.columns(['territory_id', 'batch_id', 'line']).doNothing())
    .execute();
  const added = notes.filter((note) => idOf.has(note.sent_id));
  await countAll(
    db,
    added.map((where) => ({ where: { ...where, gathering_id: null }, notes: 1 })),
  );
  for (const groupId of new Set(added.map((note) => note.group_id)))
    announce(db, { territoryId: batch.territory_id, topic: wordsTopicOf(groupId), unhurried: true });
}

function noteOf(batch: Batch, { note }: Judged & { outcome: 'imported' }, now: number): NewNote {
  return {
    territory_id: batch.territory_id,
    cycle_id: batch.cycle_id,
    group_id: note.groupId,
    gathering_id: null,
    visit_id: null,
    question_id: note.questionId,
    language: note.language,
    text: note.text,
    source: 'import',
    sender: SENDER,
    sent_id: keyOf(note.key),
    author_id: null,
    entered_by: batch.uploaded_by,
    created_at: now,
  };
}

/** A row that another import brought in since the preview is one that was there already. */
function lineOf(batch: Batch, row: Judged, idOf: ReadonlyMap<string, string>): Row<'import_line'> {
  const noteId = row.outcome === 'imported' ? idOf.get(keyOf(row.note.key)) : undefined;
  const outcome = row.outcome === 'imported' && noteId === undefined ? 'duplicate' : row.outcome;
  const code = (noteId !== undefined && row.note?.code) || null;
  return {
    territory_id: batch.territory_id,
    batch_id: batch.id,
    line: row.line,
    outcome,
    note_id: noteId ?? null,
    code,
  };
}

async function finish(db: Db, which: Which, now: number): Promise<void> {
  const batch = await getBatch(db, which);
  if (batch.finished_at !== null) return;
  await change(db, which, { finished_at: now, content: '' });
  await recordOn(db, which, 'import.finished', now);
}

async function change(db: Db, which: Which, columns: Partial<Batch>): Promise<void> {
  await db
    .updateTable('import_batch')
    .set(columns)
    .where('territory_id', '=', which.territoryId)
    .where('id', '=', which.batchId)
    .execute();
}

/** What became of each row of an import, in the file's order. */
export function listLines(db: Db, batch: Pick<Batch, 'territory_id' | 'id'>) {
  return db
    .selectFrom('import_line')
    .select(['line', 'outcome', 'note_id'])
    .where('territory_id', '=', batch.territory_id)
    .where('batch_id', '=', batch.id)
    .orderBy('line')
    .execute();
}

/** How many rows ended how. */
export function tallyOf(rows: readonly { readonly outcome: LineOutcome }[]): Partial<Record<LineOutcome, number>> {
  const tally: Partial<Record<LineOutcome, number>> = {};
  for (const { outcome } of rows) tally[outcome] = (tally[outcome] ?? 0) + 1;
  return tally;
}

/** Lines of the very same file that were imported before, however its columns were mapped then. */
async function listImportedLines(db: Db, batch: Batch): Promise<Set<number>> {
  const rows = await db
    .selectFrom('import_line')
    .innerJoin('import_batch as earlier', (join) =>
      join
        .onRef('earlier.territory_id', '=', 'import_line.territory_id')
        .onRef('earlier.id', '=', 'import_line.batch_id'),
    )
    .select('import_line.line')
    .where('earlier.territory_id', '=', batch.territory_id)
    .where('earlier.cycle_id', '=', batch.cycle_id)
    .where('earlier.content_hash', '=', batch.content_hash)
    .where('earlier.id', '!=', batch.id)
    .where('import_line.note_id', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.line));
}

async function listKeptKeys(db: Db, batch: Batch, judged: readonly Judged[]): Promise<Set<string>> {
  const keys = judged.flatMap((row) => (row.outcome === 'imported' ? [keyOf(row.note.key)] : []));
  const kept = new Set<string>();
  for (let start = 0; start < keys.length; start += 5000) {
    const rows = await db
      .selectFrom('note')
      .select('sent_id')
      .where('territory_id', '=', batch.territory_id)
      .where('sender', '=', SENDER)
      .where('sent_id', 'in', keys.slice(start, start + 5000))
      .execute();
    for (const row of rows) kept.add(row.sent_id);
  }
  return kept;
}

async function listKnown(db: Db, batch: Batch): Promise<Known> {
  const groups = await listGroups(db, batch.territory_id, batch.cycle_id);
  const questions = await listQuestions(db, batch.territory_id, batch.cycle_id);
  return {
    groups: new Map(groups.map((group) => [nameKey(group.name), group.id])),
    questions: new Map(
      questions.flatMap((question, place) =>
        [String(place + 1), `q${place + 1}`, question.polarity, ...question.texts.map((text) => text.text)].map(
          (name) => [nameKey(name), question.id] as const,
        ),
      ),
    ),
    columns: columnsOf(batch).length,
  };
}

function keyOf(key: string): string {
  return hashOf(key);
}
