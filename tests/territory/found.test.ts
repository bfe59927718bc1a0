import { expect, test } from 'vitest';
import * as v from 'valibot';
import { inviteAccount } from '#lib/people/invitation.server.ts';
import { getPerson } from '#lib/people/person.server.ts';
import { mayCoordinate } from '#lib/people/permission.ts';
import { listRoleHolders } from '#lib/people/role.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { listMemberships } from '#lib/territory/body.server.ts';
import { memberForm } from '#lib/territory/body.form.ts';
import { calendarOf, cycleForm } from '#lib/territory/cycle.form.ts';
import { foundTerritory, type FoundingFacts } from '#lib/territory/found.server.ts';
import { groupForm } from '#lib/territory/group.form.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { listJournal } from '#lib/territory/journal.server.ts';
import { addNeighbourhood, listNeighbourhoods, retireNeighbourhood } from '#lib/territory/neighbourhood.server.ts';
import { foundingForm, territoryForm } from '#lib/territory/territory.form.ts';
import { listTerritoriesWithCycle } from '#lib/territory/territory-list.server.ts';
import { changeTerritory, findTerritory, TAKEN_SLUGS } from '#lib/territory/territory.server.ts';
import { listWorkplaces } from '#lib/territory/workplace.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown } from '#tests/support/territory.ts';

const FACTS = {
  name: 'Vallée de l’Ill',
  tagline: '',
  language: 'fr',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  leastShown: 5,
  contact: 'mairie@example.org',
} as const;

const found = (house: TestHouse, facts: Partial<FoundingFacts> & { accountId: string }) =>
  house.write((db, now) =>
    foundTerritory(db, { ...FACTS, id: 'made-on-the-device-1', neighbourhoods: ['Amont', 'Aval'], ...facts }, now),
  );

const personOf = (house: TestHouse, accountId: string) =>
  getPerson(house.db, accountId, (db, id) => listMemberships(db, id, house.clock()));

eachDatabase('founding a territory', (open) => {
  test('pressed four times at the same moment founds one, and tells each press so', async () => {
    const house = await open();
    const { people } = await makeTown(house);
    for (let turn = 0; turn < 10; turn++) {
      const facts = { id: `made-on-the-device-${turn}`, name: `Val ${turn}`, accountId: people.owner.id };
      const slugs = await Promise.all(Array.from({ length: 4 }, () => found(house, facts)));
      expect(new Set(slugs)).toEqual(new Set([`val-${turn}`]));
    }
  });

  test('gives it an address, its neighbourhoods and its founder as coordinator, in order', async () => {
    const house = await open();
    const { people } = await makeTown(house);
    const slug = await found(house, { accountId: people.resident.id });
    expect(slug).toBe('vallee-de-l-ill');
    const territory = await findTerritory(house.db, slug);
    const neighbourhoods = await listNeighbourhoods(house.db, territory?.id ?? '');
    expect(neighbourhoods.map(({ name }) => name)).toEqual(['Amont', 'Aval']);
    expect(mayCoordinate(await personOf(house, people.resident.id), territory?.id ?? '')).toBe(true);
    expect(await listWorkplaces(house.db, await personOf(house, people.resident.id))).toMatchObject([
      { territory: { slug }, roles: ['coordinator'], bodies: [], cycleSlug: undefined },
    ]);
  });

  test('sent twice is one territory', async () => {
    const house = await open();
    const { people } = await makeTown(house);
    const [one, two] = [
      await found(house, { accountId: people.resident.id }),
      await found(house, { accountId: people.resident.id }),
    ];
    expect(two).toBe(one);
    expect(await listTerritoriesWithCycle(house.db)).toHaveLength(2);
  });

  test('under the id of a territory that is there gives nobody a role in it', async () => {
    const house = await open();
    const { territory, people } = await makeTown(house);
    await found(house, { id: territory.id, accountId: people.resident.id });
    expect(mayCoordinate(await personOf(house, people.resident.id), territory.id)).toBe(false);
  });

  test('is refused under a name that is taken, is a page’s, or gives no address', async () => {
    const house = await open();
    const { people } = await makeTown(house);
    for (const name of ['RIVES', 'Sign-in', 'Account', '東京', ...TAKEN_SLUGS])
      await expect(found(house, { name, accountId: people.resident.id })).rejects.toMatchObject({
        reason: 'territory.nameTaken',
      });
  });

  test('leaves its address when its name changes', async () => {
    const house = await open();
    const { territory } = await makeTown(house);
    const change = { ...FACTS, territoryId: territory.id, authorDays: 30, unapprovedDays: 3650, actor: PROGRAM };
    await house.write((db, now) => changeTerritory(db, change, now));
    expect(await findTerritory(house.db, 'rives')).toMatchObject({
      name: FACTS.name,
      author_days: 30,
      unapproved_days: 3650,
    });
  });
});

eachDatabase('a neighbourhood', (open) => {
  test('that is retired is no longer offered, and another territory’s can’t be a group’s', async () => {
    const house = await open();
    const here = await makeTown(house);
    const there = await makeTown(house, 'Là-bas');
    const neighbourhoodId = await house.write((db, now) =>
      addNeighbourhood(db, { territoryId: there.territory.id, name: 'Amont', actor: PROGRAM }, now),
    );
    const group = { kind: 'open', name: 'G', standsFor: 's', targetSize: 20, neighbourhoodId } as const;
    const place = { territoryId: here.territory.id, cycleId: here.cycle.id, actor: PROGRAM };
    await expect(house.write((db, now) => createGroup(db, { ...place, ...group }, now))).rejects.toThrow(
      'neighbourhood',
    );
    const theirs = { territoryId: there.territory.id, neighbourhoodId, actor: PROGRAM };
    await house.write((db, now) => retireNeighbourhood(db, theirs, now));
    const left = await listNeighbourhoods(house.db, there.territory.id);
    expect(left.map(({ id }) => id)).not.toContain(neighbourhoodId);
  });
});

eachDatabase('the journal', (open) => {
  test('tells a territory’s acts page by page, newest first, without names or words in it', async () => {
    const house = await open();
    const { territory, people } = await makeTown(house);
    const page = (number: number) => listJournal(house.db, { territoryId: territory.id, page: number, size: 5 });
    const first = await page(1);
    expect(first).toHaveLength(6);
    expect((await page(2))[0]?.id).toBe(first[5]?.id);
    const kept = await house.db.selectFrom('journal').selectAll().execute();
    for (const secret of [people.relay.email, people.relay.name, 'Les jeunes', 'Porter la démarche'])
      expect(JSON.stringify(kept)).not.toContain(secret);
  });

  test('names whoever acted by their account, and nobody once it is closed', async () => {
    const house = await open();
    const { territory, people } = await makeTown(house);
    const actor = { kind: 'account', id: people.coordinator.id } as const;
    house.setClock(house.clock() + 1000);
    await house.write((db, now) => addNeighbourhood(db, { territoryId: territory.id, name: 'N', actor }, now));
    const latest = async () => (await listJournal(house.db, { territoryId: territory.id, page: 1, size: 1 }))[0];
    expect(await latest()).toMatchObject({ verb: 'neighbourhood.added', actorName: people.coordinator.name });
    await house.write((db) => db.updateTable('account').set({ name: '' }).where('id', '=', actor.id).execute());
    expect(await latest()).toMatchObject({ actorName: '' });
  });
});

eachDatabase('people and roles', (open) => {
  test('an invitation and a role are given together or not at all', async () => {
    const house = await open();
    const { territory } = await makeTown(house);
    const before = (await listRoleHolders(house.db, territory.id)).length;
    const failing = house.write(async (db, now) => {
      const who = { email: 'new@example.org', name: 'N', language: 'fr', invitedIn: territory.id, mail: false };
      await inviteAccount(db, { ...who, actor: PROGRAM }, now);
      throw new Error('the role could not be given');
    });
    await expect(failing).rejects.toThrow('role');
    expect(await listRoleHolders(house.db, territory.id)).toHaveLength(before);
    const accounts = await house.db.selectFrom('account').select('id').where('email', '=', 'new@example.org').execute();
    expect(accounts).toEqual([]);
  });
});

const holds = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;
const FOUNDING = { ...FACTS, leastShown: '5', sentId: 'made-on-the-device-1' };

test('the smallest number shown is 3 to 11; words are kept 30 to 3650 days', () => {
  expect(
    ['2', '3', '11', '12', '5.5', ''].map((leastShown) => holds(foundingForm, { ...FOUNDING, leastShown })),
  ).toEqual([false, true, true, false, false, false]);
  const days = (authorDays: string) =>
    holds(territoryForm, { ...FACTS, leastShown: '5', authorDays, unapprovedDays: '730' });
  expect(['29', '30', '3650', '3651'].map(days)).toEqual([false, true, true, false]);
});

test('a time zone, a currency and a language are ones that exist', () => {
  expect(holds(foundingForm, { ...FOUNDING, timeZone: 'Indian/Reunion' })).toBe(true);
  expect(holds(foundingForm, { ...FOUNDING, timeZone: 'Europe/Nowhere' })).toBe(false);
  expect(holds(foundingForm, { ...FOUNDING, currency: 'eur' })).toBe(false);
  expect(holds(foundingForm, { ...FOUNDING, language: 'xx' })).toBe(false);
});

test('neighbourhoods are one a line, each once, forty at most', () => {
  const typed = (neighbourhoods: string) => v.safeParse(foundingForm, { ...FOUNDING, neighbourhoods });
  expect(typed(' Amont \r\n\nAval\nAmont').output).toMatchObject({ neighbourhoods: ['Amont', 'Aval'] });
  const many = (count: number) => Array.from({ length: count }, (_, index) => `Q${index}`).join('\n');
  expect([typed(many(40)).success, typed(many(41)).success]).toEqual([true, false]);
});

test('a homogeneous group is 7 to 12 people; the others are as large as they are', () => {
  const group = (kind: string, targetSize: string) => holds(groupForm, { kind, name: 'G', standsFor: 's', targetSize });
  expect(['6', '7', '12', '13'].map((size) => group('homogeneous', size))).toEqual([false, true, true, false]);
  expect(['1', '1000', '1001'].map((size) => group('open', size))).toEqual([true, true, false]);
});

test('a calendar may have a step of one day and one without an end, not one that ends before it begins', () => {
  const calendar = {
    name: '2026',
    'definitions-opens': '2026-05-07',
    'definitions-closes': '2026-05-07',
    'indicators-opens': '2026-06-01',
    'evaluation-opens': '2026-07-01',
    'evaluation-closes': '2026-07-02',
    'plan-opens': '2026-08-01',
  };
  const parsed = v.parse(cycleForm, calendar);
  expect(calendarOf(parsed)).toMatchObject({
    definitions: { opensOn: '2026-05-07', closesOn: '2026-05-07' },
    plan: { opensOn: '2026-08-01', closesOn: null },
  });
  const wrong = v.safeParse(cycleForm, { ...calendar, 'evaluation-closes': '2026-06-30' });
  expect(wrong.issues?.map((issue) => [issue.path?.[0]?.key, issue.message])).toEqual([
    ['evaluation-closes', 'cycle.closesBeforeOpening'],
  ]);
});

test('a member may have no address; one that is typed must be one', () => {
  const member = (email: string | undefined) =>
    holds(memberForm, {
      name: 'Rosa',
      capacity: 'association',
      since: '2026-05-07',
      language: 'fr',
      sentId: 'made-on-the-device-1',
      email,
    });
  expect([undefined, '', ' ', 'rosa@example.org', 'rosa'].map(member)).toEqual([true, true, true, true, false]);
});
