import { index, territorial, within, type AnyDb } from '../column.ts';

/** Anyone may say that public words should not be there; whoever moderates looks, and that stays told. */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'note_report'), 'note_id', 'note')
    .has('note_id', 'id')
    .has('reason', 'text')
    .has('reported_on', 'day')
    .mayHave('settled_by', 'id')
    .mayHave('settled_at', 'time')
    .create();
  // The same said again while nobody has looked is the same report.
  await db.schema
    .createIndex('note_report_waits_once')
    .unique()
    .on('note_report')
    .columns(['territory_id', 'note_id', 'reason'])
    .where('settled_at' as never, 'is', null)
    .execute();
  await index(db, 'note_report', 'territory_id', 'settled_at');
}
