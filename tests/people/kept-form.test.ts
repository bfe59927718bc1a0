import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { withPlan } from '#tests/support/plan.ts';
import { withRound } from '#tests/support/round.ts';
import { makeTown, PASSWORD, type Town } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';

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

/** Rows that keep a form for somebody who has to sign in again. */
async function countKept(): Promise<number> {
  return (await house.db.selectFrom('kept_form').select('id').execute()).length;
}

test('a ballot, answers and an opinion are never kept for anybody', async () => {
  const voting = await withVote(house, await withRound(house, await withPlan(house, town)));
  const before = await countKept();
  const receipt = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  for (const [path, fields] of [
    [`plan/votes/${voting.voteId}/paper`, { code: 'ABCDEFGHJKLM', choices: 'x', receipt }],
    [`evaluation/rounds/${voting.round?.roundId}/paper?/enter`, { sentId: receipt, answers: 'x 2' }],
    ['review', { words: 'Nous n’avons pas été écoutés' }],
  ] as const)
    expect((await post(`${town.base}/${path}`, fields)).location, path).not.toContain('kept=');
  expect(await countKept()).toBe(before);
});

const GROUP = { kind: 'homogeneous', name: 'Les aînés', standsFor: 'les plus de 65 ans', targetSize: '9' };

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const response = await fetch(server.origin + path, {
    method: 'POST',
    headers: { cookie, origin: server.origin, accept: 'text/html' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    cookie: cookies.join('; '),
    body: await response.text(),
  };
}

async function get(path: string, cookie = '') {
  const response = await fetch(server.origin + path, { headers: { cookie }, redirect: 'manual' });
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    body: await response.text(),
  };
}

async function signedIn(): Promise<string> {
  const { secret } = await openSession(house, town.people.coordinator.id);
  return `${SESSION_COOKIE}=${secret}`;
}

/** Every hidden field of a page's form, as a browser sends it. */
function fieldsOf(body: string): Record<string, string> {
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

test('what was sent after the session had ended is kept, shown after signing in, and arrives', async () => {
  const path = `${town.base}/staff/groups/new`;
  const sentId = crypto.randomUUID();
  const ended = await post(path, { ...GROUP, sentId }, `${SESSION_COOKIE}=a-session-that-has-ended`);
  expect(ended.status).toBe(303);
  expect(ended.location).toMatch(/^\/fr\/sign-in\?kept=[\w-]+$/);

  const page = await get(ended.location, ended.cookie);
  expect(page.body).toContain('Rien n’est perdu');
  const kept = fieldsOf(page.body).kept ?? '';
  const session = await post(
    '/fr/sign-in',
    { email: town.people.coordinator.email, password: PASSWORD, kept, next: '' },
    ended.cookie,
  );
  expect(session.location).toBe(`/fr/sign-in/kept/${kept}`);

  const cookies = `${ended.cookie}; ${session.cookie}`;
  const shown = await get(session.location, cookies);
  expect(shown.body).toContain('Les aînés');
  expect(shown.body).toContain(`action="${path}"`);
  const arrived = await post(path, fieldsOf(shown.body), cookies);
  expect(arrived.location).toBe(`${town.base}/staff/groups`);
  const again = await post(path, fieldsOf(shown.body), cookies);
  expect(again.location).toBe(`${town.base}/staff/groups`);
  const groups = await listGroups(house.db, town.territory.id, town.cycle.id);
  expect(groups.filter((group) => group.name === 'Les aînés')).toHaveLength(1);
});

test('a form with something to correct is kept too', async () => {
  const { location, cookie } = await post(`${town.base}/staff/groups/new`, { ...GROUP, name: '', targetSize: '99' });
  expect(location).toMatch(/^\/fr\/sign-in\?kept=/);
  const page = await get(`/fr/sign-in/kept/${location.split('=')[1]}`, `${cookie}; ${await signedIn()}`);
  expect(page.body).toContain('les plus de 65 ans');
});

test('is for the browser that sent it: nobody else can be led to send it under their name', async () => {
  const { location, cookie } = await post(`${town.base}/staff/people?/invite`, {
    role: 'coordinator',
    name: 'Eve',
    email: 'eve@example.org',
    language: 'fr',
  });
  const kept = `/fr/sign-in/kept/${location.split('=')[1]}`;
  expect((await get(kept, await signedIn())).status).toBe(404);
  expect((await get(kept, `${cookie}; ${await signedIn()}`)).status).toBe(200);
});

test('a password is never kept', async () => {
  const { location } = await post('/fr/account/password', { current: PASSWORD, password: 'another password entirely' });
  expect(location).toMatch(/^\/fr\/sign-in\?kept=/);
  const rows = await house.db.selectFrom('kept_form').select('body').execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  expect(JSON.stringify(rows)).not.toContain('another password');
});

test('what is far too much is not kept, and the way back is', async () => {
  const { status, location } = await post(`${town.base}/staff/bodies/new`, {
    kind: 'committee',
    name: 'C',
    mandate: 'a'.repeat(400_000),
    sentId: crypto.randomUUID(),
  });
  expect(status).toBe(303);
  expect(location).toBe(`/fr/sign-in?next=${encodeURIComponent(`${town.base}/staff/bodies/new`)}`);
});

test('signing in leads to where one was going, on our own site only', async () => {
  const signIn = (next: string) =>
    post('/fr/sign-in', { email: town.people.member.email, password: PASSWORD, next, kept: '' });
  expect((await signIn(`${town.base}/staff`)).location).toBe(`${town.base}/staff`);
  expect((await signIn('//evil.example/')).location).toBe('/fr/account');
  expect((await signIn('https://evil.example/')).location).toBe('/fr/account');
});

test('a wrong password says so, keeps the address and not the password', async () => {
  const { status, body } = await post('/fr/sign-in', {
    email: town.people.relay.email,
    password: 'ce n’est pas le bon',
    next: '',
    kept: '',
  });
  expect(status).toBe(409);
  expect(body).toContain('ne vont pas ensemble');
  expect(body).toContain(`value="${town.people.relay.email}"`);
  expect(body).not.toContain('le bon');
});

test('a page for one person may be kept by nobody; sessions can’t be read by scripts', async () => {
  const { cookie } = await post('/fr/sign-in', { email: town.people.member.email, password: PASSWORD });
  const response = await fetch(`${server.origin}/fr/account`, { headers: { cookie } });
  await response.body?.cancel();
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  const signIn = await fetch(`${server.origin}/fr/sign-in`, {
    method: 'POST',
    headers: { origin: server.origin, accept: 'text/html' },
    body: new URLSearchParams({ email: town.people.member.email, password: PASSWORD }),
    redirect: 'manual',
  });
  const set = signIn.headers.getSetCookie().find((line) => line.startsWith(`${SESSION_COOKIE}=`));
  expect(set).toMatch(/HttpOnly/i);
  expect(set).toMatch(/SameSite=Lax/i);
});

test('signing out ends the session, not only the cookie', async () => {
  const cookie = await signedIn();
  expect((await get('/fr/account', cookie)).status).toBe(200);
  await post('/fr/sign-out', {}, cookie);
  expect((await get('/fr/account', cookie)).location).toBe('/fr/sign-in?next=%2Ffr%2Faccount');
});
