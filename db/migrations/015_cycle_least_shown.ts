import type { AnyDb } from '../column.ts';

/** Where the territory lowers the smallest number that is shown, what people told before keeps the one they were told. */
export async function up(db: AnyDb): Promise<void> {
  await db.schema.alterTable('cycle').addColumn('least_shown', 'integer').execute();
}
