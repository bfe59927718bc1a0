import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { countWords } from '#lib/definitions/counter.server.ts';
import { columnsOf, getBatch, keepUpload, mapColumns, readUpload } from '#lib/definitions/import/batch.server.ts';
import { guessColumns, type Mapping } from '#lib/definitions/import/mapping.ts';
import { listLines, previewImport, runImport, tallyOf } from '#lib/definitions/import/run.server.ts';
import { applyRetention } from '#lib/definitions/retention.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

/** 896 statements of a real town, beside the checkout where there are any. */
const STATEMENTS = new URL('../../../shared/reference/statements/bowling-green-2018.csv', import.meta.url);

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function upload(room: Room, file: Uint8Array | string, mapping: Partial<Mapping> = {}): Promise<string> {
  const read = readUpload('statements.csv', typeof file === 'string' ? bytesOf(file) : file);
  const { territoryId } = room;
  const accountId = room.town.people.coordinator.id;
  const cycleId = room.town.cycle.id;
  const batchId = await room.house.write((db, now) =>
    keepUpload(db, { territoryId, cycleId, upload: read, accountId }, now),
  );
  const batch = await getBatch(room.house.db, { territoryId, batchId, accountId });
  const guess = guessColumns(
    columnsOf(batch),
    read.records.map((record) => record.cells),
  );
  await room.house.write((db) =>
    mapColumns(db, { territoryId, batchId, accountId, mapping: { ...defaults(room), ...guess, ...mapping } }),
  );
  return batchId;
}

const defaults = (room: Room): Mapping => ({
  header: true,
  text: 0,
  groupId: room.groupId,
  groupColumn: null,
  questionId: room.questions[0],
  questionColumn: null,
  language: 'fr',
  languageColumn: null,
  idColumn: null,
  moderationColumn: null,
  rejected: ['-1'],
});

const which = (room: Room, batchId: string) => ({
  territoryId: room.territoryId,
  batchId,
  accountId: room.town.people.coordinator.id,
});

const run = async (room: Room, batchId: string) => {
  await runImport(room.house.write, which(room, batchId));
  return tallyOf(await listLines(room.house.db, await getBatch(room.house.db, which(room, batchId))));
};

const texts = (room: Room) =>
  room.house.db
    .selectFrom('note')
    .select(['text', 'language', 'question_id', 'group_id'])
    .where('source', '=', 'import')
    .orderBy('text')
    .execute();

eachDatabase('an import', (open) => {
  test('takes the file’s language where a line names none that exists, and says which lines', async () => {
    const room = await openRoom(await open());
    const file = 'texte,langue\nUn banc,xx\nEin Baum,de-CH\nUna fontana,it\nUn mur,\nUn puits,klingonais\n';
    const batchId = await upload(room, file);
    const judged = await previewImport(room.house.db, await getBatch(room.house.db, which(room, batchId)));
    expect(judged.map((row) => row.note?.language)).toEqual(['fr', 'de', 'it', 'fr', 'fr']);
    const strange = judged.map((row) => (row.outcome === 'imported' ? row.strangeLanguage : ''));
    expect(strange).toEqual(['xx', undefined, undefined, undefined, 'klingonais']);
    expect(await run(room, batchId)).toEqual({ imported: 5 });
  });

  test.skipIf(!existsSync(STATEMENTS))('accounts for each of 896 real statements, and adds nothing twice', async () => {
    const room = await openRoom(await open());
    const file = readFileSync(STATEMENTS);
    const rejected = file.toString('utf8').match(/^\d+,[^,]*,\d+,\d+,\d+,\d+,-1,/gm)?.length ?? 0;
    const tally = await run(room, await upload(room, file, { language: 'en' }));
    expect(Object.values(tally).reduce((sum, rows) => sum + rows, 0)).toBe(896);
    expect(tally).toEqual({ imported: 896 - rejected, rejected });
    expect(await countWords(room.house.db, room.territoryId, room.town.cycle.id)).toMatchObject({
      notes: 896 - rejected,
    });
    const again = await run(room, await upload(room, file, { idColumn: null, language: 'de' }));
    expect(again).toEqual({ duplicate: 896 - rejected, rejected });
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('keeps quoted fields of several lines, signs and formulas word for word', async () => {
    const room = await openRoom(await open());
    const file = 'id;texte\n1;"Un banc ;\nà l’ombre"\n2;=1+1\n3;"Elle a dit ""non"""\n4;@home\n';
    expect(await run(room, await upload(room, file))).toEqual({ imported: 4 });
    expect((await texts(room)).map((note) => note.text)).toEqual([
      '=1+1',
      '@home',
      'Elle a dit "non"',
      'Un banc ;\nà l’ombre',
    ]);
  });

  test('lists what it can’t take, by line and with the reason', async () => {
    const room = await openRoom(await open());
    const rows = [
      'texte,groupe,question,modération',
      'Un banc,les JEUNES,2,1',
      ',Les jeunes,1,1',
      `${'a'.repeat(2001)},,,`,
      `${'b'.repeat(2000)},,,`,
      'Un arbre,Les oubliés,,',
      'Une fontaine,,9,',
      'Un gros mot,,,-1',
      '',
      'Un, deux, trois,,,,',
      'À nous, le parc,1,1,1',
      'Un banc,les jeunes,2,1',
    ];
    const batchId = await upload(room, rows.join('\n'));
    const preview = await previewImport(room.house.db, await getBatch(room.house.db, which(room, batchId)));
    expect(preview.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'imported'],
      [3, 'empty'],
      [4, 'too-long'],
      [5, 'imported'],
      [6, 'unknown-group'],
      [7, 'unknown-question'],
      [8, 'rejected'],
      [9, 'empty'],
      [10, 'unknown-group'],
      [11, 'malformed'],
      [12, 'imported'],
    ]);
    expect(await run(room, batchId)).toMatchObject({ imported: 3, malformed: 1 });
    expect((await texts(room)).filter((note) => note.text === 'Un banc')).toMatchObject([
      { question_id: room.questions[1] },
      { question_id: room.questions[1] },
    ]);
  });

  test('knows a row again by its own id, and by its words where it has none', async () => {
    const room = await openRoom(await open());
    await run(room, await upload(room, 'id,texte\n1,Un banc\n2,Un banc\n'));
    expect(await run(room, await upload(room, 'id,texte\n2,Un banc\n3,Un banc\n3,Un banc\n'))).toEqual({
      duplicate: 2,
      imported: 1,
    });
    expect(await run(room, await upload(room, 'texte\nLe bruit\nLe bruit\n'))).toEqual({ imported: 2 });
    expect(await run(room, await upload(room, 'texte\nLe bruit\nLa nuit\nLe bruit\n'))).toEqual({
      duplicate: 2,
      imported: 1,
    });
  });

  test('confirmed twice at once, or broken off in the middle, brings everything in once', async () => {
    const room = await openRoom(await open());
    const file = `texte\n${Array.from({ length: 600 }, (_, row) => `Parole ${row}`).join('\n')}\n`;
    const batchId = await upload(room, file);
    let commands = 0;
    const breaking: typeof room.house.write = (command) =>
      ++commands > 2 ? Promise.reject(new Error('the light went out')) : room.house.write(command);
    await expect(runImport(breaking, which(room, batchId))).rejects.toThrow('the light went out');
    expect(await texts(room)).toHaveLength(250);
    await Promise.all([run(room, batchId), run(room, batchId)]);
    expect(await run(room, batchId)).toEqual({ imported: 600 });
    expect(await texts(room)).toHaveLength(600);
    expect((await getBatch(room.house.db, which(room, batchId))).content).toBe('');
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('is its uploader’s alone, and its file is emptied when nobody confirms it for a week', async () => {
    const room = await openRoom(await open());
    const batchId = await upload(room, 'texte\nUn banc\n');
    const stranger = { ...which(room, batchId), accountId: room.accountId };
    await expect(getBatch(room.house.db, stranger)).rejects.toMatchObject({ name: 'NotThere' });
    room.house.setClock(room.house.clock() + 8 * DAY);
    await room.house.write((db, now) => applyRetention(db, room.town.territory, now));
    await expect(run(room, batchId)).rejects.toMatchObject({ reason: 'definitions.import.forgotten' });
  });

  test('can’t go into another territory’s group', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    await expect(upload(room, 'texte\nUn banc\n', { groupId: other.groupId })).rejects.toMatchObject({
      name: 'NotThere',
    });
  });
});
