import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

const file = newFile();
let house: House;
let server: RunningServer;
let town: Town;

beforeAll(async () => {
  await migrateAt(file.url);
  house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  town = await makeTown(house);
  server = await startServer(file.url, { BODY_LIMIT: '100000' });
});

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

const get = (path: string, language = 'fr') =>
  fetch(server.origin + path, { headers: { accept: 'text/html', 'accept-language': language } });

test('what isn’t there is said in the language of its address', async () => {
  for (const [path, language, words] of [
    ['/en/nowhere/at/all', 'en', 'Page not found'],
    ['/fr/nowhere', 'fr', 'Page introuvable'],
    [`${town.base}/bodies/none`, 'fr', 'Page introuvable'],
    ['/fr/rives/1999', 'fr', 'Page introuvable'],
  ] as const) {
    const response = await get(path);
    const body = await response.text();
    expect(response.status).toBe(404);
    expect(body).toContain(`lang="${language}"`);
    expect(body).toContain(words);
  }
});

test('where the address has no language, the browser’s is taken', async () => {
  const english = await get('/nowhere', 'en-GB,en;q=0.9,fr;q=0.5');
  expect(await english.text()).toContain('Page not found');
  const other = await get('/nowhere', 'ja');
  expect(await other.text()).toContain('Page introuvable');
});

test('what is too large is refused with the greatest size there may be; just below it is taken', async () => {
  const send = (characters: number) =>
    fetch(`${server.origin}/fr/sign-in`, {
      method: 'POST',
      headers: { origin: server.origin, accept: 'text/html' },
      body: new URLSearchParams({ email: 'a@example.org', password: 'x', next: 'n'.repeat(characters) }),
    });
  const refused = await send(100_001);
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain('0,1\u00a0Mo');
  const taken = await send(99_000);
  expect(taken.status).toBe(409);
  await taken.body?.cancel();
});

test('when something breaks, people get a reference that is in the log, and no detail', async () => {
  const { writing } = house.connections;
  await sql`alter table neighbourhood rename to neighbourhood_gone`.execute(writing);
  const response = await get('/fr/rives');
  const body = await response.text();
  await sql`alter table neighbourhood_gone rename to neighbourhood`.execute(writing);
  const requestId = response.headers.get('x-request-id') ?? '';
  expect(response.status).toBe(500);
  expect(requestId).toMatch(/^[\w-]{22}$/);
  expect(body).toContain(requestId);
  expect(body).toContain('Quelque chose n’a pas fonctionné');
  expect(body).not.toMatch(/neighbourhood|SQLITE|no such table/);
  expect(server.said()).toContain(requestId);
  const well = await get('/fr/rives');
  expect(well.status).toBe(200);
  await well.body?.cancel();
});
