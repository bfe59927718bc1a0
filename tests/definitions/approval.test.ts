import { expect, test } from 'vitest';
import { askToTalk, listAgenda, listHidden, listRaw, putOnAgenda } from '#lib/definitions/agenda.server.ts';
import { approveNote, approveTogether, undoApproval, undoTogether } from '#lib/definitions/approval.server.ts';
import type { Verdict } from '#lib/definitions/approval.server.ts';
import { checkCounters } from '#lib/definitions/counter-check.server.ts';
import { countWords } from '#lib/definitions/counter.server.ts';
import { problemOfExcerpts } from '#lib/definitions/excerpt.ts';
import { hideNote, listHidings, showNote } from '#lib/definitions/moderation.server.ts';
import { listWall } from '#lib/definitions/wall.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const inGathering = (room: Room) => ({
  territoryId: room.territoryId,
  gatheringId: room.gatheringId,
  accountId: room.accountId,
});

const approve = (room: Room, noteId: string, verdict: Verdict, agreed: number | null = null) =>
  room.house.write((db, now) =>
    approveNote(db, { ...inGathering(room), noteId, verdict, agreed, disagreed: null }, now),
  );

const approveAll = async (room: Room) => {
  const raw = await listRaw(room.house.db, await room.gathering());
  return room.house.write((db, now) =>
    approveTogether(db, { ...inGathering(room), noteIds: raw.map((note) => note.id), agreed: 9 }, now),
  );
};

const criteria = (room: Room) =>
  room.house.db
    .selectFrom('criterion')
    .select(['words', 'note_id'])
    .where('undone_at', 'is', null)
    .orderBy('note_id')
    .orderBy('position')
    .execute();

eachDatabase('the approval of a group’s notes', (open) => {
  test('is by exception: all are approved together but those that somebody wants to talk about', async () => {
    const room = await openRoom(await open());
    const [one, two] = [await room.comeIn(), await room.comeIn()];
    const silence = await one.say('Du silence la nuit');
    const bench = await two.say('Un banc');
    await room.lead('sharing');
    const ask = (noteId: string) =>
      room.house.write((db) => askToTalk(db, { gatheringId: room.gatheringId, noteId, participant: two }));
    await ask(silence);
    await ask(silence);
    expect(await approveAll(room)).toEqual({ approved: 1 });
    expect(await criteria(room)).toEqual([{ note_id: bench, words: 'Un banc' }]);
    const agenda = await listAgenda(room.house.db, await room.gathering());
    expect(agenda.find((item) => item.id === silence)).toMatchObject({ asked: true, decided: undefined });
    expect(agenda.find((item) => item.id === bench)?.decided).toMatchObject({
      outcome: 'whole',
      together: true,
      agreed: 9,
    });
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('asks nobody’s name: a request says neither who nor when nor how many', async () => {
    const room = await openRoom(await open());
    const guests = [await room.comeIn(), await room.comeIn()];
    const noteId = await (await room.comeIn()).say('Un banc');
    await room.lead('sharing');
    for (const participant of guests)
      await room.house.write((db) => askToTalk(db, { gatheringId: room.gatheringId, noteId, participant }));
    const rows = await room.house.db.selectFrom('discussion_request').selectAll().execute();
    expect(rows).toEqual([{ territory_id: room.territoryId, note_id: noteId }]);
  });

  test('can’t be asked for while people write alone, once it is over, nor from outside the room', async () => {
    const house = await open();
    const room = await openRoom(house);
    const guest = await room.comeIn();
    const noteId = await guest.say('Un banc');
    const ask = (participant: { territoryId: string; id: string }) =>
      house.write((db) => askToTalk(db, { gatheringId: room.gatheringId, noteId, participant }));
    await expect(ask(guest)).rejects.toMatchObject({ reason: 'definitions.notShared' });
    await room.lead('sharing');
    await expect(ask({ ...guest, id: 'nobody' })).rejects.toMatchObject({ name: 'NotThere' });
    await expect(ask(await (await openRoom(house, 'Monts')).comeIn())).rejects.toMatchObject({ name: 'NotThere' });
    await ask(guest);
    await room.lead('closed');
    await expect(ask(guest)).rejects.toMatchObject({ reason: 'gathering.notOpen' });
  });

  test('leaves for later what came after the page was made', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    await guest.say('Un banc');
    await room.lead('sharing');
    const shown = (await listRaw(room.house.db, await room.gathering())).map((note) => note.id);
    await guest.say('Une fontaine');
    const together = () =>
      room.house.write((db, now) => approveTogether(db, { ...inGathering(room), noteIds: shown, agreed: null }, now));
    expect(await together()).toEqual({ approved: 1 });
    expect(await together()).toEqual({ approved: 0 });
    expect((await listRaw(room.house.db, await room.gathering())).map((note) => note.text)).toEqual(['Une fontaine']);
  });

  test('splits a note by quotation into criteria that are its own words, and leaves the note whole', async () => {
    const room = await openRoom(await open());
    const text = 'Un médecin tout près, et des bus le soir';
    const noteId = await (await room.comeIn()).say(text);
    await room.lead('sharing');
    await approve(room, noteId, { outcome: 'excerpts', excerpts: ['Un médecin tout près', 'des bus le soir'] }, 8);
    expect((await criteria(room)).map((row) => row.words)).toEqual(['Un médecin tout près', 'des bus le soir']);
    expect(await listWall(room.house.db, await room.gathering())).toMatchObject([{ text, approved: true }]);
    expect(await countWords(room.house.db, room.territoryId, room.town.cycle.id)).toMatchObject({ criteria: 2 });
  });

  test('refuses excerpts that nobody said, one alone, and twice the same', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Un médecin, et des bus');
    await room.lead('sharing');
    const split = (...excerpts: string[]) => approve(room, noteId, { outcome: 'excerpts', excerpts });
    await expect(split('Un médecin', 'plus de bus')).rejects.toMatchObject({
      reason: 'definitions.excerpts.verbatim',
    });
    await expect(split('Un médecin')).rejects.toMatchObject({ reason: 'definitions.excerpts.two' });
    await expect(split('des bus', 'des bus')).rejects.toMatchObject({ reason: 'definitions.excerpts.same' });
    await expect(split('Un médecin', 'Un médecin, et des bus')).rejects.toMatchObject({
      reason: 'definitions.excerpts.whole',
    });
    expect(await criteria(room)).toEqual([]);
  });

  test('keeps a minority voice word for word, without a criterion', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Moins de voisins');
    await room.lead('sharing');
    await approve(room, noteId, { outcome: 'minority' }, 1);
    expect(await criteria(room)).toEqual([]);
    expect(await listWall(room.house.db, await room.gathering())).toMatchObject([
      { text: 'Moins de voisins', approved: false },
    ]);
    expect(await approveAll(room)).toEqual({ approved: 0 });
  });

  test('can be taken back and given again, and every turn of it stays told', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Un banc');
    await room.lead('approving');
    await approve(room, noteId, { outcome: 'whole' });
    await approve(room, noteId, { outcome: 'minority' });
    await room.house.write((db, now) => undoApproval(db, { ...inGathering(room), noteId }, now));
    await approve(room, noteId, { outcome: 'whole' });
    const history = await room.house.db.selectFrom('note_approval').selectAll().execute();
    expect(history.filter((row) => row.undone_by === room.accountId)).toHaveLength(2);
    expect(history.filter((row) => row.undone_at === null)).toMatchObject([{ outcome: 'whole' }]);
    expect(await countWords(room.house.db, room.territoryId, room.town.cycle.id)).toMatchObject({ criteria: 1 });
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('given together can be taken back together, without what was decided apart', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const apart = await guest.say('Un médecin');
    for (const text of ['Un banc', 'Une fontaine', 'Un arbre']) await guest.say(text);
    await room.lead('sharing');
    await approve(room, apart, { outcome: 'whole' });
    expect(await approveAll(room)).toEqual({ approved: 3 });
    await room.house.write((db, now) => undoTogether(db, inGathering(room), now));
    expect((await criteria(room)).map((row) => row.note_id)).toEqual([apart]);
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('by two people at once keeps one approval', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Un banc');
    await room.lead('sharing');
    await Promise.allSettled(Array.from({ length: 4 }, () => approve(room, noteId, { outcome: 'whole' })));
    await Promise.allSettled(Array.from({ length: 4 }, () => approveAll(room)));
    expect(await criteria(room)).toHaveLength(1);
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('of eight hundred notes is one step', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const first = await guest.say('Parole 1');
    const row = await room.house.db.selectFrom('note').selectAll().where('id', '=', first).executeTakeFirstOrThrow();
    await room.house.write(async (db) => {
      const more = Array.from({ length: 799 }, (_, place) => ({ ...row, id: `more${place}`, sent_id: `more${place}` }));
      for (let start = 0; start < more.length; start += 400)
        await db
          .insertInto('note')
          .values(more.slice(start, start + 400))
          .execute();
    });
    await room.lead('sharing');
    expect(await approveAll(room)).toEqual({ approved: 800 });
    expect(await criteria(room)).toHaveLength(800);
  });
});

eachDatabase('a hidden note', (open) => {
  test('is on no wall and no agenda, keeps its reason and its words, and can be shown again', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Le numéro de Paul est le 06 12 34 56 78');
    await room.lead('sharing');
    const which = { territoryId: room.territoryId, noteId, accountId: room.accountId };
    const hide = () => room.house.write((db, now) => hideNote(db, { ...which, reason: 'Un numéro de téléphone' }, now));
    await hide();
    await hide();
    expect(await listWall(room.house.db, await room.gathering())).toEqual([]);
    expect(await listAgenda(room.house.db, await room.gathering())).toEqual([]);
    expect(await listHidden(room.house.db, await room.gathering())).toMatchObject([
      { id: noteId, reason: 'Un numéro de téléphone' },
    ]);
    await expect(approve(room, noteId, { outcome: 'whole' })).rejects.toMatchObject({ name: 'NotThere' });
    const put = () =>
      room.house.write((db) =>
        putOnAgenda(db, { territoryId: room.territoryId, gatheringId: room.gatheringId, noteId }),
      );
    await expect(put()).rejects.toMatchObject({ name: 'NotThere' });
    await room.house.write((db, now) => showNote(db, which, now));
    expect(await listWall(room.house.db, await room.gathering())).toHaveLength(1);
    const trace = await listHidings(room.house.db, room.territoryId, noteId);
    expect(trace).toHaveLength(1);
    expect(trace[0]?.shownAt).not.toBeNull();
  });
});

test('a part of a note may hold half a pair of signs of direction', () => {
  expect(problemOfExcerpts('Un \u2067banc vert\u2069 ici', ['Un banc', 'vert ici'])).toBeUndefined();
  expect(problemOfExcerpts('Un \u2067banc vert\u2069 ici', ['Un banc', 'vert là'])).toBe(
    'definitions.excerpts.verbatim',
  );
});
