import type { AnyDb } from '../column.ts';

/**
 * The smallest number that is shown holds from the opening on: people answer and vote under it. And a round that was
 * corrected before it opened is another thing to decide on.
 */
export async function up(db: AnyDb): Promise<void> {
  for (const table of ['round', 'vote'])
    await db.schema.alterTable(table).addColumn('least_shown', 'integer').execute();
  await db.schema.alterTable('round').addColumn('correction_id', 'text').execute();
}
