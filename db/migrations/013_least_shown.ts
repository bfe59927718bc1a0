import type { AnyDb } from '../column.ts';

/** The smallest number that is shown holds from the opening on: people answer and vote under it. */
export async function up(db: AnyDb): Promise<void> {
  for (const table of ['round', 'vote'])
    await db.schema.alterTable(table).addColumn('least_shown', 'integer').execute();
}
