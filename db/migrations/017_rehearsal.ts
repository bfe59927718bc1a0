import { index, territorial, within, type AnyDb } from '../column.ts';

/** A cycle that somebody exercises in: hidden from everyone, thrown away afterwards. */
export async function up(db: AnyDb): Promise<void> {
  await within(territorial(db, 'cycle_rehearsal', ['cycle_id']), 'cycle_id', 'cycle')
    .has('begun_by', 'id')
    .has('begun_at', 'time')
    .mayHave('written_at', 'time')
    .mayHave('ended_by', 'id')
    .mayHave('ended_at', 'time')
    .create();
  await index(db, 'cycle_rehearsal', 'territory_id', 'begun_by');
}
