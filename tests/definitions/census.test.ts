import { expect, test } from 'vitest';
import { nameKey, readCensus, readPeople, type Category } from '#lib/definitions/census-file.ts';
import { listCensus, setCensus } from '#lib/definitions/census.server.ts';
import { recordsOf } from '#lib/definitions/import/records.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { makeTown } from '#tests/support/territory.ts';

const CATEGORIES = new Map<string, Category>([
  [nameKey('16–25'), { item: 'age', value: '16-25' }],
  [nameKey('Femmes'), { item: 'sex', value: 'woman' }],
  [nameKey('Les Tanneurs'), { item: 'neighbourhood', value: 'n1' }],
]);

test('reads numbers as French and English tables write them', () => {
  const read = ['6\u202f940', '6\u00a0940', '6 940', '6,940', '6.940', '6,940.5', '54,5 %', '54.5%', '0', '0,5'].map(
    readPeople,
  );
  expect(read).toEqual([6940, 6940, 6940, 6940, 6940, 6940.5, 54.5, 54.5, 0, 0.5]);
  for (const no of ['', '-3', 'beaucoup', '1,2,3', '12 %%', '%']) expect(readPeople(no), no).toBeUndefined();
});

test('reads a file of two columns by any name of a category, with or without heads', () => {
  const rows = '16-25;14\nFEMMES;6 940\n\nles\u00a0tanneurs;54,5;\n';
  const parts = [
    { item: 'age', value: '16-25', people: 14 },
    { item: 'sex', value: 'woman', people: 6940 },
    { item: 'neighbourhood', value: 'n1', people: 54.5 },
  ];
  expect(readCensus(recordsOf(rows, ';'), CATEGORIES)).toEqual({ parts, unread: [] });
  expect(readCensus(recordsOf(`catégorie;nombre\n${rows}`, ';'), CATEGORIES)).toEqual({ parts, unread: [] });
});

test('says of each line that can’t be read what is wrong with it', () => {
  const { unread } = readCensus(
    recordsOf('Femmes,52\nHommes,48\n16-25\n16-25,beaucoup\nFemmes,1\nLes Tanneurs,6,940\n', ','),
    CATEGORIES,
  );
  expect(unread).toEqual([
    { line: 2, fault: 'category', text: 'Hommes · 48' },
    { line: 3, fault: 'columns', text: '16-25' },
    { line: 4, fault: 'number', text: '16-25 · beaucoup' },
    { line: 5, fault: 'twice', text: 'Femmes · 1' },
    { line: 6, fault: 'columns', text: 'Les Tanneurs · 6 · 940' },
  ]);
  const figureFirst = readCensus(recordsOf('Inconnu;12\nFemmes;52\n', ';'), CATEGORIES);
  expect(figureFirst.unread).toMatchObject([{ line: 1, fault: 'category' }]);
});

eachDatabase('the census of a territory', (open) => {
  async function begin() {
    const house = await open();
    const town = await makeTown(house);
    const actor = { kind: 'account', id: town.people.coordinator.id } as const;
    const set = (item: 'age' | 'sex' | 'neighbourhood', figures: Record<string, number>, source = 'Insee 2023') => {
      const parts = Object.entries(figures).map(([value, people]) => ({ value, people }));
      const facts = { territoryId: town.territory.id, item, source, parts, actor };
      return house.write((db, now) => setCensus(db, facts, now));
    };
    const known = () => listCensus(house.db, town.territory.id);
    return { house, town, set, known };
  }

  test('is kept by item with its source, changed as a whole, and forgotten', async () => {
    const { set, known } = await begin();
    await set('sex', { woman: 52, man: 48 });
    await set('age', { '75+': 11.5 }, 'Mairie 2024');
    await set('sex', { woman: 6940, man: 5900 }, 'Insee 2024');
    expect([...(await known())].sort()).toEqual([
      ['age', { source: 'Mairie 2024', people: new Map([['75+', 11.5]]) }],
      [
        'sex',
        {
          source: 'Insee 2024',
          people: new Map([
            ['man', 5900],
            ['woman', 6940],
          ]),
        },
      ],
    ]);
    await set('sex', {}, '');
    expect([...(await known()).keys()]).toEqual(['age']);
  });

  test('takes no category that isn’t offered here, and no figures that add up to nothing', async () => {
    const { town, set, known } = await begin();
    await expect(set('neighbourhood', { elsewhere: 3 })).rejects.toThrow('not there');
    await expect(set('sex', { woman: 0, man: 0 })).rejects.toMatchObject({ reason: 'definitions.census.nobody' });
    expect((await known()).size).toBe(0);
    await set('neighbourhood', { [town.neighbourhoodId]: 12 });
    expect((await known()).size).toBe(1);
  });
});
