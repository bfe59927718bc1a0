import { expect, test } from 'vitest';
import { setCensus } from '#lib/definitions/census.server.ts';
import { countBySource, listGroupCoverage, listInvited, listItemCoverage } from '#lib/definitions/coverage.server.ts';
import { joinRoom } from '#lib/definitions/joining.server.ts';
import { countPresence } from '#lib/definitions/presence.server.ts';
import type { Profile } from '#lib/definitions/profile.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { planGathering } from '#lib/territory/gathering.server.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { changeTerritory } from '#lib/territory/territory.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { settingsOf } from '#tests/support/territory.ts';
import { openRoom, type Room } from './room.ts';

/** So many people come in, each telling the same. */
async function come(room: Room, people: number, profile: Profile): Promise<void> {
  const gathering = await room.gathering();
  const facts = { gathering, known: undefined, age: 'adult', parentsAgree: false, profile, day: '2026-05-07' } as const;
  await room.house.write(async (db) => {
    for (let person = 0; person < people; person++) await joinRoom(db, { ...facts, sentId: randomId() });
  });
}

async function begin(house: TestHouse) {
  const room = await openRoom(house);
  const { territoryId, town } = room;
  const actor = { kind: 'account', id: town.people.coordinator.id } as const;
  await house.write((db, now) =>
    setCensus(
      db,
      {
        territoryId,
        item: 'sex',
        source: 'Insee 2023',
        parts: [
          { value: 'woman', people: 52 },
          { value: 'man', people: 48 },
        ],
        actor,
      },
      now,
    ),
  );
  const which = { territoryId, cycleId: town.cycle.id, least: 5 };
  return { room, town, territoryId, which, actor };
}

eachDatabase('who has come and who is missing', (open) => {
  test('is told by item, beside the census where it is known', async () => {
    const { room, which } = await begin(await open());
    await come(room, 9, { sex: 'woman', age: '26-39' });
    await come(room, 3, {});
    const [age, sex, neighbourhood] = await listItemCoverage(room.house.db, which);
    expect(age).toMatchObject({ item: 'age', source: undefined, stated: 9, toInvite: [] });
    expect(sex).toMatchObject({ item: 'sex', source: 'Insee 2023', stated: 9 });
    expect(sex?.toInvite).toMatchObject([{ category: 'man', counted: 0, presence: 'nobody-yet', welcome: 9 }]);
    expect(neighbourhood).toMatchObject({ item: 'neighbourhood', stated: undefined });
  });

  test('is told by group, with planned and held gatherings and the best attended one', async () => {
    const { room, town, territoryId, which } = await begin(await open());
    await come(room, 2, {});
    const group = { territoryId, cycleId: which.cycleId, name: 'Les absents', standsFor: 'Qui ne vient jamais' };
    await room.house.write((db, now) =>
      createGroup(db, { ...group, kind: 'homogeneous', targetSize: 8, neighbourhoodId: null, actor: PROGRAM }, now),
    );
    const again = { territoryId, groupId: room.groupId, place: 'Ici', day: '2026-06-07', time: null };
    await room.house.write((db, now) =>
      planGathering(db, { ...again, facilitatorIds: [town.people.facilitator.id], actor: PROGRAM }, now),
    );
    const groups = () => listGroupCoverage(room.house.db, territoryId, which.cycleId);
    expect(await groups()).toMatchObject([
      { name: 'Les jeunes', held: 1, planned: 1, people: 2, targetSize: 10 },
      { name: 'Les absents', held: 0, planned: 0, people: 0, targetSize: 8 },
    ]);
    const counted = { territoryId, gatheringId: room.gatheringId, people: 11, accountId: room.accountId };
    await room.house.write((db, now) => countPresence(db, counted, now));
    expect((await groups())[0]?.people).toBe(11);
  });

  test('is told by the way words came', async () => {
    const { room, territoryId, which } = await begin(await open());
    const guest = await room.comeIn();
    await guest.say('De l’ombre');
    await guest.say('Des bancs');
    expect(await countBySource(room.house.db, territoryId, which.cycleId)).toEqual([{ source: 'phone', notes: 2 }]);
  });

  test('is said in public from thirty people who told it on, and not below', async () => {
    const { room, which } = await begin(await open());
    await come(room, 29, { sex: 'woman' });
    expect(await listInvited(room.house.db, which)).toEqual([]);
    await come(room, 1, { sex: 'woman' });
    const invited = [{ item: 'sex', category: 'man' }];
    expect(await listInvited(room.house.db, which)).toEqual(invited);
    // So few that nobody may tell whether they are the few.
    await come(room, 4, { sex: 'man' });
    expect(await listInvited(room.house.db, which)).toEqual([]);
    await come(room, 1, { sex: 'man' });
    expect(await listInvited(room.house.db, which)).toEqual(invited);
  });
});

eachDatabase('the pages of coverage', (open) => {
  test('tell no small number, read a census file whole or not at all, and give a calendar file', async () => {
    const house = await open();
    house.setClock(Date.now());
    const { room, town } = await begin(house);
    await come(room, 30, { sex: 'woman' });
    await come(room, 4, { sex: 'man' });
    const server = await startServer(house.connections.url);
    const { secret } = await openSession(house, town.people.coordinator.id);
    const headers = { cookie: `${SESSION_COOKIE}=${secret}`, origin: server.origin, accept: 'text/html' };
    const read = async (path: string, more: object = headers) => {
      const response = await fetch(server.origin + path, { headers: { ...more } });
      return { type: response.headers.get('content-type'), words: await response.text() };
    };
    const { words } = await read(`${town.base}/definitions/coverage`);
    // Four men among 34: nothing tells which of the two is the small number, nor on which side of the census it is.
    const hidden = /Femmes<\/th>\s*<td[^>]*>pas affiché<.*Hommes<\/th>\s*<td[^>]*>pas affiché</s;
    expect(words).toMatch(hidden);
    expect(words).not.toMatch(/(moins|autant|plus) qu’ici|>moins de/);
    expect(words).toMatch(/Certains nombres sont trop petits/);

    // A smaller number afterwards must not tell what was hidden.
    await house.write((db, now) => changeTerritory(db, { ...settingsOf(town), leastShown: 3 }, now));
    expect((await read(`${town.base}/definitions/coverage`)).words).toMatch(hidden);

    await come(room, 5, { sex: 'man' });
    const publicWords = (await read(`${town.base}/definitions`, { accept: 'text/html' })).words;
    expect(publicWords).toMatch(/Qui manque encore\s:\sHommes/);

    const send = (content: string) => {
      const body = new FormData();
      body.append('source', 'Insee 2024');
      body.append('file', new Blob([content]), 'recensement.csv');
      const init = { method: 'POST', headers, body, redirect: 'manual' } as const;
      return fetch(`${server.origin}${town.base}/definitions/coverage/census?/file`, init);
    };
    const kept = () =>
      house.db.selectFrom('census_part').select(['item', 'people']).orderBy('item').orderBy('people').execute();
    const before = await kept();
    const refused = await send('Femmes;6 940\nMartiens;3\n');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/Martiens · 3/);
    expect(await kept()).toEqual(before);
    expect((await send('catégorie;nombre\nFemmes;6 940\nMen;5,900\nLes Tanneurs;12\n')).status).toBe(303);
    expect(await kept()).toEqual([
      { item: 'neighbourhood', people: 12 },
      { item: 'sex', people: 5900 },
      { item: 'sex', people: 6940 },
    ]);

    const file = await read(`${town.base}/definitions/gatherings/${room.gatheringId}/calendar.ics`);
    expect(file.type).toMatch(/^text\/calendar/);
    expect(file.words).toContain(`UID:${room.gatheringId}@`);
    for (const { name, email } of Object.values(town.people)) {
      expect(file.words).not.toContain(name);
      expect(file.words).not.toContain(email);
    }
    expect(await server.stop()).toBe(0);
  });
});
