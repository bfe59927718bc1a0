import type { AnyDb } from '../column.ts';

/**
 * How many notes a device has sent to a gathering is asked before each further one. From an index of the author alone
 * SQLite would go to each of their rows, thinks the territory's own key no dearer, and reads all its notes.
 */
export async function up(db: AnyDb): Promise<void> {
  await db.schema.dropIndex('note_by_territory_id_author_id').execute();
  await db.schema
    .createIndex('note_by_territory_id_author_id_gathering_id')
    .on('note')
    .columns(['territory_id', 'author_id', 'gathering_id'])
    .where('author_id' as never, 'is not', null)
    .execute();
}
