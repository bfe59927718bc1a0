import type { AnyDb } from '../column.ts';

/** A round that was corrected before it opened is another thing to decide on: its latest correction has an id. */
export async function up(db: AnyDb): Promise<void> {
  await db.schema.alterTable('round').addColumn('correction_id', 'text').execute();
}
