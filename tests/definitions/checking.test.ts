import { expect, test } from 'vitest';
import { approveNote } from '#lib/definitions/approval.server.ts';
import { checkTyped, countChecked, listCorrected, listToCheck } from '#lib/definitions/checking.server.ts';
import { applyRetention } from '#lib/definitions/retention.server.ts';
import { strikeTyped, typeNotes } from '#lib/definitions/typing.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const where = (room: Room) => ({ territoryId: room.territoryId, gatheringId: room.gatheringId });
const second = (room: Room) => room.town.people.otherFacilitator.id;

async function typed(room: Room, lines: readonly string[], source: 'paper' | 'facilitator' = 'paper') {
  const facts = { ...where(room), questionId: room.questions[0], language: 'fr', accountId: room.accountId };
  await room.house.write((db, now) => typeNotes(db, { ...facts, source, lines, sentId: randomId() }, now));
}

const waiting = (room: Room, accountId = second(room)) => listToCheck(room.house.db, { ...where(room), accountId });

const check = (room: Room, noteId: string, text: string, accountId = second(room)) =>
  room.house.write((db, now) => checkTyped(db, { ...where(room), noteId, text, accountId }, now));

const firstWordings = async (room: Room) =>
  (await room.house.db.selectFrom('note_check').select('first_text').execute()).map((row) => row.first_text);

eachDatabase('what was typed from paper', (open) => {
  test('is checked by a second person, as it is or by a correction that keeps the first wording', async () => {
    const room = await openRoom(await open());
    await typed(room, ['Un banc', 'Une fontene']);
    await typed(room, ['Dit tout haut'], 'facilitator');
    expect(await waiting(room, room.accountId)).toEqual([]);
    const notes = await waiting(room);
    expect(notes.map((note) => note.text).sort()).toEqual(['Un banc', 'Une fontene']);
    const idOf = (text: string) => notes.find((note) => note.text === text)?.id ?? '';
    await check(room, idOf('Un banc'), 'Un banc');
    await check(room, idOf('Une fontene'), 'Une fontaine');
    await check(room, idOf('Une fontene'), 'Une fontaine');
    expect(await waiting(room)).toEqual([]);
    expect(await countChecked(room.house.db, where(room))).toEqual({ typed: 2, checked: 2 });
    expect(await listCorrected(room.house.db, where(room))).toMatchObject([
      { text: 'Une fontaine', first: 'Une fontene', by: room.town.people.otherFacilitator.name },
    ]);
    await expect(check(room, idOf('Un banc'), 'Un blanc')).rejects.toMatchObject({
      reason: 'definitions.check.checked',
    });
  });

  test('is never checked by whoever typed it, nor once the group has decided, nor from another room', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    await typed(room, ['Un banc']);
    const [note] = await waiting(room);
    const noteId = note?.id ?? '';
    await expect(check(room, noteId, 'Un blanc', room.accountId)).rejects.toMatchObject({
      reason: 'definitions.check.own',
    });
    await expect(check(other, noteId, 'Un blanc')).rejects.toMatchObject({ name: 'NotThere' });
    await room.lead('sharing', room.questions[0]);
    const verdict = { outcome: 'whole' } as const;
    const deciding = { ...where(room), accountId: room.accountId, noteId, verdict, agreed: null, disagreed: null };
    await house.write((db, now) => approveNote(db, deciding, now));
    expect(await waiting(room)).toEqual([]);
    await expect(check(room, noteId, 'Un blanc')).rejects.toMatchObject({ reason: 'definitions.check.decided' });
    expect(await firstWordings(room)).toEqual([]);
  });

  test('checked by two at once is corrected once', async () => {
    const room = await openRoom(await open());
    await typed(room, ['Une fontene']);
    const [note] = await waiting(room);
    const both = await Promise.allSettled(
      ['Une fontaine', 'Une fontanelle'].map((text) => check(room, note?.id ?? '', text)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await firstWordings(room)).toEqual(['Une fontene']);
  });

  test('loses its first wording with its words', async () => {
    const room = await openRoom(await open());
    await typed(room, ['Paul Meier dit', 'Paul dit']);
    for (const note of await waiting(room)) await check(room, note.id, `${note.text} non`);
    const [struck] = await room.house.db.selectFrom('note').select('id').orderBy('text').execute();
    const striking = { ...where(room), noteId: struck?.id ?? '', accountId: room.accountId };
    await room.house.write((db, now) => strikeTyped(db, striking, now));
    expect((await firstWordings(room)).filter((first) => first === '')).toHaveLength(1);
    room.house.setClock(room.house.clock() + 4000 * DAY);
    await room.house.write((db, now) => applyRetention(db, room.town.territory, now));
    expect(await firstWordings(room)).toEqual(['', '']);
  });
});
