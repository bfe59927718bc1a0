import { territorial, within, type AnyDb } from '../column.ts';

/** Notes that were written on a device standing in a public place, which forgets each person after they leave. */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'kiosk_note', ['note_id'], { noRowid: true }), 'note_id', 'note').create();
}
