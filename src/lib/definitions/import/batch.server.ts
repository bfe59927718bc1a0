import { hashOf } from '#lib/platform/hash.server.ts';
import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import type { Mapping } from './mapping.ts';
import { readMapping, rememberMapping } from './memory.server.ts';
import { recordsOf, type Delimiter, type FileRecord } from './records.ts';
import type { Sheet } from './sheet/grid.ts';
import { columnNamesOf, type Upload } from './upload.ts';
import '../tables.ts';

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
      content_hash: hashOf(upload.delimiter === '' ? JSON.stringify(upload.records) : upload.content),
      content: upload.content,
      encoding: upload.encoding,
      delimiter: upload.delimiter,
      sheet: upload.delimiter === '' ? 0 : null,
      columns: JSON.stringify(columnNamesOf(upload.records)),
      line_count: upload.records.length,
      mapping: null,
      uploaded_by: facts.accountId,
      uploaded_at: now,
      confirmed_at: null,
      finished_at: null,
      undone_by: null,
      undone_at: null,
    })
    .execute();
  await recordOn(db, { ...facts, batchId: id }, 'import.uploaded', now);
  return id;
}

/**
 * Takes another sheet of a spreadsheet; its columns are then mapped anew.
 * @throws Refusal `definitions.import.confirmed`, `definitions.import.forgotten`, `cycle.closed`; NotThere
 */
export async function chooseSheet(
  db: Db,
  facts: { territoryId: string; batchId: string; accountId: string; sheet: number },
): Promise<void> {
  const batch = await getUnconfirmed(db, facts);
  const { records } = there(sheetsOfBatch(batch)[facts.sheet], 'sheet');
  await db
    .updateTable('import_batch')
    .set({
      sheet: facts.sheet,
      content_hash: hashOf(JSON.stringify(records)),
      columns: JSON.stringify(columnNamesOf(records)),
      line_count: records.length,
      mapping: null,
    })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.batchId)
    .execute();
}

/**
 * Chooses which column is what; may be chosen again until the import begins.
 * @throws Refusal `definitions.import.confirmed` once it has, `cycle.closed`; NotThere for a group or question of another
 *   cycle
 */
export async function mapColumns(
  db: Db,
  facts: { territoryId: string; batchId: string; accountId: string; mapping: Mapping },
  now: number,
): Promise<void> {
  const batch = await getUnconfirmed(db, facts);
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
  if (facts.mapping.header) await rememberMapping(db, batch, facts, now);
}

async function getUnconfirmed(
  db: Db,
  which: { territoryId: string; batchId: string; accountId: string },
): Promise<Batch> {
  const batch = await getBatch(db, which);
  await requireOpenCycle(db, batch.territory_id, batch.cycle_id);
  if (batch.confirmed_at !== null) throw new Refusal('definitions.import.confirmed');
  return batch;
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

/** An account's imports of a cycle, and what others have brought in; newest first. */
export function listBatches(db: Db, facts: { territoryId: string; cycleId: string; accountId: string }) {
  return db
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'line_count', 'uploaded_by', 'uploaded_at', 'confirmed_at', 'finished_at', 'undone_at'])
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .where((e) => e.or([e('uploaded_by', '=', facts.accountId), e('finished_at', 'is not', null)]))
    .orderBy('uploaded_at', 'desc')
    .execute();
}

export function mappingOf(batch: Pick<Batch, 'mapping'>): Mapping | undefined {
  return batch.mapping === null ? undefined : readMapping(batch.mapping);
}

export function columnsOf(batch: Pick<Batch, 'columns'>): string[] {
  return JSON.parse(batch.columns) as string[];
}

/** The rows of a file that is still kept, of its chosen sheet. @throws Refusal `definitions.import.forgotten` */
export function recordsOfBatch(batch: Pick<Batch, 'content' | 'delimiter' | 'sheet'>): readonly FileRecord[] {
  if (batch.delimiter === '') return sheetsOfBatch(batch)[batch.sheet ?? 0]?.records ?? [];
  if (batch.content === '') throw new Refusal('definitions.import.forgotten');
  return recordsOf(batch.content, batch.delimiter as Delimiter);
}

/** A spreadsheet's sheets; a text has none. @throws Refusal `definitions.import.forgotten` */
export function sheetsOfBatch(batch: Pick<Batch, 'content' | 'delimiter'>): readonly Sheet[] {
  if (batch.content === '') throw new Refusal('definitions.import.forgotten');
  return batch.delimiter === '' ? (JSON.parse(batch.content) as Sheet[]) : [];
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
