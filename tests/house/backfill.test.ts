import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, test } from 'vitest';
import { connect } from '#lib/platform/database.server.ts';
import { MIGRATIONS } from '#db/migrations/index.ts';
import { newDatabase, newFile } from '#tests/support/database.ts';

/** Proposals as they were before a holder had to be confirmed: who was named, and what the journal tells of it. */
const PROPOSALS = [
  { id: 'found-by-staff', holder: 'actor-1', told: [['proposal.holder-found', 'staff', 7]] },
  { id: 'named-by-its-author', holder: 'actor-1', told: [['proposal.made', 'author', 5]] },
  { id: 'an-orphan', holder: null, told: [['proposal.holder-found', 'staff', 8]] },
  {
    id: 'found-twice',
    holder: 'actor-2',
    told: [
      ['proposal.holder-found', 'staff', 3],
      ['proposal.holder-found', 'staff', 9],
    ],
  },
] as const;

describe.each(['sqlite', 'postgres'])('a database of before on %s', (engine) => {
  test('keeps as confirmed those holders alone whom somebody had found who may confirm', async () => {
    const place = engine === 'sqlite' ? newFile() : await newDatabase();
    const connections = connect(place.url);
    const db = connections.writing;
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    expect((await migrator.migrateTo('009_note_by_author')).error).toBeUndefined();
    await sql`insert into territory (id, slug, name, language, time_zone, currency, demonstration, created_at)
      values ('t', 't', 'T', 'fr', 'Europe/Paris', 'EUR', 0, 0)`.execute(db);
    await sql`insert into cycle (territory_id, id, slug, name, purpose, created_at)
      values ('t', 'c', 'c', 'C', '', 0)`.execute(db);
    for (const actor of ['actor-1', 'actor-2'])
      await sql`insert into actor (territory_id, id, kind, name, description, created_at)
        values ('t', ${actor}, 'association', ${actor}, '', 0)`.execute(db);
    for (const { id, holder, told } of PROPOSALS) {
      await sql`insert into proposal (territory_id, id, cycle_id, title, description, place, kind, cost_cents,
        cost_reasons, holder_actor_id, sender, sent_id, written_by, proposed_at)
        values ('t', ${id}, 'c', ${id}, '', '', 'action', 0, '', ${holder}, 's', ${id}, '', 0)`.execute(db);
      for (const [verb, who, at] of told)
        await sql`insert into journal (territory_id, id, at, actor_kind, actor_id, verb, subject_kind, subject_id)
          values ('t', ${`${id} ${at}`}, ${at}, 'account', ${who}, ${verb}, 'proposal', ${id})`.execute(db);
    }
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const columns = ['proposal_id', 'actor_id', 'confirmed_by', 'confirmed_at'] as const;
    expect(await db.selectFrom('proposal_holder').select(columns).orderBy('proposal_id').execute()).toEqual([
      { proposal_id: 'found-by-staff', actor_id: 'actor-1', confirmed_by: 'staff', confirmed_at: 7 },
      { proposal_id: 'found-twice', actor_id: 'actor-2', confirmed_by: 'staff', confirmed_at: 9 },
    ]);
    await connections.close();
    await place.remove();
  });

  test('loses nothing, and no longer keeps the order in which devices and forms came', async () => {
    const place = engine === 'sqlite' ? newFile() : await newDatabase();
    const connections = connect(place.url);
    const db = connections.writing;
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    expect((await migrator.migrateTo('020_note_report')).error).toBeUndefined();
    await sql`insert into territory (id, slug, name, language, time_zone, currency, demonstration, created_at)
      values ('t', 't', 'T', 'fr', 'Europe/Paris', 'EUR', 0, 0)`.execute(db);
    await sql`insert into cycle (territory_id, id, slug, name, purpose, created_at)
      values ('t', 'c', 'c', 'C', '', 0)`.execute(db);
    await sql`insert into "group" (territory_id, id, cycle_id, kind, name, stands_for, target_size, position)
      values ('t', 'g', 'c', 'open', 'G', '', 8, 0)`.execute(db);
    await sql`insert into gathering (territory_id, id, group_id, code, place, day, phase, people, created_at)
      values ('t', 'm', 'g', 'CODE', '', '2026-05-07', 'planned', 0, 0)`.execute(db);
    await sql`insert into round (territory_id, id, cycle_id, name, closes_on, official_reading, drawn_by_lot, created_at)
      values ('t', 'r', 'c', 'R', '2026-05-07', 'each-person', 0, 0)`.execute(db);
    const came = Array.from({ length: 200 }, (_, turn) => `${(turn * 77) % 200} of those who came`);
    for (const id of came) {
      await sql`insert into participant (territory_id, id, secret_hash, code_hash, day)
        values ('t', ${id}, ${`secret ${id}`}, ${`code ${id}`}, '2026-05-07')`.execute(db);
      await sql`insert into notice_reading (territory_id, participant_id, day, of_age, parents_agree)
        values ('t', ${id}, '2026-05-07', 1, 0)`.execute(db);
      for (const table of ['gathering_participant', 'profile_given'])
        await sql`insert into ${sql.table(table)} (territory_id, gathering_id, participant_id)
          values ('t', 'm', ${id})`.execute(db);
      await sql`insert into respondent (territory_id, id, round_id, sender, group_id, age_band, source, release)
        values ('t', ${id}, 'r', ${`sender ${id}`}, 'g', null, 'paper', 0)`.execute(db);
    }
    const tables = ['participant', 'notice_reading', 'gathering_participant', 'profile_given', 'respondent'] as const;
    const read = async (table: string, order = 1) =>
      (await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by ${sql.lit(order)}`.execute(db))
        .rows;
    const whole = async () => {
      const all = await Promise.all(tables.map((table) => read(table)));
      return all.map((rows) => rows.map((row) => JSON.stringify(row)).toSorted());
    };
    const before = await whole();
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    expect(await whole()).toEqual(before);
    for (const table of tables) {
      if (engine === 'sqlite') {
        await expect(sql`select rowid from ${sql.table(table)}`.execute(db)).rejects.toThrow(/rowid/);
        expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
        continue;
      }
      const { rows } = await sql<Record<string, string>>`select * from ${sql.table(table)} order by ctid`.execute(db);
      expect(rows.map((row) => row.participant_id ?? row.id)).not.toEqual(came);
    }
    // Who refers to them still does, and their keys are what they were.
    await expect(
      sql`insert into notice_reading (territory_id, participant_id, day, of_age, parents_agree)
        values ('t', 'nobody', '2026-05-07', 1, 0)`.execute(db),
    ).rejects.toThrow();
    await expect(sql`delete from participant where id = ${came[0]}`.execute(db)).rejects.toThrow();
    await expect(
      sql`insert into respondent (territory_id, id, round_id, sender, source, release)
        values ('t', 'twice', 'r', ${`sender ${came[0]}`}, 'paper', 0)`.execute(db),
    ).rejects.toThrow();
    await connections.close();
    await place.remove();
  });
});
