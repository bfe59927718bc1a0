import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse } from '#lib/platform/house.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { makeTown, type Town } from '#tests/support/territory.ts';

/** What no browser sends by itself: slips of the hand, broken programs, and those who try. */

const file = newFile();
let server: RunningServer;
let town: Town;

beforeAll(async () => {
  await migrateAt(file.url);
  const house = openHouse(readSettings({ DATABASE_URL: file.url, LOG_LEVEL: 'silent' }));
  town = await makeTown(house);
  await house.close();
  server = await startServer(file.url);
});

afterAll(async () => {
  expect(server.said()).not.toContain('a request failed');
  await server.stop();
  await file.remove();
});

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly words: string;
}

const line = new Agent({ keepAlive: true, maxSockets: 1 });

/** The address goes over the line as it is written here. */
function ask(path: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<Answer> {
  const { port } = new URL(server.origin);
  const method = body === undefined ? 'GET' : 'POST';
  const head = { origin: server.origin, accept: 'text/html', ...headers };
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, method, headers: head, agent: line, timeout: 5000 }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        const words = Buffer.concat(chunks).toString();
        resolve({ status: res.statusCode ?? 0, location: res.headers.location, words });
      });
    });
    req.on('timeout', () => req.destroy(new Error(`${path} is not answered`)));
    req.on('error', reject);
    req.end(body);
  });
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a form of too many fields', () => {
  const fields = (number: number) => Array<string>(number).fill('x').join('&');

  test('is refused before it holds up anybody else, and one of as many as may be is read', async () => {
    expect((await ask('/fr/sign-in', FORM, fields(5_000_000))).status).toBe(400);
    expect((await ask('/fr/sign-in', FORM, fields(200_001))).status).toBe(400);
    expect((await ask('/fr/sign-in', FORM, fields(200_000))).status).toBe(422);
  });
});

describe('an address', () => {
  test.each([
    ['/fr/%E0%A4%A', 400, 'Cette demande n’a pas pu être comprise'],
    ['/en/%E0%A4%A', 400, 'This request could not be understood'],
    ['/en/rives/%00', 404, 'Page not found'],
    ['/en/join?code=%00', 404, 'Page not found'],
    ['/fr/..%2f..%2fetc%2fpasswd', 404, 'Page introuvable'],
    ['/xx/rives', 404, 'Page introuvable'],
    ['/FR', 404, 'Page introuvable'],
    ['/fr//rives', 404, 'Page introuvable'],
    ['//evil.example/fr', 404, 'Page introuvable'],
  ])('%s is answered with %i, in words and with the way home', async (path, status, words) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status, location: undefined });
    expect(answer.words).toContain(words);
    expect(answer.words).toMatch(/href="\/(fr|en)"/);
  });

  test('that ends in a slash leads to the page, on our own site', async () => {
    expect(await ask('/fr/rives/')).toMatchObject({ status: 308, location: '/fr/rives' });
    expect((await ask('//evil.example/')).location).toBeUndefined();
  });

  test('that is very long leads nowhere; longer than any line of ours, it is refused, and the next one is answered', async () => {
    expect((await ask(`/en/${'a'.repeat(8000)}`)).words).toContain('Page not found');
    expect((await ask(`/fr?x=${'a'.repeat(20_000)}`)).status).toBe(431);
    expect((await ask('/fr')).status).toBe(200);
  });

  test('can’t put a line of its own into the answer', async () => {
    const { status, location } = await ask('/fr/join/AB%0d%0aset-cookie:%20session=x');
    expect(status).toBe(303);
    expect(location).toBe('/fr/join?code=ABSETCOOKIESESSIONX');
    expect(await ask('/fr/sign-in/kept/%0a%F0%9F%8C%BB')).toMatchObject({
      status: 303,
      location: '/fr/sign-in?kept=%0A%F0%9F%8C%BB',
    });
  });
});

describe('a cookie', () => {
  test.each([
    'session=%E0%A4%A',
    'session=',
    'session=abc%00def',
    '=;;;session',
    'session=a; session=b; __proto__=c',
    `session=${'very long '.repeat(900)}`,
  ])('that is none of ours is nobody’s: %.40s', async (cookie) => {
    expect((await ask('/fr', { cookie })).status).toBe(200);
    expect(await ask('/fr/account', { cookie })).toMatchObject({
      status: 303,
      location: '/fr/sign-in?next=%2Ffr%2Faccount',
    });
    const participant = cookie.replaceAll('session', `participant-${town.territory.slug}`);
    expect((await ask(`/fr/${town.territory.slug}/words`, { cookie: participant })).status).toBe(200);
  });
});

describe('a form', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'that is called %s isn’t there',
    async (name) => {
      for (const path of ['/fr/sign-in', '/fr/join'])
        expect((await ask(`${path}?/${name}`, FORM, 'email=a&code=b')).status).toBe(404);
      // A field of an address may be called anything.
      expect((await ask(`/fr/sign-in?${name}`)).status).toBe(200);
    },
  );

  const broken = '--x\r\ncontent-disposition: form-data; name="email"\r\n\r\nfoo';

  test.each([
    ['a body that breaks off', 'multipart/form-data; boundary=x', broken, 400],
    ['a body without its boundary', 'multipart/form-data', broken, 400],
    ['noise', 'multipart/form-data; boundary=x', '\u0000\u0001noise', 400],
    ['plain text', 'text/plain', 'email=a', 400],
    ['JSON', 'application/json', '{"email":"a"}', 415],
    ['nothing that is named', 'a/b', 'email=a', 415],
  ])('with %s is answered in the language of its page', async (_what, type, body, status) => {
    for (const [language, words] of [
      ['fr', 'Cette demande n’a pas pu être comprise'],
      ['en', 'This request could not be understood'],
    ]) {
      const answer = await ask(`/${language}/sign-in`, { 'content-type': type }, body);
      expect(answer.status).toBe(status);
      expect(answer.words).toContain(words);
    }
  });

  test('in another encoding than ours is read for what can be read', async () => {
    const { status, words } = await ask('/fr/sign-in', FORM, Buffer.from('email=%E9\xe9&password=x', 'latin1'));
    expect(status).toBe(422);
    expect(words).toContain('Écrivez une adresse électronique complète');
  });

  test('with a hundred thousand fields is answered at once', async () => {
    const fields = Array.from({ length: 100_000 }, (_, place) => `f${place}=1`).join('&');
    const begun = Date.now();
    expect((await ask('/fr/sign-in', FORM, fields)).status).toBe(422);
    expect(Date.now() - begun).toBeLessThan(3000);
  });

  test('of ten million bytes comes back with what was typed; above the limit its size is said, in both languages', async () => {
    const typed = await ask('/fr/sign-in', FORM, `email=${'x'.repeat(10_000_000)}`);
    expect(typed.status).toBe(422);
    expect(typed.words).toContain('Écrivez au plus 254\u00a0caractères');
    expect(typed.words.length).toBeGreaterThan(10_000_000);
    const tooMuch = `email=${'x'.repeat(12_000_000)}`;
    const french = await ask('/fr/sign-in', FORM, tooMuch);
    expect(french).toMatchObject({ status: 413 });
    expect(french.words).toMatch(/C’est trop gros\s: envoyez au plus 12\sMo à la fois/);
    const english = await ask('/en/sign-in', { ...FORM, 'transfer-encoding': 'chunked' }, tooMuch);
    expect(english).toMatchObject({ status: 413 });
    expect(english.words).toMatch(/This is too large: send at most 12\sMB at a time/);
  });

  test.each([
    ['/fr/nowhere/at/all', FORM],
    ['/fr', FORM],
    ['/fr/sign-in', { ...FORM, origin: 'https://elsewhere.example' }],
    ['/fr/sign-in', { 'content-type': 'application/json' }],
    ['/health', FORM],
  ])('that is refused unread keeps nobody waiting behind it: %s', async (path, headers) => {
    const { status } = await ask(path, headers, `text=${'x'.repeat(300_000)}`);
    expect(status).toBeGreaterThanOrEqual(400);
    const begun = Date.now();
    expect((await ask('/health')).status).toBe(200);
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});
