import { expect, test } from 'vitest';
import { publishWords } from '#lib/definitions/publishing.server.ts';
import {
  findSynthesis,
  listPublishedSyntheses,
  listValidated,
  validateSynthesis,
  writeSynthesis,
} from '#lib/definitions/synthesis.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

const write = (room: Room, text: string, revision: number) =>
  room.house.write((db, now) =>
    writeSynthesis(
      db,
      {
        territoryId: room.territoryId,
        groupId: room.groupId,
        language: 'fr',
        parts: { [room.questions[0]]: text },
        revision,
        accountId: room.accountId,
      },
      now,
    ),
  );

const find = (room: Room) => findSynthesis(room.house.db, room.territoryId, room.groupId);

async function validate(room: Room, revision?: number): Promise<void> {
  const synthesis = await find(room);
  await room.house.write((db, now) =>
    validateSynthesis(
      db,
      {
        territoryId: room.territoryId,
        groupId: room.groupId,
        synthesisId: synthesis?.id ?? '',
        revision: revision ?? synthesis?.revision ?? 0,
        on: '2026-05-21',
        present: 9,
        accountId: room.accountId,
      },
      now,
    ),
  );
}

eachDatabase('a group’s synthesis', (open) => {
  test('is written, written again, and validated by the group with a day and a number, never names', async () => {
    const room = await openRoom(await open());
    await write(room, 'On veut dormir', 0);
    await write(room, 'On veut dormir la nuit', 1);
    expect(await find(room)).toMatchObject({ number: 1, revision: 2, validated: undefined });
    await validate(room);
    expect(await find(room)).toMatchObject({
      parts: { [room.questions[0]]: 'On veut dormir la nuit' },
      validated: { on: '2026-05-21', present: 9 },
      published: false,
    });
    expect(await listValidated(room.house.db, room.territoryId, room.town.cycle.id)).toHaveLength(1);
  });

  test('isn’t overwritten by somebody who had an older one before them', async () => {
    const room = await openRoom(await open());
    await write(room, 'La première', 0);
    await expect(write(room, 'La même heure', 0)).rejects.toMatchObject({ reason: 'definitions.synthesisChanged' });
    expect((await find(room))?.parts[room.questions[0]]).toBe('La première');
  });

  test('isn’t validated when it has been changed since it was read out, nor twice', async () => {
    const room = await openRoom(await open());
    await write(room, 'Lue', 0);
    await write(room, 'Changée', 1);
    await expect(validate(room, 1)).rejects.toMatchObject({ reason: 'definitions.synthesisChanged' });
    await validate(room);
    await expect(validate(room)).rejects.toMatchObject({ reason: 'definitions.synthesisChanged' });
  });

  test('once validated stays as it is: what is written next is the next one', async () => {
    const room = await openRoom(await open());
    await write(room, 'La première', 0);
    await validate(room);
    await write(room, 'La deuxième', 0);
    expect(await find(room)).toMatchObject({ number: 2, revision: 1, validated: undefined });
    const [validated] = await listValidated(room.house.db, room.territoryId, room.town.cycle.id);
    expect(validated).toMatchObject({ number: 1, parts: { [room.questions[0]]: 'La première' } });
  });

  test('is public only by a decision, and the draft never', async () => {
    const room = await openRoom(await open());
    const { territoryId, groupId } = room;
    const published = () => listPublishedSyntheses(room.house.db, territoryId, room.town.cycle.id);
    const publish = () =>
      room.house.write((db, now) =>
        publishWords(db, { territoryId, groupId, accountId: room.town.people.coordinator.id }, now),
      );
    await write(room, 'La première', 0);
    await room.decide('publish-words', groupId);
    await expect(publish()).rejects.toMatchObject({ reason: 'definitions.nothingToPublish' });
    await validate(room);
    expect(await publish()).toEqual({ criteria: 0, synthesis: true });
    await write(room, 'Un brouillon', 0);
    expect(await published()).toMatchObject([{ parts: { [room.questions[0]]: 'La première' }, published: true }]);
  });
});
