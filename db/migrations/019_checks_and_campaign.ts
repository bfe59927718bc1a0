import { territorial, within, type AnyDb } from '../column.ts';

/** Typed notes read against their sheet by a second person; where relays go, and what they say at the door. */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'note_check', ['note_id']), 'note_id', 'note')
    .mayHave('first_text', 'text')
    .has('checked_by', 'id')
    .has('checked_at', 'time')
    .refers(['checked_by'], 'account', ['id'])
    .create();
  await territorial(db, 'street_block')
    .has('name', 'text')
    .has('position', 'count')
    .has('added_by', 'id')
    .has('added_at', 'time')
    .mayHave('retired_at', 'time')
    .refers(['added_by'], 'account', ['id'])
    .create();
  await db.schema.alterTable('relay_visit').addColumn('block_id', 'text').execute();
  await within(territorial(db, 'campaign_message', ['cycle_id', ['number', 'count']]), 'cycle_id', 'cycle')
    .has('text', 'text')
    .has('written_by', 'id')
    .has('written_at', 'time')
    .refers(['written_by'], 'account', ['id'])
    .create();
}
