import { expect, test } from 'vitest';
import { TABLES } from '#lib/publication/catalogue.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { makeTown } from '#tests/support/territory.ts';
import { everyFile, filesOf, placeOf, readCsv } from './read.ts';
import { PRIVATE, PUBLIC, townOfEveryState } from './states.ts';

eachDatabase('open data', (open) => {
  test('hold a note’s words only while anyone may read them, in whichever table', async () => {
    const house = await open();
    await townOfEveryState(house);
    for (const language of ['fr', 'en'] as const) {
      const here = await placeOf(house, language);
      const files = await everyFile(here);
      const told = Object.entries(PRIVATE).filter(([, text]) => files.includes(text));
      expect(told).toEqual([]);
      for (const words of PUBLIC) expect(files).toContain(JSON.stringify(words).slice(1, -1));
      expect((await readCsv(here, 'words')).map((row) => row.words).sort()).toEqual(
        PUBLIC.map((words) => (words.startsWith('=') ? `'${words}` : words)).sort(),
      );
      // Counts and links tell no more than the words themselves.
      expect(await readCsv(here, 'groups')).toMatchObject([{ published_words: String(PUBLIC.length) }]);
      expect(await readCsv(here, 'groupings')).toMatchObject([{ published_words: String(PUBLIC.length) }]);
      expect(await readCsv(here, 'indicator-words')).toHaveLength(PUBLIC.length);
    }
  });

  test('put words in the order of their random ids, with no time and no note', async () => {
    const house = await open();
    await townOfEveryState(house);
    const here = await placeOf(house);
    const words = await readCsv(here, 'words');
    const ids = words.map((row) => row.criterion_id?.replace(/^'/, '') ?? '');
    const stored = await house.db.selectFrom('criterion').select('id').orderBy('id').execute();
    expect(ids).toEqual(stored.map((row) => row.id).filter((id) => ids.includes(id)));
    expect(Object.keys(words[0] ?? {})).toEqual([
      ...['criterion_id', 'words', 'language', 'group_id', 'group', 'question_id', 'question', 'question_polarity'],
      ...['component', 'sense', 'polarity', 'grouping_id', 'minority'],
    ]);
    const files = await everyFile(here);
    const notes = await house.db.selectFrom('note').select(['id', 'sender']).execute();
    const people = await house.db.selectFrom('participant').select('id').execute();
    const accounts = await house.db.selectFrom('account').select(['id', 'email']).execute();
    const hidden = [...notes, ...people, ...accounts].flatMap((row) => Object.values(row));
    expect(hidden.length).toBeGreaterThan(20);
    expect(hidden.filter((value) => files.includes(value))).toEqual([]);
  });

  test('of a cycle in which nothing has been said yet are empty tables with all their heads', async () => {
    const house = await open();
    await makeTown(house);
    const here = await placeOf(house);
    const filled: string[] = [];
    for (const table of TABLES) {
      const { csv, json } = await filesOf(table, here);
      const [heads] = csv.split('\r\n');
      expect(heads).toBe(table.columns.map((column) => column.name).join(','));
      if ((JSON.parse(json) as { rows: unknown[] }).rows.length > 0) filled.push(table.name);
    }
    expect(filled).toEqual(['questions', 'groups', 'decisions']);
  });

  test('of a territory hold nothing of another', async () => {
    const house = await open();
    await townOfEveryState(house);
    const other = await makeTown(house, 'Ailleurs');
    const cycle = await house.db
      .selectFrom('cycle')
      .selectAll()
      .where('territory_id', '=', other.territory.id)
      .executeTakeFirstOrThrow();
    const files = await everyFile({ db: house.db, territory: other.territory, cycle, language: 'fr' });
    for (const words of PUBLIC) expect(files).not.toContain(words);
  });
});
