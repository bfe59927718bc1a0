import { territorial, within, type AnyDb } from '../column.ts';

/** Who lives here, after the census, to see who is missing; and by which ways a group was invited. */
export async function up(db: AnyDb): Promise<void> {
  const census = territorial(db, 'census', ['item']);
  await census.has('source', 'text').has('entered_by', 'id').has('entered_at', 'time').create();
  await territorial(db, 'census_part', ['item', 'value'])
    .has('people', 'real')
    .check('people', 'people >= 0')
    .refers(['territory_id', 'item'], 'census', ['territory_id', 'item'])
    .create();
  await within(territorial(db, 'gathering_invitation', ['gathering_id', 'channel']), 'gathering_id', 'gathering')
    .mayHave('people', 'count')
    .check('people', 'people >= 0')
    .create();
}
