import { expect, test } from 'vitest';
import { countWords } from '#lib/definitions/counter.server.ts';
import { joinRoom, mayJoinAtOnce } from '#lib/definitions/joining.server.ts';
import type { Profile } from '#lib/definitions/profile.ts';
import { listProfileCounts } from '#lib/definitions/profile.server.ts';
import { findParticipantByCode, findParticipantBySecret } from '#lib/people/participant.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { countParticipants } from '#lib/territory/gathering.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { openRoom, type Room } from './room.ts';

type Coming = { age?: 'adult' | 'young'; parentsAgree?: boolean; profile?: Profile; sentId?: string };

const join = async (room: Room, facts: Coming = {}) => {
  const gathering = await room.gathering();
  return room.house.write((db) =>
    joinRoom(db, {
      gathering,
      known: undefined,
      age: 'adult',
      parentsAgree: false,
      profile: {},
      sentId: randomId(),
      day: '2026-05-07',
      ...facts,
    }),
  );
};

eachDatabase('coming into the room', (open) => {
  test('needs no account, and gives a private code of which only the hash is kept', async () => {
    const room = await openRoom(await open());
    const { participant, secret = '', code = '' } = await join(room);
    expect(code).toMatch(/^[A-Z0-9]{12}$/);
    expect(await findParticipantBySecret(room.house.db, room.territoryId, secret)).toEqual(participant);
    expect(await findParticipantByCode(room.house.db, room.territoryId, code)).toEqual(participant);
    const kept = JSON.stringify(await room.house.db.selectFrom('participant').selectAll().execute());
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(secret);
  });

  test('twice by a double click is one person with one code', async () => {
    const room = await openRoom(await open());
    const sentId = randomId();
    const [first, second] = await Promise.all([join(room, { sentId }), join(room, { sentId })]);
    expect(second).toEqual(first);
    expect(await countParticipants(room.house.db, room.territoryId, room.gatheringId)).toBe(1);
    await join(room);
    expect(await countParticipants(room.house.db, room.territoryId, room.gatheringId)).toBe(2);
  });

  test('asks young people for their parents’ agreement', async () => {
    const room = await openRoom(await open());
    await expect(join(room, { age: 'young' })).rejects.toMatchObject({ reason: 'definitions.parentsNeeded' });
    expect(await room.house.db.selectFrom('participant').selectAll().execute()).toEqual([]);
    const { participant } = await join(room, { age: 'young', parentsAgree: true });
    expect(await room.house.db.selectFrom('notice_reading').selectAll().execute()).toMatchObject([
      { participant_id: participant.id, of_age: 0, parents_agree: 1 },
    ]);
    expect(await mayJoinAtOnce(room.house.db, participant)).toBe(true);
    expect(await mayJoinAtOnce(room.house.db, undefined)).toBe(false);
  });

  test('is refused before the gathering opens and after it has closed', async () => {
    const room = await openRoom(await open());
    for (const phase of ['planned', 'closed'] as const) {
      await room.lead(phase);
      await expect(join(room)).rejects.toMatchObject({ reason: 'gathering.notOpen' });
    }
    await room.lead('opening');
    await join(room);
  });

  test('counts what people tell of themselves, item by item, once a device and without saying who', async () => {
    const room = await openRoom(await open());
    const sentId = randomId();
    const profile = { age: '26-39' as const };
    await join(room, { profile, sentId });
    await join(room, { profile, sentId });
    await join(room, { profile: { age: '26-39', sex: 'woman', neighbourhood: 'n1' } });
    await join(room);
    const counts = await listProfileCounts(room.house.db, room.territoryId, room.town.cycle.id);
    expect(counts.sort((a, b) => a.item.localeCompare(b.item))).toEqual([
      { item: 'age', value: '26-39', people: 2 },
      { item: 'neighbourhood', value: 'n1', people: 1 },
      { item: 'sex', value: 'woman', people: 1 },
    ]);
  });

  test('counts nobody a second time who comes to the rainbow group', async () => {
    const { house, territoryId, town, ...room } = await openRoom(await open());
    await join({ house, territoryId, town, ...room }, { profile: { sex: 'man' } });
    const people = async () => (await countWords(house.db, territoryId, town.cycle.id)).people;
    expect(await people()).toBe(1);
    expect(await listProfileCounts(house.db, territoryId, town.cycle.id)).toHaveLength(1);
    await house.write((db) => db.updateTable('group').set({ kind: 'rainbow' }).execute());
    expect(await people()).toBe(0);
    expect(await listProfileCounts(house.db, territoryId, town.cycle.id)).toEqual([]);
  });
});
