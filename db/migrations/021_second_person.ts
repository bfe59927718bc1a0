import { sql } from 'kysely';
import { isSqlite, table, territorial, within, type AnyDb } from '../column.ts';

/**
 * A decision's second person is another person: who seated whom is known, and a later seat is accepted by a member.
 * What holds an account's way in is told to whom it belongs, and the codes of a vote to everybody.
 */
export async function up(db: AnyDb): Promise<void> {
  const time = isSqlite(db) ? 'integer' : 'bigint';
  await db.schema.alterTable('body_member').addColumn('seated_by', 'text').execute();
  await db.schema.alterTable('body_member').addColumn('seated_at', time).execute();
  await db.schema.alterTable('body_member').addColumn('accepted_by', 'text').execute();
  await db.schema.alterTable('body_member').addColumn('accepted_at', time).execute();
  await fillSeats(db);

  await db.schema.alterTable('account').addColumn('way_made_at', time).execute();
  await table(db, 'account_device')
    .has('device_hash', 'id')
    .has('account_id', 'id')
    .has('used_at', 'time')
    .key('device_hash')
    .refers(['account_id'], 'account', ['id'])
    .create();
  await db.schema.createIndex('account_device_by_account_id').on('account_device').column('account_id').execute();

  await within(territorial(db, 'roll_batch', ['vote_id', ['name', 'text']]), 'vote_id', 'vote')
    .has('number', 'count')
    .mayHave('made_at', 'time')
    .mayHave('made_by', 'id')
    .create();
  await fillBatches(db);
}

/** Of earlier batches nobody knows when they were made. */
async function fillBatches(db: AnyDb): Promise<void> {
  await sql`
    insert into roll_batch (territory_id, vote_id, name, number)
    select territory_id, vote_id, batch, max(number) from roll_entry
    where batch is not null group by territory_id, vote_id, batch
  `.execute(db);
}

/** The journal knows who added each member; those who sit already need nobody to accept them. */
async function fillSeats(db: AnyDb): Promise<void> {
  await sql`
    update body_member set
      seated_by = (
        select max(actor_id) from journal
        where journal.territory_id = body_member.territory_id and journal.subject_id = body_member.id
          and journal.verb = 'member.added'
      ),
      seated_at = (
        select max(at) from journal
        where journal.territory_id = body_member.territory_id and journal.subject_id = body_member.id
          and journal.verb = 'member.added'
      ),
      accepted_at = (
        select created_at from body
        where body.territory_id = body_member.territory_id and body.id = body_member.body_id
      )
  `.execute(db);
}
