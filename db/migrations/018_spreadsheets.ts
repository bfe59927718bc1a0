import { index, isSqlite, territorial, type AnyDb } from '../column.ts';

/** Spreadsheets beside texts; how a file's columns were read last; codes of an older tool; imports that are undone. */
export async function up(db: AnyDb): Promise<void> {
  const time = isSqlite(db) ? 'integer' : 'bigint';
  await db.schema.alterTable('import_batch').addColumn('sheet', 'integer').execute();
  await db.schema.alterTable('import_batch').addColumn('undone_by', 'text').execute();
  await db.schema.alterTable('import_batch').addColumn('undone_at', time).execute();
  await db.schema.alterTable('import_line').addColumn('code', 'text').execute();
  await index(db, 'import_line', 'territory_id', 'note_id');
  await db.schema.alterTable('classification').addColumn('import_id', 'text').execute();
  await territorial(db, 'import_mapping', ['shape'])
    .has('mapping', 'json')
    .has('chosen_by', 'id')
    .has('chosen_at', 'time')
    .refers(['chosen_by'], 'account', ['id'])
    .create();
}
