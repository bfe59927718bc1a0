import { expect, test } from 'vitest';
import fc from 'fast-check';
import { changeBetween, partsOf, MANY, shuffled, type WallNote } from '#lib/definitions/wall.ts';
import { listWall } from '#lib/definitions/wall.server.ts';
import { approveTogether } from '#lib/definitions/approval.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const wall = async (room: Room) => listWall(room.house.db, await room.gathering());
const textsOf = (notes: readonly WallNote[]) => notes.map((note) => note.text).sort();

eachDatabase('the wall', (open) => {
  test('is empty while people write alone, and again when the group goes back to writing', async () => {
    const room = await openRoom(await open());
    await (await room.comeIn()).say('Un banc');
    for (const phase of ['planned', 'opening', 'writing'] as const) {
      await room.lead(phase);
      expect(await wall(room)).toEqual([]);
    }
    await room.lead('sharing');
    expect(textsOf(await wall(room))).toEqual(['Un banc']);
    await room.lead('writing');
    expect(await wall(room)).toEqual([]);
  });

  test('shows the question the group is at, and never one that was not opened for sharing', async () => {
    const room = await openRoom(await open());
    const guest = await room.comeIn();
    const [first, second, third] = room.questions;
    await guest.say('Un banc', first);
    await guest.say('Le bruit', second);
    await guest.say('Je jardine', third);
    await room.lead('sharing', first);
    expect(textsOf(await wall(room))).toEqual(['Un banc']);
    await room.lead('writing', second);
    await room.lead('sharing', second);
    expect(textsOf(await wall(room))).toEqual(['Le bruit']);
    await room.lead('closed', second);
    expect(textsOf(await wall(room))).toEqual(['Le bruit', 'Un banc']);
  });

  test('that was closed without sharing shows nothing', async () => {
    const room = await openRoom(await open());
    await (await room.comeIn()).say('Un banc');
    await room.lead('closed');
    expect(await wall(room)).toEqual([]);
  });

  test('tells neither when a note came nor from whom', async () => {
    const room = await openRoom(await open());
    const guests = [await room.comeIn(), await room.comeIn(), await room.comeIn()];
    const said: string[] = [];
    for (let turn = 0; turn < 12; turn++) {
      said.push(`Parole ${turn}`);
      await guests[Math.floor(turn / 4)]?.say(`Parole ${turn}`);
    }
    await room.lead('sharing');
    const shown = await wall(room);
    expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['approved', 'id', 'language', 'questionId', 'text']);
    // One of 479 million orders is the one in which they came.
    expect(shown.map((note) => note.text)).not.toEqual(said);
    expect((await wall(room)).map((note) => note.id)).toEqual(shown.map((note) => note.id));
    await guests[0]?.say('Encore une');
    const after = (await wall(room)).filter((note) => note.text !== 'Encore une');
    expect(after.map((note) => note.id)).toEqual(shown.map((note) => note.id));
  });

  test('doesn’t show a note of another group or territory', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    await (await other.comeIn()).say('Ailleurs');
    await room.lead('sharing');
    await other.lead('sharing');
    expect(await wall(room)).toEqual([]);
    expect(textsOf(await wall(other))).toEqual(['Ailleurs']);
  });

  test('says which notes the group has approved', async () => {
    const room = await openRoom(await open());
    const noteId = await (await room.comeIn()).say('Un banc');
    await room.lead('approving');
    const { territoryId, gatheringId, accountId } = room;
    await room.house.write((db, now) =>
      approveTogether(db, { territoryId, gatheringId, accountId, noteIds: [noteId], agreed: null }, now),
    );
    expect(await wall(room)).toMatchObject([{ approved: true }]);
  });
});

test('a wall that is told what changed is the wall as it is', () => {
  const note = fc.record({
    id: fc.string({ minLength: 1, maxLength: 2 }),
    text: fc.string({ maxLength: 3 }),
    language: fc.constant('fr'),
    questionId: fc.constantFrom('q1', 'q2'),
    approved: fc.boolean(),
  });
  const wallOf = fc.uniqueArray(note, { selector: (one) => one.id, maxLength: 12 });
  fc.assert(
    fc.property(wallOf, wallOf, (before, after) => {
      const change = changeBetween(before, after);
      const lying = new Map<string, WallNote>(before.map((note) => [note.id, note]));
      for (const id of change.taken) lying.delete(id);
      for (const note of change.put) lying.set(note.id, note);
      const told = shuffled([...lying.values()]);
      expect(told).toEqual([...after].sort((a, b) => (a.id < b.id ? -1 : 1)));
    }),
  );
});

test('a wall is laid in one piece up to 200 notes, and beyond in parts that leave none out', () => {
  const notes = Array.from({ length: MANY + 1 }, (_, at) => at);
  expect(partsOf(notes.slice(1))).toHaveLength(1);
  expect(partsOf(notes).length).toBeGreaterThan(5);
  expect(partsOf(notes).flat()).toEqual(notes);
  expect(partsOf([])).toEqual([[]]);
});
