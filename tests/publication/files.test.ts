import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedIfNew } from '#db/seed.ts';
import { newFile, openTestHouse } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

const file = newFile();
let server: RunningServer;
let data: string;

beforeAll(async () => {
  const house = await openTestHouse(file.url);
  await seedIfNew(house);
  await house.close();
  server = await startServer(file.url);
  data = `${server.origin}/fr/rives-sur-ill/cycle-2026/data`;
}, 120_000);

afterAll(async () => {
  await server.kill();
  await file.remove();
});

/** The status of a bare request with a method of its own. */
function ask(method: string, url: string): Promise<{ status: number; length: string | undefined }> {
  return new Promise((done, fail) => {
    request(url, { method }, (response) => {
      response.resume();
      response.on('end', () => done({ status: response.statusCode ?? 0, length: response.headers['content-length'] }));
    })
      .on('error', fail)
      .end();
  });
}

describe('a file of open data', () => {
  test('says what it is, may be read by other sites, and is the same from memory', async () => {
    const first = await fetch(`${data}/words.csv`);
    const again = await fetch(`${data}/words.csv`);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="rives-sur-ill-cycle-2026-words.csv"');
    for (const name of ['content-type', 'content-disposition', 'access-control-allow-origin', 'etag'])
      expect(again.headers.get(name), name).toBe(first.headers.get(name));
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.has('x-boussole-page')).toBe(false);
    expect(await again.text()).toBe(await first.text());
  });

  test('isn’t sent again to whoever has it', async () => {
    const first = await fetch(`${data}/results.csv`);
    await first.arrayBuffer();
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${data}/results.csv`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    // Whoever is signed in is never served from memory: the route itself says it.
    const headers = { 'if-none-match': etag, cookie: 'session=nobody' };
    expect((await fetch(`${data}/results.csv`, { headers })).status).toBe(304);
  });

  test('asked for by its head alone doesn’t come back empty for the next reader', async () => {
    expect((await ask('HEAD', `${data}/grid.csv`)).status).toBe(200);
    const whole = await fetch(`${data}/grid.csv`);
    expect((await whole.text()).split('\r\n').length).toBeGreaterThan(60);
  });

  test('has a byte order mark only where it is asked for', async () => {
    const bytes = async (url: string) => [...new Uint8Array(await (await fetch(url)).arrayBuffer()).slice(0, 3)];
    expect(await bytes(`${data}/words.csv?bom=1`)).toEqual([0xef, 0xbb, 0xbf]);
    expect(await bytes(`${data}/words.csv`)).not.toEqual([0xef, 0xbb, 0xbf]);
  });

  test('has the hash that its page, its JSON twin and the list of open data tell', async () => {
    const csv = await (await fetch(`${data}/words.csv`)).text();
    const hash = createHash('sha256').update(csv).digest('hex');
    const json = (await (await fetch(`${data}/words.json`)).json()) as { csv_sha256: string; rows: unknown[] };
    expect(json.csv_sha256).toBe(hash);
    expect(json.rows.length).toBeGreaterThan(50);
    expect(await (await fetch(data)).text()).toContain(hash);
    expect(await (await fetch(`${data}/words`)).text()).toContain(hash);
  });

  test('that nobody has stated isn’t there, in any form, and a page beyond the last is the last', async () => {
    for (const name of ['nothing', 'nothing.csv', 'nothing.json', 'words.xml', 'account.csv'])
      expect((await fetch(`${data}/${name}`)).status, name).toBe(404);
    const last = await (await fetch(`${data}/words?page=2`)).text();
    expect(await (await fetch(`${data}/words?page=999`)).text()).toBe(last.replaceAll('page=2"', 'page=999"'));
    expect((await fetch(`${data}/words?page=x`)).status).toBe(200);
  });
});
