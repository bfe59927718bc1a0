import { expect, test } from 'vitest';
import { checkCounters, rebuildCounters } from '#lib/definitions/counter-check.server.ts';
import { countWords, listCounts } from '#lib/definitions/counter.server.ts';
import { MOST_PER_DEVICE } from '#lib/definitions/note.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Guest, type Room } from './room.ts';

const texts = (room: Room) =>
  room.house.db
    .selectFrom('note')
    .select('text')
    .orderBy('text')
    .execute()
    .then((rows) => rows.map((row) => row.text));

const propose = (room: Room, guest: Guest, text: string, sentId: string, gatheringId = room.gatheringId) =>
  room.house.write((db, now) =>
    proposeNote(
      db,
      { gatheringId, participant: guest, questionId: room.questions[0], language: 'fr', text, sentId },
      now,
    ),
  );

eachDatabase('a note', (open) => {
  test('is kept once when it is sent ten times at the same moment', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const sentId = randomId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => propose(room, guest, 'Du silence la nuit', sentId)),
    );
    expect(answers.filter((answer) => answer.isNew)).toHaveLength(1);
    expect(await texts(room)).toEqual(['Du silence la nuit']);
    expect(await countWords(room.house.db, room.territoryId, room.town.cycle.id)).toMatchObject({
      notes: 1,
      groups: 1,
      people: 1,
    });
    expect(await checkCounters(room.house.db)).toEqual([]);
  });

  test('of the same id with other words is a note of its own: nothing is dropped', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const sentId = randomId();
    await propose(room, guest, 'Un banc', sentId);
    await propose(room, guest, 'Un banc à l’ombre', sentId);
    await propose(room, guest, 'Un banc', sentId);
    expect(await texts(room)).toEqual(['Un banc', 'Un banc à l’ombre']);
  });

  test('of two people with the same id and the same words is two notes', async () => {
    const room = await openRoom(await open());
    const sentId = randomId();
    await propose(room, await room.comeIn(), 'Un banc', sentId);
    await propose(room, await room.comeIn(), 'Un banc', sentId);
    expect(await texts(room)).toEqual(['Un banc', 'Un banc']);
  });

  test('is refused once the gathering is closed, unless it had been kept before', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const sentId = randomId();
    await propose(room, guest, 'Un banc', sentId);
    await room.lead('closed');
    await expect(propose(room, guest, 'Trop tard', randomId())).rejects.toMatchObject({ reason: 'gathering.notOpen' });
    expect(await propose(room, guest, 'Un banc', sentId)).toEqual({ isNew: false });
    await room.lead('writing');
    expect(await propose(room, guest, 'Trop tard', randomId())).toEqual({ isNew: true });
  });

  test('is refused in a closed cycle', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    await room.decide('close-cycle', room.town.cycle.id);
    await room.house.write((db, now) =>
      closeCycle(db, { territoryId: room.territoryId, cycleId: room.town.cycle.id, actor: PROGRAM }, now),
    );
    await expect(propose(room, guest, 'Un banc', randomId())).rejects.toMatchObject({ reason: 'cycle.closed' });
  });

  test('can’t be sent from a device that isn’t in the room, nor to another territory’s question', async () => {
    const house = await open();
    const room = await openRoom(house);
    const other = await openRoom(house, 'Monts');
    const stranger = await other.comeIn();
    await expect(propose(room, stranger, 'Bonjour', randomId())).rejects.toMatchObject({ name: 'NotThere' });
    await expect(propose(other, stranger, 'Bonjour', randomId(), room.gatheringId)).rejects.toMatchObject({
      name: 'NotThere',
    });
    const guest = await room.comeIn();
    await expect(guest.say('Bonjour', other.questions[0])).rejects.toMatchObject({ name: 'NotThere' });
    expect(await texts(room)).toEqual([]);
  });

  test('leaves no line in the journal and no place that tells when it came', async () => {
    const room = await openRoom(await open());
    const before = await room.house.db.selectFrom('journal').selectAll().execute();
    await (await room.comeIn()).say('Un banc');
    const after = await room.house.db.selectFrom('journal').selectAll().execute();
    expect(after).toHaveLength(before.length);
  });

  test('beyond the limit of a device is refused, at the limit it is kept', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const [first] = [await guest.say('La première')];
    const row = await room.house.db.selectFrom('note').selectAll().where('id', '=', first).executeTakeFirstOrThrow();
    await room.house.write(async (db) => {
      for (let number = 2; number < MOST_PER_DEVICE; number++)
        await db
          .insertInto('note')
          .values({ ...row, id: randomId(), sent_id: `n${number}` })
          .execute();
    });
    expect(await propose(room, guest, 'La dernière', randomId())).toEqual({ isNew: true });
    await expect(propose(room, guest, 'Une de trop', randomId())).rejects.toMatchObject({
      reason: 'definitions.tooMany',
    });
  });
});

eachDatabase('whoever facilitates', (open) => {
  const type = (room: Room, lines: string[], sentId: string, source: 'facilitator' | 'paper' = 'facilitator') =>
    room.house.write((db, now) =>
      typeNotes(
        db,
        {
          territoryId: room.territoryId,
          gatheringId: room.gatheringId,
          questionId: room.questions[1],
          language: 'fr',
          source,
          lines,
          sentId,
          accountId: room.accountId,
        },
        now,
      ),
    );

  test('types one note a line, the same words of two people twice, the same form once', async () => {
    const room = await openRoom(await open());
    const sentId = randomId();
    expect(await type(room, ['Le bruit', 'Le bruit', 'La solitude'], sentId)).toEqual({ added: 3 });
    expect(await type(room, ['Le bruit', 'Le bruit', 'La solitude'], sentId)).toEqual({ added: 0 });
    expect(await texts(room)).toEqual(['La solitude', 'Le bruit', 'Le bruit']);
    expect(await listCounts(room.house.db, room.territoryId, room.town.cycle.id)).toEqual([
      { groupId: room.groupId, questionId: room.questions[1], notes: 3, criteria: 0 },
    ]);
  });

  test('types paper in after the end, words said aloud only once the gathering has begun', async () => {
    const room = await openRoom(await open());
    await room.lead('planned');
    await expect(type(room, ['Le bruit'], randomId())).rejects.toMatchObject({ reason: 'gathering.notOpen' });
    expect(await type(room, ['Le bruit'], randomId(), 'paper')).toEqual({ added: 1 });
    await room.lead('closed');
    expect(await type(room, ['La nuit'], randomId(), 'paper')).toEqual({ added: 1 });
  });
});

eachDatabase('the counters', (open) => {
  test('are found wrong when they are, and made again from the facts', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    await guest.say('Un banc');
    await room.house.write(async (db) => {
      await db.updateTable('note_count').set({ notes: 7 }).execute();
      await db.updateTable('gathering').set({ people: 3 }).execute();
    });
    expect(await checkCounters(room.house.db)).toMatchObject([
      { territoryId: room.territoryId, counted: 7, found: 1 },
      { territoryId: room.territoryId, counted: 3, found: 1 },
    ]);
    await room.house.write((db) => rebuildCounters(db));
    expect(await checkCounters(room.house.db)).toEqual([]);
  });
});
