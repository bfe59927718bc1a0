import { expect, test } from 'vitest';
import { approveNote, approveTogether } from '#lib/definitions/approval.server.ts';
import { keepUpload, mapColumns } from '#lib/definitions/import/batch.server.ts';
import { importWhole } from '#lib/definitions/import/run.server.ts';
import { readUpload } from '#lib/definitions/import/upload.ts';
import { listBoard } from '#lib/indicators/board.server.ts';
import { findAct, listSortings } from '#lib/indicators/history.server.ts';
import { classifyImported, listImportedCodes } from '#lib/indicators/imported-code.server.ts';
import { undoClassification } from '#lib/indicators/undoing.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openTown, type Words } from './words.ts';

const FILE = 'texte,code\nUn médecin,a2p\nUne école,A05\nDu calme et un parc,B01S\nUn mystère,Z99\nSans code,\n';

/** Brings the file in; the group approves all of it, one note as two ideas. */
async function bringIn(words: Words): Promise<void> {
  const { house, territoryId, cycleId, town } = words;
  const { gatheringId, groupId } = town;
  const [accountId, questionId] = [town.people.facilitator.id, town.questionIds[0] ?? ''];
  await house.write(async (db, now) => {
    const upload = readUpload('ancien.csv', new TextEncoder().encode(FILE));
    const batchId = await keepUpload(db, { territoryId, cycleId, upload, accountId }, now);
    const none = { groupColumn: null, questionColumn: null, languageColumn: null, idColumn: null };
    const mapping = {
      ...{ ...none, header: true, text: 0, groupId, questionId, language: 'fr', rejected: [] },
      ...{ moderationColumn: null, codeColumn: 1 },
    };
    await mapColumns(db, { territoryId, batchId, accountId, mapping }, now);
    await importWhole(db, { territoryId, batchId, accountId }, now);
    const lead = { territoryId, gatheringId, questionId, actor: words.as('facilitator').actor };
    await leadGathering(db, { ...lead, phase: 'approving' }, now);
    const notes = await db.selectFrom('note').select(['id', 'text']).where('source', '=', 'import').execute();
    const cut = notes.find((note) => note.text.includes(' et '))?.id ?? '';
    const deciding = { territoryId, gatheringId, accountId, agreed: null, disagreed: null };
    const verdict = { outcome: 'excerpts', excerpts: ['Du calme', 'un parc'] } as const;
    await approveNote(db, { ...deciding, noteId: cut, verdict }, now);
    const noteIds = notes.map((note) => note.id).filter((id) => id !== cut);
    await approveTogether(db, { ...deciding, noteIds }, now);
  });
  await words.publish();
}

eachDatabase('words that came in with a code', (open) => {
  test('are put where their file says once somebody confirms it, marked so, and back in one go', async () => {
    const words = await openTown(await open());
    const { house, territoryId, cycleId } = words;
    const where = { territoryId, cycleId, viewer: ANYONE };
    const board = async () =>
      (await listBoard(house.db, where, { state: 'all' }, 1))
        .map(({ words: said, place }) => `${said}: ${place ? place.code + place.sense : ''}`)
        .sort();
    await bringIn(words);
    const unsorted = ['Du calme: ', 'Sans code: ', 'Un mystère: ', 'Un médecin: ', 'Une école: ', 'un parc: '];
    expect(await board()).toEqual(unsorted);
    const { known, unknown } = await listImportedCodes(house.db, where);
    expect(known.map(({ place }) => place.code).sort()).toEqual(['A02', 'A05']);
    expect(unknown).toEqual(['Z99']);

    const send = () =>
      house.write((db, now) =>
        classifyImported(db, { ...words.as('member'), viewer: ANYONE, sense: 'Q', sentId: 'a-form-of-this-page' }, now),
      );
    const { actId } = await send();
    expect(await send()).toEqual({ actId, sorted: 2, overtaken: [] });
    expect((await board()).filter((line) => !line.endsWith(': '))).toEqual(['Un médecin: A02P', 'Une école: A05Q']);
    expect(await findAct(house.db, territoryId, actId)).toMatchObject({ isImported: true, count: 2 });
    const [sorting] = await listSortings(house.db, territoryId, known[0]?.criterionId ?? '');
    expect(sorting).toMatchObject({ isImported: true, by: words.town.people.member.name });

    await house.write((db, now) => undoClassification(db, { ...words.as('member'), viewer: ANYONE, actId }, now));
    expect(await board()).toEqual(unsorted);
  });
});
