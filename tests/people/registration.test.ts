import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccountByEmail } from '#lib/people/account.server.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown, PASSWORD, type Town } from '#tests/support/territory.ts';
import { openMailbox, tokenIn, type Mailbox } from './mailbox.ts';

/** The pages, through the real program and a real mail server. */
const file = newFile();
let house: House;
let box: Mailbox;
let server: RunningServer;
let town: Town;

beforeAll(async () => {
  await migrateAt(file.url);
  house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  town = await makeTown(house);
  box = await openMailbox();
  server = await startServer(file.url, { MAIL_URL: box.url });
});

afterAll(async () => {
  await server.stop();
  await box.close();
  await house.close();
  await file.remove();
});

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const response = await fetch(server.origin + path, {
    method: 'POST',
    headers: { cookie, origin: server.origin, accept: 'text/html' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, cookie: cookies.join('; '), body: await response.text() };
}

const NEW_PASSWORD = 'quatre mots sans lien';

test('whoever wanted an account for something comes back to it, and never to another site', async () => {
  const next = '/fr/somewhere/cycle/plan/votes/x/ballot?a=1';
  const door = await (await fetch(`${server.origin}/fr/sign-in?next=${encodeURIComponent(next)}`)).text();
  const way = /href="(\/fr\/sign-in\/register[^"]*)"/.exec(door)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(await (await fetch(server.origin + way)).text()).toContain(`name="next" value="${next}"`);
  await post('/fr/sign-in/register', { name: 'Léo', email: 'leo@example.org', next });
  const letter = await box.next();
  const link = /http\S+/.exec(letter.text)?.[0]?.replace(server.origin, '') ?? '';
  expect(await (await fetch(server.origin + link)).text()).toContain(`name="next" value="${next}"`);
  const path = link.replace(/\?.*/, '');
  const chosen = await post(`${path}?/choose`, { name: 'Léo', password: NEW_PASSWORD, next });
  expect(chosen.location).toBe(next);
  await post('/fr/sign-in/register', { name: 'Mia', email: 'mia@example.org', next: '//elsewhere.example' });
  expect((await box.next()).text).not.toContain('elsewhere');
});

test('a resident registers, opens the letter, chooses a password, and is signed in with a verified address', async () => {
  const asked = await post('/fr/sign-in/register', { name: 'Inès', email: 'Ines@Example.org' });
  expect(asked.body).toContain('Une lettre part vers ines@example.org');
  const letter = await box.next();
  expect(letter.to).toBe('ines@example.org');
  const link = `/fr/sign-in/link/${tokenIn(letter.text)}`;
  expect(letter.text).toContain(server.origin + link);
  const short = await post(`${link}?/choose`, { name: 'Inès', password: 'trop court' });
  expect(short.status).toBe(422);
  const chosen = await post(`${link}?/choose`, { name: 'Inès B.', password: NEW_PASSWORD });
  expect(chosen.location).toBe('/fr/account?done=password');
  const account = await findAccountByEmail(house.db, 'ines@example.org');
  expect(account).toMatchObject({ name: 'Inès B.' });
  expect(account?.verified_at).not.toBeNull();
  const again = await post(`${link}?/choose`, { name: 'Inès', password: NEW_PASSWORD });
  expect(again.status).toBe(409);
});

test('the page says the same to whoever has an account and to whoever has none', async () => {
  const pages = [];
  for (const email of [town.people.relay.email, 'nobody@rives.example']) {
    const { status, body } = await post('/fr/sign-in/password', { email });
    pages.push(`${status} ${body.replaceAll(email, 'ADDRESS')}`);
  }
  expect(pages[0]).toBe(pages[1]);
  const letter = await box.next();
  expect(letter.to).toBe(town.people.relay.email);
  const link = `/fr/sign-in/link/${tokenIn(letter.text)}`;
  const session = `${SESSION_COOKIE}=${(await openSession(house, town.people.relay.id)).secret}`;
  const chosen = await post(`${link}?/choose`, { name: 'Relais', password: NEW_PASSWORD });
  expect(chosen.status).toBe(303);
  // Whoever was signed in with the old password is out.
  const response = await fetch(`${server.origin}/fr/account`, { headers: { cookie: session }, redirect: 'manual' });
  expect(response.headers.get('location')).toBe('/fr/sign-in?next=%2Ffr%2Faccount');
  const old = await post('/fr/sign-in', { email: town.people.relay.email, password: PASSWORD });
  expect(old.status).toBe(409);
});

test('one mailbox gets four letters an hour, and no fifth', async () => {
  const ask = () => post('/fr/sign-in/password', { email: town.people.facilitator.email });
  const before = box.arrived.length;
  for (let turn = 0; turn < 4; turn++) expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(409);
  for (let turn = 0; turn < 4; turn++) await box.next();
  expect(box.arrived.length - before).toBe(4);
});

test('an invitation to a role is mailed, not shown, and its link verifies the address', async () => {
  const { secret } = await openSession(house, town.people.coordinator.id);
  const invited = await post(
    `${town.base}/staff/people?/invite`,
    { role: 'facilitator', name: 'Sami', email: 'sami@example.org', language: 'en' },
    `${SESSION_COOKIE}=${secret}`,
  );
  expect(invited.body).toContain(
    'Elle est partie par courrier électronique, avec un lien que personne d’autre ne voit.',
  );
  const letter = await box.next();
  expect(letter.text).toContain(`${town.people.coordinator.name} invites you`);
  const token = tokenIn(letter.text);
  expect(invited.body).not.toContain(token);
  await post(`/en/sign-in/link/${token}?/choose`, { name: 'Sami', password: NEW_PASSWORD });
  expect((await findAccountByEmail(house.db, 'sami@example.org'))?.verified_at).not.toBeNull();
  const again = await post(`/en/sign-in/link/${token}?/choose`, {
    name: 'Sami',
    password: 'another password entirely',
  });
  expect(again.status).toBe(409);
});
