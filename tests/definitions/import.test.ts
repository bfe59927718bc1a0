import { existsSync, readFileSync } from 'node:fs';
import { sql, SqliteAdapter } from 'kysely';
import { expect, test } from 'vitest';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { countWords } from '#lib/definitions/counter.server.ts';
import { approveNote } from '#lib/definitions/approval.server.ts';
import { chooseSheet, columnsOf, getBatch, keepUpload, mapColumns } from '#lib/definitions/import/batch.server.ts';
import { findRemembered } from '#lib/definitions/import/memory.server.ts';
import { BUILT_ON, getFinishedBatch, previewUndoing, undoImport } from '#lib/definitions/import/undoing.server.ts';
import { readUpload } from '#lib/definitions/import/upload.ts';
import { guessColumns, type Mapping } from '#lib/definitions/import/mapping.ts';
import { delimiterOf } from '#lib/definitions/import/records.ts';
import { importWhole, listLines, previewImport, runImport, tallyOf } from '#lib/definitions/import/run.server.ts';
import { applyRetention } from '#lib/definitions/retention.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { text, xlsxOf } from '#tests/support/spreadsheet.ts';
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
  await room.house.write((db, now) =>
    mapColumns(db, { territoryId, batchId, accountId, mapping: { ...defaults(room), ...guess, ...mapping } }, now),
  );
  return batchId;
}

/** Uploaded, its columns not chosen yet. */
function keep(room: Room, file: string): Promise<string> {
  const { territoryId } = room;
  const facts = { territoryId, cycleId: room.town.cycle.id, accountId: room.town.people.coordinator.id };
  return room.house.write((db, now) =>
    keepUpload(db, { ...facts, upload: readUpload('statements.csv', bytesOf(file)) }, now),
  );
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
  codeColumn: null,
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

const idOf = async (room: Room, text: string) => {
  const found = room.house.db.selectFrom('note').select('id').where('text', '=', text);
  return (await found.executeTakeFirstOrThrow()).id;
};

/** Tables with a foreign key to this one. */
async function tablesReferringTo({ db }: Room['house'], table: string): Promise<string[]> {
  const { rows } = await (
    db.getExecutor().adapter instanceof SqliteAdapter
      ? sql<{ name: string }>`select distinct m.name from sqlite_master m, pragma_foreign_key_list(m.name) f
          where m.type = 'table' and f."table" = ${table}`
      : sql<{ name: string }>`select distinct conrelid::regclass::text as name from pg_constraint
          where contype = 'f' and confrelid = ${table}::regclass`
  ).execute(db);
  return rows.map(({ name }) => name).sort();
}

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

  test('knows the questions by number and by what the product calls them', async () => {
    const room = await openRoom(await open());
    const names = [
      '1',
      'Q1',
      'Q. 2',
      '2.',
      'Question 1',
      'Bien-être',
      'mal-etre',
      'Ill-being',
      'Question 9',
      'Bonheur',
    ];
    const rows = ['texte,question', ...names.map((name) => `Un mot sur ${name},${name}`)];
    const batchId = await upload(room, rows.join('\n'));
    const preview = await previewImport(room.house.db, await getBatch(room.house.db, which(room, batchId)));
    const unknown = preview.filter((one) => one.outcome !== 'imported').map((one) => [one.line, one.outcome]);
    expect(unknown).toEqual([
      [10, 'unknown-question'],
      [11, 'unknown-question'],
    ]);
    expect(preview.at(-1)).toMatchObject({ said: 'Bonheur' });
  });

  test('gives what isn’t known the chosen group and question where that is wanted, and quotes its beginning where not', async () => {
    const room = await openRoom(await open());
    const long = 'x'.repeat(61);
    const file = `texte,groupe,question\nUn banc,${long},1\nUn arbre,${long.slice(1)},1\nUn bus,,\u202eBonheur\u2067`;
    const preview = async (fallback: boolean) => {
      const batchId = await upload(room, `${file}${fallback ? ' ' : ''}`, { fallback });
      return previewImport(room.house.db, await getBatch(room.house.db, which(room, batchId)));
    };
    expect(await preview(false)).toMatchObject([
      { outcome: 'unknown-group', said: `${'x'.repeat(59)}…` },
      { outcome: 'unknown-group', said: 'x'.repeat(60) },
      { outcome: 'unknown-question', said: 'Bonheur' },
    ]);
    const { groupId, questionId } = defaults(room);
    const taken = await preview(true);
    expect(taken).toHaveLength(3);
    for (const row of taken) expect(row).toMatchObject({ outcome: 'imported', note: { groupId, questionId } });
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

  test('of a spreadsheet takes the chosen sheet, by the numbers of its rows', async () => {
    const room = await openRoom(await open());
    const rows = [
      ['Texte', 'Groupe'],
      ['Un banc', 'Les jeunes'],
      ['Un arbre', 'Les oubliés'],
      ['#N/A', ''],
    ];
    const file = xlsxOf({ Aide: [[text('Lisez-moi')]], Paroles: rows.map((row) => row.map(text)) });
    const batchId = await upload(room, file);
    await room.house.write((db) => chooseSheet(db, { ...which(room, batchId), sheet: 1 }));
    const batch = await getBatch(room.house.db, which(room, batchId));
    expect(columnsOf(batch)).toEqual(['Texte', 'Groupe']);
    await expect(run(room, batchId)).rejects.toMatchObject({ reason: 'definitions.import.unmapped' });
    const mapping = { ...defaults(room), text: 0, groupColumn: 1 };
    await room.house.write((db, now) => mapColumns(db, { ...which(room, batchId), mapping }, now));
    expect(await run(room, batchId)).toEqual({ imported: 1, 'unknown-group': 1, malformed: 1 });
    const lines = await listLines(room.house.db, batch);
    expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'imported'],
      [3, 'unknown-group'],
      [4, 'malformed'],
    ]);
    await expect(
      room.house.write((db) => chooseSheet(db, { ...which(room, batchId), sheet: 0 })),
    ).rejects.toMatchObject({ reason: 'definitions.import.confirmed' });
  });

  test('remembers how the columns of such files are read, in its own territory', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    const file = 'Énoncé;N°;Divers\nUn banc;1;x\n';
    await upload(room, file, { text: 0, idColumn: 1, moderationColumn: 2, rejected: ['x'] });
    const batchId = await keep(room, 'enonce;n;DIVERS\nUn arbre;2;y\n');
    const remembered = await findRemembered(house.db, await getBatch(house.db, which(room, batchId)));
    expect(remembered).toMatchObject({ text: 0, idColumn: 1, moderationColumn: 2, rejected: ['x'] });
    const theirs = await getBatch(house.db, which(other, await keep(other, file)));
    expect(await findRemembered(house.db, theirs)).toBeUndefined();
    const wider = await keep(room, 'Énoncé;N°;Divers;Encore\nUn banc;1;x;\n');
    expect(await findRemembered(house.db, await getBatch(house.db, which(room, wider)))).toBeUndefined();
  });

  test('of everything or nothing brings in nothing where one row can’t come, and everything at once else', async () => {
    const room = await openRoom(await open());
    const rows = Array.from({ length: 600 }, (_, row) => `Parole ${row},`).join('\n');
    const faulty = await upload(room, `texte,groupe\n${rows}\nUne autre,Les oubliés\n`);
    const whole = (batchId: string) => room.house.write((db, now) => importWhole(db, which(room, batchId), now));
    await expect(whole(faulty)).rejects.toMatchObject({ reason: 'definitions.import.notWhole', facts: { count: 1 } });
    expect(await texts(room)).toEqual([]);
    expect((await getBatch(room.house.db, which(room, faulty))).confirmed_at).toBeNull();
    const sound = await upload(room, `texte,groupe\n${rows}\n,\n`);
    await whole(sound);
    await whole(sound);
    expect(await texts(room)).toHaveLength(600);
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('is undone as far as nobody has worked with it, and its file may come again', async () => {
    const room = await openRoom(await open());
    const { house, territoryId } = room;
    const file = 'texte\nUn banc\nUn arbre\nUn puits\n';
    const batchId = await upload(room, file);
    const cycle = { territoryId, cycleId: room.town.cycle.id, batchId };
    const undo = () => house.write((db, now) => undoImport(db, { ...cycle, accountId: room.accountId }, now));
    await expect(undo()).rejects.toMatchObject({ name: 'NotThere' });
    await run(room, batchId);
    const noteId = await idOf(room, 'Un arbre');
    const verdict = { outcome: 'whole' } as const;
    const { gatheringId, accountId } = room;
    const deciding = { territoryId, gatheringId, accountId, noteId, verdict, agreed: null, disagreed: null };
    await room.lead('sharing', room.questions[0]);
    await house.write((db, now) => approveNote(db, deciding, now));
    const batch = await getFinishedBatch(house.db, cycle);
    expect(await previewUndoing(house.db, batch)).toEqual({ going: 2, staying: [3] });
    const both = await Promise.allSettled([undo(), undo()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await texts(room)).map((note) => note.text)).toEqual(['Un arbre']);
    expect(await getFinishedBatch(house.db, cycle)).toMatchObject({ undone_by: room.accountId });
    expect(await countWords(house.db, territoryId, room.town.cycle.id)).toMatchObject({ notes: 1 });
    expect(await checkCounters(house.db)).toEqual([]);
    expect(await run(room, await upload(room, file))).toEqual({ imported: 2, duplicate: 1 });
  });

  test('is undone within thirty days, not a moment later', async () => {
    const room = await openRoom(await open());
    const { house, territoryId } = room;
    const batchId = await upload(room, 'texte\nUn banc\n');
    await run(room, batchId);
    const cycle = { territoryId, cycleId: room.town.cycle.id, batchId };
    const { finished_at } = await getFinishedBatch(house.db, cycle);
    const undo = () => house.write((db, now) => undoImport(db, { ...cycle, accountId: room.accountId }, now));
    house.setClock((finished_at ?? 0) + 30 * DAY + 1);
    await expect(undo()).rejects.toMatchObject({ reason: 'definitions.import.undoneLate' });
    house.setClock((finished_at ?? 0) + 30 * DAY);
    expect(await undo()).toEqual({ gone: 1, stayed: 0 });
  });

  test('is kept from being undone by every table that refers to notes', async () => {
    const room = await openRoom(await open());
    expect(await tablesReferringTo(room.house, 'note')).toEqual([...BUILT_ON].sort());
  });

  test('can’t go into another territory’s group', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    await expect(upload(room, 'texte\nUn banc\n', { groupId: other.groupId })).rejects.toMatchObject({
      name: 'NotThere',
    });
  });
});

test('a file of ten million letters without a column is looked at once', () => {
  expect(delimiterOf('x'.repeat(10_000_000))).toBe(',');
});
