import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSynthesis } from '#lib/definitions/synthesis.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { getPerson } from '#lib/people/person.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { propose } from '#lib/plan/proposal.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { dayOf } from '#lib/platform/time.ts';
import { listMemberships } from '#lib/territory/body.server.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { findCycle, listCycles } from '#lib/territory/cycle.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { dutiesOf, type Duty } from '#routes/[language=language]/[territory]/[cycle]/staff/duties.server.ts';
import { seedDemonstration } from '#db/seed.ts';
import { freshTown } from '#tests/access/asking.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { benchOf } from '#tests/support/opened.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

const file = newFile();
let house: House;
let server: RunningServer;

beforeAll(async () => {
  await migrateAt(file.url);
  house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  await seedDemonstration(house);
  server = await startServer(file.url);
}, 60_000);

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

/** What the page of each duty must offer to whoever has it. */
const OFFER: Readonly<Record<Duty['what'], RegExp>> = {
  confirm: /action="\?\/confirm"/,
  'accept-seat': /action="\?\/acceptMember"/,
  act: /<form[^>]* method="post"/,
  decide: /href="[^"]*\/decisions\/new\?/,
  missed: /href="[^"]*\/edit"/,
  'publish-words': /<form[^>]* method="post"|href="[^"]*\/decisions\/new\?/,
  'review-proposals': /action="\?\/review"/,
  'settle-reports': /action="\?\/settle"/,
  'sort-words': /<form[^>]* method="post"/,
  'make-grid': /action="\?\/start"/,
  'start-actions': /action="\?\/start"|<form[^>]* method="post"/,
  lead: /action="\?\/lead"/,
  'settle-notes': /href="[^"]*\/approval\/[^"]+"/,
  'validate-synthesis': /action="\?\/validate"/,
  'make-body': /name="mandate"/,
  'seat-members': /\/staff\/bodies\//,
  'make-groups': /name="standsFor"/,
  'invite-facilitator': /action="\?\/invite"/,
  'ask-review': /action="\?\/(open|statements)"/,
  'start-next': /href="[^"]*\/new"/,
};

/** What a person's workspace lists in a cycle, each opened as that person. @returns the kinds that were found */
async function openDuties(territoryId: string, accountId: string, cycleSlug: string): Promise<Set<Duty['what']>> {
  const territory = await getTerritory(house.db, territoryId);
  const cycle = await findCycle(house.db, territoryId, cycleSlug);
  if (!cycle) throw new Error(`no cycle ${cycleSlug}`);
  const base = `/fr/${territory.slug}/${cycle.slug}`;
  const place = { territory, cycle, base, today: dayOf(house.clock(), territory.time_zone) };
  const person = await getPerson(house.db, accountId, (db, id) => listMemberships(db, id, house.clock()));
  const cookie = `${SESSION_COOKIE}=${(await openSession(house, accountId)).secret}`;
  const get = async (path: string) => {
    const response = await fetch(server.origin + path, { headers: { cookie }, redirect: 'manual' });
    return { status: response.status, body: await response.text() };
  };
  const duties = await dutiesOf(house.db, place, person, 'fr', house.clock());
  const listed = await get(`${base}/staff`);
  for (const { what, href } of duties) {
    const named = `${person.account?.name}: ${what} at ${href}`;
    expect(listed.body, named).toContain(`href="${href}"`);
    const page = await get(href);
    expect(page.status, named).toBe(200);
    const proposal = /href="([^"]*\/plan\/proposals\/[\w-]{22})"/.exec(page.body)?.[1] ?? '';
    const shown = what === 'review-proposals' ? await get(proposal) : page;
    expect(OFFER[what].test(mainOf(shown.body)), named).toBe(true);
  }
  return new Set(duties.map((duty) => duty.what));
}

function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}

test('each duty in the demonstration territory is for somebody who may do it', { timeout: 120_000 }, async () => {
  const { id: territoryId } = await house.db.selectFrom('territory').select('id').executeTakeFirstOrThrow();
  const accounts = await house.db.selectFrom('account').select(['id', 'email']).execute();
  const idOf = (name: string) => accounts.find(({ email }) => email.startsWith(name))?.id ?? '';
  const cycles = await listCycles(house.db, territoryId);
  const cycleId = cycles[0]?.id ?? '';
  const by = { territoryId, cycleId, actor: { kind: 'account', id: idOf('jeanne') } } as const;
  await house.write(async (db, now) => {
    const idea = { title: 'Un banc', description: 'À l’ombre', place: '', kind: 'action', costReasons: '' } as const;
    const nobody = { holderActorId: null, neighbourhoodId: null, writtenBy: '' } as const;
    const objectiveIds = (await listObjectives(db, territoryId, cycleId)).map((one) => one.id).slice(0, 1);
    const sent = { costCents: 0, sender: idOf('jeanne'), sentId: 'a-proposal-that-waits' };
    await propose(db, { ...by, ...idea, ...nobody, ...sent, objectiveIds }, now);
    const led = await db
      .selectFrom('gathering_facilitator as seat')
      .innerJoin('gathering', 'gathering.id', 'seat.gathering_id')
      .innerJoin('group', 'group.id', 'gathering.group_id')
      .select('group.id')
      .where('seat.account_id', '=', idOf('nadia'))
      .where('group.cycle_id', '=', cycleId)
      .where('group.kind', '=', 'rainbow')
      .executeTakeFirstOrThrow();
    const written = { territoryId, groupId: led.id, language: 'fr', parts: {}, revision: 0, accountId: idOf('nadia') };
    await writeSynthesis(db, written, now);
  });
  const kinds = new Map<string, Set<Duty['what']>>();
  for (const { id, email } of accounts)
    for (const { slug } of cycles) kinds.set(`${email.split('.')[0]} ${slug}`, await openDuties(territoryId, id, slug));
  const current = cycles[0]?.slug;
  expect(kinds.get(`nadia ${current}`)).toEqual(new Set(['lead', 'validate-synthesis']));
  expect(kinds.get(`malik ${current}`)).toEqual(new Set(['review-proposals', 'ask-review']));
  expect(kinds.get(`odile ${current}`)).toEqual(new Set(['review-proposals']));
  expect(kinds.get(`fatma ${current}`)).toEqual(new Set());
  for (const [who, found] of kinds) if (!who.endsWith(` ${current}`)) expect([who, [...found]]).toEqual([who, []]);
});

test('whatever waits in a town waits for those alone who may do it', { timeout: 60_000 }, async () => {
  const town = await freshTown(house);
  const bench = benchOf(house, town);
  const { territoryId, cycleId, first: actor } = bench;
  const versionIds = [there(town.plan, 'plan').versionId];
  const round = { closesOn: '2099-05-31', officialReading: 'each-person', drawnByLot: false, versionIds } as const;
  const prepare = (name: string) =>
    house.write((db, now) => prepareRound(db, { ...round, name, territoryId, cycleId, actor }, now));
  await prepare('Printemps');
  await bench.decide('open-round', await prepare('Automne'));
  await bench.decide('close-cycle', cycleId);
  const found = async (part: keyof typeof town.people) =>
    [...(await openDuties(territoryId, town.people[part].id, town.cycle.slug))].sort();
  const preparing = ['act', 'decide', 'review-proposals'] as const;
  expect(await found('coordinator')).toEqual([...preparing, 'ask-review', 'settle-reports'].sort());
  expect(await found('member')).toEqual([...preparing, 'confirm'].sort());
  expect(await found('facilitator')).toEqual(['lead', 'settle-reports', 'validate-synthesis']);
  expect(await found('otherFacilitator')).toEqual(['settle-reports']);
  for (const part of ['relay', 'resident', 'owner'] as const) expect(await found(part)).toEqual([]);

  await house.write((db, now) => closeCycle(db, { territoryId, cycleId, actor }, now));
  expect(await found('coordinator')).toEqual(['settle-reports', 'start-next']);
});
