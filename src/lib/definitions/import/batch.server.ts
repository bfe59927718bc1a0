import { hashOf } from '#lib/platform/hash.server.ts';
import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { cleanLine } from '#lib/platform/text.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { decodeFile } from './encoding.ts';
import type { Mapping } from './mapping.ts';
import {
  delimiterOf,
  isTooWide,
  MOST_COLUMNS,
  OpenQuote,
  recordsOf,
  type Delimiter,
  type FileRecord,
} from './records.ts';
import '../tables.ts';

/** Bytes of a file. */
export const MOST_BYTES = 10_000_000;

/** Rows of a file. */
export const MOST_ROWS = 50_000;

export interface Upload {
  readonly name: string;
  readonly text: string;
  readonly encoding: string;
  readonly delimiter: Delimiter;
  readonly records: readonly FileRecord[];
}

/**
 * Reads a file that somebody chose: any encoding, any usual sign between the columns. Touches no database.
 * @throws Refusal that says what is wrong and on which line
 */
export function readUpload(name: string, bytes: Uint8Array): Upload {
  if (bytes.length === 0) throw new Refusal('definitions.import.emptyFile');
  if (bytes.length > MOST_BYTES) throw new Refusal('definitions.import.tooBig', { most: MOST_BYTES / 1_000_000 });
  const decoded = decodeFile(bytes);
  if (!decoded) throw new Refusal('definitions.import.notText');
  if (isTooWide(decoded.text)) throw tooWide();
  const delimiter = delimiterOf(decoded.text);
  const records = readRecords(decoded.text, delimiter);
  if (records.every(({ cells }) => cells.every((cell) => cell.trim() === '')))
    throw new Refusal('definitions.import.emptyFile');
  if (records.length > MOST_ROWS) throw new Refusal('definitions.import.tooMany', { most: MOST_ROWS });
  if (namesOf(records).length > MOST_COLUMNS) throw tooWide();
  return { name: cleanLine(name).slice(0, 200), ...decoded, delimiter, records };
}

function tooWide(): Refusal {
  return new Refusal('definitions.import.tooWide', { most: MOST_COLUMNS });
}

function readRecords(text: string, delimiter: Delimiter): FileRecord[] {
  try {
    return recordsOf(text, delimiter, MOST_ROWS + 1);
  } catch (caught) {
    if (caught instanceof OpenQuote) throw new Refusal('definitions.import.openQuote', { line: caught.line });
    throw caught;
  }
}

export type Batch = Row<'import_batch'>;

/** Keeps a file on the server while its columns are being mapped. @returns the import's id */
export async function keepUpload(
  db: Db,
  facts: { territoryId: string; cycleId: string; upload: Upload; accountId: string },
  now: number,
): Promise<string> {
  const { territoryId, cycleId, upload } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const id = randomId();
  await db
    .insertInto('import_batch')
    .values({
      territory_id: territoryId,
      id,
      cycle_id: cycleId,
      file_name: upload.name,
      content_hash: hashOf(upload.text),
      content: upload.text,
      encoding: upload.encoding,
      delimiter: upload.delimiter,
      columns: JSON.stringify(namesOf(upload.records)),
      line_count: upload.records.length,
      mapping: null,
      uploaded_by: facts.accountId,
      uploaded_at: now,
      confirmed_at: null,
      finished_at: null,
    })
    .execute();
  await recordOn(db, { ...facts, batchId: id }, 'import.uploaded', now);
  return id;
}

/** What the first row says, for as many columns as the widest of the first rows has. */
function namesOf(records: readonly FileRecord[]): string[] {
  const first = records.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
  return first.map((cell) => cleanLine(cell).slice(0, 100));
}

/**
 * Chooses which column is what; may be chosen again until the import begins.
 * @throws Refusal `definitions.import.confirmed` once it has; NotThere for a group or question of another cycle
 */
export async function mapColumns(
  db: Db,
  facts: { territoryId: string; batchId: string; accountId: string; mapping: Mapping },
): Promise<void> {
  const batch = await getBatch(db, facts);
  if (batch.confirmed_at !== null) throw new Refusal('definitions.import.confirmed');
  const groups = await listGroups(db, facts.territoryId, batch.cycle_id);
  const questions = await listQuestions(db, facts.territoryId, batch.cycle_id);
  there(
    groups.find((group) => group.id === facts.mapping.groupId),
    'group',
  );
  there(
    questions.find((question) => question.id === facts.mapping.questionId),
    'question',
  );
  await db
    .updateTable('import_batch')
    .set({ mapping: JSON.stringify(facts.mapping) })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.batchId)
    .execute();
}

/** An account's own import: its words may be nobody else's to read yet. @throws NotThere */
export async function getBatch(
  db: Db,
  facts: { territoryId: string; batchId: string; accountId: string },
): Promise<Batch> {
  const row = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.batchId)
    .where('uploaded_by', '=', facts.accountId)
    .executeTakeFirst();
  return there(row, 'import');
}

/** An account's imports of a cycle, newest first. */
export function listBatches(db: Db, facts: { territoryId: string; cycleId: string; accountId: string }) {
  return db
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'line_count', 'uploaded_at', 'confirmed_at', 'finished_at'])
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .where('uploaded_by', '=', facts.accountId)
    .orderBy('uploaded_at', 'desc')
    .execute();
}

export function mappingOf(batch: Pick<Batch, 'mapping'>): Mapping | undefined {
  return batch.mapping === null ? undefined : (JSON.parse(batch.mapping) as Mapping);
}

export function columnsOf(batch: Pick<Batch, 'columns'>): string[] {
  return JSON.parse(batch.columns) as string[];
}

/** The rows of a file that is still kept. @throws Refusal `definitions.import.forgotten` */
export function recordsOfBatch(batch: Pick<Batch, 'content' | 'delimiter'>): FileRecord[] {
  if (batch.content === '') throw new Refusal('definitions.import.forgotten');
  return recordsOf(batch.content, batch.delimiter as Delimiter);
}

export function recordOn(
  db: Db,
  facts: { territoryId: string; batchId: string; accountId: string },
  verb: string,
  now: number,
): Promise<void> {
  const actor = { kind: 'account', id: facts.accountId } as const;
  return record(db, { territoryId: facts.territoryId, actor, verb, subject: ['import_batch', facts.batchId] }, now);
}
