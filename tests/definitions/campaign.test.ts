import { expect, test } from 'vitest';
import {
  addBlock,
  listBlocks,
  listMessages,
  listReach,
  retireBlock,
  writeMessage,
} from '#lib/definitions/campaign.server.ts';
import { beginVisit, endVisit, getVisit, listVisits, noteAtDoor } from '#lib/definitions/visit.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { makeAccount, openRoom, type Room } from './room.ts';

const cycle = (room: Room) => ({ territoryId: room.territoryId, cycleId: room.town.cycle.id });

const block = (room: Room, name: string, id?: string) => {
  const facts = { territoryId: room.territoryId, name, accountId: room.town.people.coordinator.id };
  return room.house.write((db, now) => addBlock(db, { ...facts, ...(id === undefined ? {} : { id }) }, now));
};

async function visit(room: Room, accountId: string, blockId: string | undefined, readBack = true): Promise<string> {
  const { territoryId, groupId, house } = room;
  const begun = { territoryId, groupId, language: 'fr', blockId, sentId: randomId(), accountId };
  const visitId = await house.write((db, now) => beginVisit(db, begun, now));
  const words = { questionId: room.questions[0], language: 'fr', text: 'Un banc', sentId: randomId() };
  await house.write((db, now) => noteAtDoor(db, { territoryId, visitId, accountId, ...words }, now));
  const ended = { territoryId, visitId, accountId, withCode: false, sentId: randomId(), day: '2026-05-07' };
  if (readBack) await house.write((db, now) => endVisit(db, ended, now));
  return visitId;
}

eachDatabase('a campaign from door to door', (open) => {
  test('counts doors and words by relay and street block, once they were read back', async () => {
    const room = await openRoom(await open());
    const [four, five] = [await block(room, 'Îlot 4'), await block(room, 'Îlot 5')];
    const relay = room.town.people.relay;
    const other = await makeAccount(room.house, 'zoe');
    for (const at of [four, four, five, undefined]) await visit(room, relay.id, at);
    await visit(room, other, four);
    await visit(room, relay.id, five, false);
    expect(await listReach(room.house.db, cycle(room))).toEqual([
      { relay: relay.name, block: 'Îlot 4', visits: 2, notes: 2 },
      { relay: relay.name, block: 'Îlot 5', visits: 1, notes: 1 },
      { relay: relay.name, block: null, visits: 1, notes: 1 },
      { relay: 'zoe', block: 'Îlot 4', visits: 1, notes: 1 },
    ]);
  });

  test('offers the territory’s own blocks, until one is retired; its visits keep it', async () => {
    const house = await open();
    const [room, other] = [await openRoom(house), await openRoom(house, 'Monts')];
    const four = await block(room, 'Îlot 4', 'sent-with-the-form');
    expect(await block(room, 'Îlot 4', 'sent-with-the-form')).toBe(four);
    const theirs = await block(other, 'Îlot 9');
    const relay = room.town.people.relay.id;
    await visit(room, relay, four);
    await expect(visit(room, relay, theirs)).rejects.toMatchObject({ name: 'NotThere' });
    const by = { territoryId: room.territoryId, accountId: room.town.people.coordinator.id };
    await expect(house.write((db, now) => retireBlock(db, { ...by, blockId: theirs }, now))).rejects.toMatchObject({
      name: 'NotThere',
    });
    await house.write((db, now) => retireBlock(db, { ...by, blockId: four }, now));
    expect(await listBlocks(house.db, room.territoryId)).toEqual([]);
    await expect(visit(room, relay, four)).rejects.toMatchObject({ name: 'NotThere' });
    expect(await listReach(house.db, cycle(room))).toMatchObject([{ block: 'Îlot 4', visits: 1 }]);
    expect(await listReach(house.db, cycle(other))).toEqual([]);
  });

  test('shows a relay only what they entered', async () => {
    const room = await openRoom(await open());
    const { house, territoryId } = room;
    const other = await makeAccount(house, 'zoe');
    const visitId = await visit(room, room.town.people.relay.id, undefined, false);
    expect(await listVisits(house.db, { ...cycle(room), accountId: other })).toEqual([]);
    const theirs = { territoryId, visitId, accountId: other };
    const words = { questionId: room.questions[0], language: 'fr', text: 'Rien', sentId: randomId() };
    await expect(getVisit(house.db, theirs)).rejects.toMatchObject({ name: 'NotThere' });
    await expect(house.write((db, now) => noteAtDoor(db, { ...theirs, ...words }, now))).rejects.toMatchObject({
      name: 'NotThere',
    });
    const ending = { ...theirs, withCode: true, sentId: randomId(), day: '2026-05-07' };
    await expect(house.write((db, now) => endVisit(db, ending, now))).rejects.toMatchObject({ name: 'NotThere' });
  });

  test('keeps each version of what is said, with who and when, and none that was written over unread', async () => {
    const room = await openRoom(await open());
    const { coordinator, relay } = room.town.people;
    const write = (text: string, seen: number, accountId: string) =>
      room.house.write((db, now) => writeMessage(db, { ...cycle(room), text, seen, accountId }, now));
    const both = await Promise.allSettled([write('Bonjour', 0, coordinator.id), write('Bonsoir', 0, relay.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [first] = await listMessages(room.house.db, cycle(room));
    await write(first?.text ?? '', 0, relay.id);
    await write('Bonjour, nous venons écouter', 1, relay.id);
    await expect(write('Bonjour !', 1, coordinator.id)).rejects.toMatchObject({
      reason: 'definitions.campaign.overtaken',
    });
    expect(await listMessages(room.house.db, cycle(room))).toMatchObject([
      { number: 2, text: 'Bonjour, nous venons écouter', by: relay.name },
      { number: 1 },
    ]);
  });
});
