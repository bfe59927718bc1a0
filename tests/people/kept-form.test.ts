import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { findKeptForm, keepForm, KEPT_FOR, MOST_OF_ALL, MOST_OF_ONE, ROW } from '#lib/platform/kept-form.server.ts';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { runJobs } from '#db/jobs.ts';
import { eachDatabase, migrateAt, newFile, NOON } from '#tests/support/database.ts';
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

test('one address can have so much kept a day, and no more; what is usual still fits beside the largest', async () => {
  const address = '203.0.113.9';
  const one = await startServer(file.url, { ADDRESS_HEADER: 'x-real-ip' });
  const send = async (mandate: string, from = address) => {
    const response = await fetch(`${one.origin}${town.base}/staff/bodies/new`, {
      method: 'POST',
      headers: { origin: one.origin, accept: 'text/html', 'x-real-ip': from },
      body: new URLSearchParams({ kind: 'committee', name: 'C', mandate, sentId: crypto.randomUUID() }),
      redirect: 'manual',
    });
    return response.headers.get('location')?.includes('kept=');
  };
  try {
    for (let turn = 0; turn < 9; turn++) expect(await send('a'.repeat(299_000))).toBe(true);
    expect(await send('On veut un banc. '.repeat(100))).toBe(true);
    expect(await send('a'.repeat(299_000))).toBe(false);
    expect(await send('a'.repeat(299_000), '203.0.113.10')).toBe(true);
  } finally {
    await one.stop();
  }
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

eachDatabase('forms that are kept', (open) => {
  const filled = (size: number) => {
    const body = JSON.stringify([['words', '']]);
    return [['words', 'a'.repeat(size - ROW - Buffer.byteLength(body) - Buffer.byteLength('/fr'))]] as const;
  };

  test('of one browser leave when its newer ones take their room, those of others stay', async () => {
    const house = await open();
    const keep = (size: number, own: readonly string[]) =>
      house.write((db, now) => keepForm(db, { path: '/fr', fields: filled(size), own }, now));
    const there = async (id: string) => (await findKeptForm(house.db, id, NOON)) !== undefined;
    const others = await keep(MOST_OF_ONE, []);
    const first = await keep(MOST_OF_ONE / 2, []);
    house.setClock(NOON + 1);
    const second = await keep(MOST_OF_ONE / 2, [first]);
    expect([await there(first), await there(second)]).toEqual([true, true]);
    house.setClock(NOON + 2);
    const third = await keep(ROW + 100, [first, second]);
    expect([await there(first), await there(second), await there(third)]).toEqual([false, true, true]);
    expect(await there(others)).toBe(true);
  });

  test('of all: the oldest leave, and only when there are too many', async () => {
    const house = await open();
    const part = MOST_OF_ALL / 10;
    const ids: string[] = [];
    const keep = async (size: number) => {
      house.setClock(NOON + ids.length);
      ids.push(await house.write((db, now) => keepForm(db, { path: '/fr', fields: filled(size), own: [] }, now)));
    };
    for (let turn = 0; turn < 10; turn++) await keep(part);
    const left = async () => {
      const rows = await house.db.selectFrom('kept_form').select('id').execute();
      return ids.map((id) => rows.some((row) => row.id === id));
    };
    expect(await left()).toEqual(Array(10).fill(true));
    await keep(ROW + 100);
    expect(await left()).toEqual([false, ...Array(10).fill(true)]);
  });

  test('are kept for a day, and forgotten by the hourly job', async () => {
    const house = await open();
    const id = await house.write((db, now) => keepForm(db, { path: '/fr', fields: [['a', 'b']], own: [] }, now));
    const rows = async () => (await house.db.selectFrom('kept_form').select('id').execute()).length;
    house.setClock(NOON + KEPT_FOR - 1);
    await runJobs(house);
    expect([await rows(), await findKeptForm(house.db, id, NOON + KEPT_FOR - 1)]).toMatchObject([1, { path: '/fr' }]);
    house.setClock(NOON + KEPT_FOR);
    await runJobs(house);
    expect(await rows()).toBe(0);
  });
});
