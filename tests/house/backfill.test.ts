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
});
