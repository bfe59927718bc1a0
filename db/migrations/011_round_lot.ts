import { territorial, within, type AnyDb } from '../column.ts';

/**
 * The secret from which a round's lot is drawn: which groups of each indicator are left out without need. Known, it
 * would tell who is hidden for what their answers are; so it stands apart from the round, where no page reads it.
 */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'round_lot', ['round_id']), 'round_id', 'round')
    .has('secret', 'text')
    .create();
}
