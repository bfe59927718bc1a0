import { sql } from 'kysely';
import { index, isSqlite, territorial, within, type AnyDb } from '../column.ts';

/**
 * Devices and paper forms without the order in which they came. SQLite numbers the rows of a table unless told not to,
 * so that a backup beside the pile of forms, or beside what somebody saw at a kiosk, read answers off. The tables are
 * made anew without such a number; on PostgreSQL their rows are written anew in random order.
 */
export async function up(db: AnyDb): Promise<void> {
  // What SQLite leaves behind in the file would keep the order.
  const erases = isSqlite(db) ? await sql<{ secure_delete: number }>`pragma secure_delete`.execute(db) : undefined;
  if (erases) await sql`pragma secure_delete = on`.execute(db);
  for (const [name, create] of Object.entries(TABLES))
    await (isSqlite(db) ? makeAnew(db, name, create) : shuffle(db, name));
  if (erases) await sql`pragma secure_delete = ${sql.lit(erases.rows[0]?.secure_delete ?? 0)}`.execute(db);
}

const noRowid = { noRowid: true };

/** As they were made, without a row number. Those that refer to others of these come after them. */
const TABLES: Record<string, (db: AnyDb) => Promise<void>> = {
  participant: (db) =>
    territorial(db, 'participant', ['id'], noRowid)
      .has('secret_hash', 'id')
      .has('code_hash', 'id')
      .has('day', 'day')
      .unique('territory_id', 'secret_hash')
      .unique('territory_id', 'code_hash')
      .create(),
  notice_reading: (db) =>
    within(territorial(db, 'notice_reading', ['participant_id'], noRowid), 'participant_id', 'participant')
      .has('day', 'day')
      .flag('of_age')
      .flag('parents_agree')
      .create(),
  gathering_participant: (db) => {
    const guest = territorial(db, 'gathering_participant', ['gathering_id', 'participant_id'], noRowid);
    return within(within(guest, 'gathering_id', 'gathering'), 'participant_id', 'participant').create();
  },
  profile_given: (db) => {
    const profiled = territorial(db, 'profile_given', ['gathering_id', 'participant_id'], noRowid);
    return within(profiled, 'gathering_id', 'gathering').create();
  },
  respondent: (db) => {
    const respondent = territorial(db, 'respondent', ['id'], noRowid)
      .has('round_id', 'id')
      .has('sender', 'id')
      .mayHave('group_id', 'id')
      .mayHave('neighbourhood_id', 'id')
      .mayHave('age_band', 'text')
      .has('source', 'text')
      .has('release', 'count')
      .unique('territory_id', 'round_id', 'sender')
      .check('source', "source in ('online', 'paper')")
      .check('release', 'release >= 0');
    within(within(respondent, 'round_id', 'round'), 'group_id', 'group');
    return within(respondent, 'neighbourhood_id', 'neighbourhood').create();
  },
};

/** Inside the transaction of the migration: who refers to a row finds it again before the commit, or nothing is done. */
async function makeAnew(db: AnyDb, name: string, create: (db: AnyDb) => Promise<void>): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(db);
  // For each row that goes, SQLite looks who refers to it.
  const referring = name === 'participant' ? ['gathering_participant', 'relay_visit'] : [];
  for (const other of referring) await index(db, other, 'territory_id', 'participant_id');
  await sql`create temporary table kept as select * from ${sql.table(name)} order by random()`.execute(db);
  await db.schema.dropTable(name).execute();
  await create(db);
  await sql`insert into ${sql.table(name)} select * from kept`.execute(db);
  await sql`drop table kept`.execute(db);
  for (const other of referring) await db.schema.dropIndex(`${other}_by_territory_id_participant_id`).execute();
}

/** An update writes a row anew behind all others; nothing refers to where it lies. */
async function shuffle(db: AnyDb, name: string): Promise<void> {
  const table = sql.table(name);
  await sql`create temporary table kept as select ctid as place from ${table} order by random()`.execute(db);
  await sql`update ${table} set territory_id = territory_id from kept where ${table}.ctid = kept.place`.execute(db);
  await sql`drop table kept`.execute(db);
}
