import { index, territorial, within, type AnyDb } from '../column.ts';

/** What a room has before it: until when its phase lasts, and the one note that it talks about. */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'gathering_timer', ['gathering_id']), 'gathering_id', 'gathering')
    .has('ends_at', 'time')
    .has('set_by', 'id')
    .has('set_at', 'time')
    .create();
  const focus = within(territorial(db, 'gathering_focus', ['gathering_id']), 'gathering_id', 'gathering');
  await within(focus.has('note_id', 'id'), 'note_id', 'note').has('chosen_by', 'id').has('chosen_at', 'time').create();
  await index(db, 'gathering_focus', 'territory_id', 'note_id');
}
