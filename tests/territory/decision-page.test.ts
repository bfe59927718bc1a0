import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { confirmDecision, recordDecision, withdrawDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { addMember } from '#lib/territory/member.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown, type Part, type Town } from '#tests/support/territory.ts';

const file = newFile();
let house: House;
let server: RunningServer;
let town: Town;

beforeAll(async () => {
  await migrateAt(file.url);
  house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  town = await makeTown(house);
  server = await startServer(file.url);
});

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

const actorOf = (part: Part) => ({ kind: 'account', id: town.people[part].id }) as const;

function record(purpose: Purpose, subjectId: string | null, by: Part = 'coordinator'): Promise<string> {
  const { bodyId, territory } = town;
  const facts = {
    territoryId: territory.id,
    bodyId,
    decidedOn: '2026-05-07',
    title: 'Dit',
    text: '',
    purpose,
    subjectId,
  };
  return house.write((db, now) => recordDecision(db, { ...facts, actor: actorOf(by) }, now));
}

/** What the page of a decision leads to, and what can be sent from it. */
async function offers(decisionId: string, part: Part, query = ''): Promise<string[]> {
  const { secret } = await openSession(house, town.people[part].id);
  const page = await fetch(`${server.origin}${town.base}/staff/bodies/${town.bodyId}/decisions/${decisionId}${query}`, {
    headers: { cookie: `${SESSION_COOKIE}=${secret}` },
  });
  expect(page.status).toBe(200);
  const html = await page.text();
  const content = html.slice(html.indexOf('id="content"'), html.indexOf('</main>'));
  const found = [...content.matchAll(/<(?:a|form)\b[^>]* (?:href|action)="([^"]*)"/g)].map(
    ([, address = '']) => address,
  );
  const crumbs = [
    town.base,
    `${town.base}/staff`,
    `${town.base}/staff/bodies`,
    `${town.base}/staff/bodies/${town.bodyId}`,
  ];
  return found.filter((address) => !crumbs.includes(address));
}

test('a decision leads to what it is about, and lets the second person confirm it', async () => {
  const id = await record('publish-words', town.groupId);
  const about = `${town.base}/definitions/groups/${town.groupId}/publication`;
  expect(await offers(id, 'member')).toEqual([about, '?/confirm']);
  expect(await offers(id, 'coordinator')).toEqual([about, '?/withdraw']);
  const back = `${town.base}/plan`;
  expect(await offers(id, 'member', `?next=${encodeURIComponent(back)}`)).toEqual([about, '?/confirm', back]);
  expect(await offers(id, 'member', '?next=https://elsewhere.example/')).toEqual([about, '?/confirm']);
  expect(await offers(id, 'member', `?next=${encodeURIComponent(about)}`)).toEqual([about, '?/confirm']);
  const confirming = { territoryId: town.territory.id, decisionId: id, accountId: town.people.member.id };
  await house.write((db, now) => confirmDecision(db, { ...confirming, actor: actorOf('member') }, now));
  for (const part of ['member', 'coordinator'] as const) expect(await offers(id, part)).toEqual([about]);
});

test('a decision leads nobody where they may not go, and nowhere once it is taken back', async () => {
  const id = await record('close-cycle', town.cycle.id);
  expect(await offers(id, 'coordinator')).toEqual([`${town.base}/staff/cycle`, '?/withdraw']);
  expect(await offers(id, 'member')).toEqual(['?/confirm']);
  const withdrawing = { territoryId: town.territory.id, decisionId: id, actor: actorOf('coordinator') };
  await house.write((db, now) => withdrawDecision(db, withdrawing, now));
  for (const part of ['member', 'coordinator'] as const) expect(await offers(id, part)).toEqual([]);
  expect(await offers(await record('general', null), 'member')).toEqual(['?/confirm']);
});

test('a decision is not offered for confirming to whom alone its recorder owes the seat', async () => {
  const body = { territoryId: town.territory.id, bodyId: town.bodyId };
  const { id: accountId, name } = town.people.resident;
  const seat = { ...body, accountId, name, capacity: 'habitante', since: '2020-01-01', actor: actorOf('member') };
  await house.write((db, now) => addMember(db, seat, now));
  const id = await record('publish-words', town.groupId, 'resident');
  expect(await offers(id, 'member')).not.toContain('?/confirm');
  expect(await offers(id, 'secondMember')).toContain('?/confirm');
});
