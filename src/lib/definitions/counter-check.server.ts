import type { Db, Row } from '#lib/platform/tables.ts';
import './tables.ts';

/** A counter that differs from its facts. */
export interface Miscount {
  readonly territoryId: string;
  readonly what: string;
  readonly counted: number;
  readonly found: number;
}

/** Counts the facts again. @returns every counter that differs from them; none when all is well */
export async function checkCounters(db: Db): Promise<Miscount[]> {
  const kept = byPlace(await db.selectFrom('note_count').selectAll().execute());
  const facts = byPlace(await listFacts(db));
  const wrong = [...new Set([...kept.keys(), ...facts.keys()])].flatMap((place) =>
    (['notes', 'criteria'] as const).map((column) => {
      const [territoryId = '', ...rest] = place.split(' ');
      const [counted, found] = [kept.get(place)?.[column] ?? 0, facts.get(place)?.[column] ?? 0];
      return { territoryId, what: `${column} of ${rest.join(' ')}`, counted, found };
    }),
  );
  return [...wrong, ...(await listPeople(db))].filter(({ counted, found }) => counted !== found);
}

function byPlace(rows: Row<'note_count'>[]): Map<string, Row<'note_count'>> {
  return new Map(
    rows.map((row) => [[row.territory_id, row.group_id, row.question_id, row.gathering_id].join(' '), row]),
  );
}

/** Gatherings whose links to devices have ended can't be counted again, and are left out. */
async function listPeople(db: Db): Promise<Miscount[]> {
  const rows = await db
    .selectFrom('gathering')
    .innerJoin('gathering_participant as guest', (join) =>
      join.onRef('guest.territory_id', '=', 'gathering.territory_id').onRef('guest.gathering_id', '=', 'gathering.id'),
    )
    .select(['gathering.territory_id', 'gathering.id', 'gathering.people'])
    .select((e) => e.fn.countAll<number>().as('found'))
    .groupBy(['gathering.territory_id', 'gathering.id', 'gathering.people'])
    .execute();
  return rows.map((row) => ({
    territoryId: row.territory_id,
    what: `people of ${row.id}`,
    counted: row.people,
    found: Number(row.found),
  }));
}

/** Makes every counter of words again from its facts. */
export async function rebuildCounters(db: Db): Promise<void> {
  const facts = await listFacts(db);
  await db.deleteFrom('note_count').execute();
  for (const row of facts) await db.insertInto('note_count').values(row).execute();
  for (const { territoryId, what, found } of await listPeople(db))
    await db
      .updateTable('gathering')
      .set({ people: found })
      .where('territory_id', '=', territoryId)
      .where('id', '=', what.replace('people of ', ''))
      .execute();
}

async function listFacts(db: Db): Promise<Row<'note_count'>[]> {
  const rows = await db
    .selectFrom('note')
    .select(['note.territory_id', 'note.group_id', 'note.question_id', 'note.cycle_id'])
    .select((e) => [
      e.fn.coalesce('note.gathering_id', e.val('')).as('gathering_id'),
      e.fn.countAll<number>().as('notes'),
      e.fn
        .sum<number>(
          e
            .selectFrom('criterion')
            .select((c) => c.fn.countAll<number>().as('criteria'))
            .whereRef('criterion.territory_id', '=', 'note.territory_id')
            .whereRef('criterion.note_id', '=', 'note.id')
            .where('criterion.undone_at', 'is', null),
        )
        .as('criteria'),
    ])
    .groupBy(['note.territory_id', 'note.group_id', 'note.question_id', 'note.cycle_id', 'note.gathering_id'])
    .execute();
  return rows.map((row) => ({ ...row, notes: Number(row.notes), criteria: Number(row.criteria) }));
}
