import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHub, type Hub } from '#lib/platform/hub.server.ts';
import { openPageCache, PUBLIC_PAGE, type PageCache } from '#lib/platform/page-cache.server.ts';
import { gather, send } from '#lib/platform/response.server.ts';

/** A handler like SvelteKit's, behind the same steps as in the server's entry. */
let handler: (req: IncomingMessage, res: ServerResponse) => void;
let hub: Hub;
let pages: PageCache;
let server: Server;
let origin: string;
let rendered: number;
let now: number;

beforeEach(async () => {
  hub = openHub(undefined, (error) => {
    throw error;
  });
  now = 0;
  rendered = 0;
  pages = openPageCache(hub, () => now, 200_000);
  handler = renderPage;
  server = createServer((req, res) => {
    if (pages.serve(req, res)) return;
    const versionOf = pages.versionsBefore();
    gather(res, (answer) => {
      pages.keep(req, answer, versionOf);
      res.removeHeader(PUBLIC_PAGE);
      void send(req, res, answer);
    });
    handler(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.close());

function renderPage(req: IncomingMessage, res: ServerResponse): void {
  rendered++;
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    [PUBLIC_PAGE]: 't',
    'x-request-id': String(rendered),
    'set-cookie': ['a=1', 'b=2'],
    'content-security-policy': "default-src 'none'",
  });
  res.write(`<h1>${req.url} ${rendered}</h1>`);
  res.end(`<p>${'bien-être '.repeat(300)}</p>`);
}

interface Received {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** As a browser asks, but without taking compression away. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Received> {
  return new Promise((resolve, reject) => {
    get(origin + path, { headers, method }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

describe('a public page', () => {
  test('is rendered once, and the mark that made it public stays inside', async () => {
    const [first, second] = [await ask('/fr/rives'), await ask('/fr/rives')];
    expect(rendered).toBe(1);
    expect(second.body.equals(first.body)).toBe(true);
    for (const answer of [first, second]) {
      expect(answer.headers[PUBLIC_PAGE]).toBeUndefined();
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'");
    }
  });

  test('gives nobody the cookies or the request number of whoever asked first', async () => {
    expect((await ask('/fr/rives')).headers['set-cookie']).toHaveLength(2);
    const second = await ask('/fr/rives');
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.headers['x-request-id']).toBeUndefined();
  });

  test('is rendered again when its territory changes, and not when another one does', async () => {
    await ask('/fr/rives');
    hub.tell([{ territoryId: 'another' }]);
    await ask('/fr/rives');
    expect(rendered).toBe(1);
    hub.tell([{ territoryId: 't' }]);
    expect((await ask('/fr/rives')).body.toString()).toContain('/fr/rives 2');
  });

  test('is rendered again after a minute, since it may say what day it is', async () => {
    await ask('/fr/rives');
    now = 59_999;
    await ask('/fr/rives');
    expect(rendered).toBe(1);
    now = 60_000;
    await ask('/fr/rives');
    expect(rendered).toBe(2);
  });

  test('that was made of data which changed meanwhile does not pass for new', async () => {
    handler = (req, res) => {
      if (rendered === 0) hub.tell([{ territoryId: 't' }]);
      renderPage(req, res);
    };
    await ask('/fr/rives');
    await ask('/fr/rives');
    expect(rendered).toBe(2);
    await ask('/fr/rives');
    expect(rendered).toBe(2);
  });

  test('is not kept from, nor served to, somebody with a session', async () => {
    await ask('/fr/rives', { cookie: 'session=x' });
    await ask('/fr/rives');
    await ask('/fr/rives', { cookie: 'a=1; session=x' });
    expect(rendered).toBe(3);
    await ask('/fr/rives', { cookie: 'participant-rives=x' });
    expect(rendered).toBe(3);
  });

  test('is not sent again to a browser that has it', async () => {
    await ask('/fr/rives');
    const { headers } = await ask('/fr/rives');
    const again = await ask('/fr/rives', { 'if-none-match': headers.etag ?? '' });
    expect(again).toMatchObject({ status: 304 });
    expect(again.body).toHaveLength(0);
    hub.tell([{ territoryId: 't' }]);
    expect((await ask('/fr/rives', { 'if-none-match': headers.etag ?? '' })).status).toBe(200);
  });

  test('comes in the best encoding that is taken, and as a head alone', async () => {
    const plain = await ask('/fr/rives');
    const brotli = await ask('/fr/rives', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await ask('/fr/rives', { 'accept-encoding': 'gzip' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 4);
    const head = await ask('/fr/rives', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200 });
    expect(head.body).toHaveLength(0);
  });

  test('that was asked for longest ago goes first when memory is full', async () => {
    const size = (await ask('/fr/a')).body.length * 2 + 2000;
    const fits = Math.floor(200_000 / size);
    for (let turn = 1; turn < fits; turn++) await ask(`/fr/${turn}`);
    await ask('/fr/a');
    await ask('/fr/one-too-many');
    const before = rendered;
    await ask('/fr/a');
    expect(rendered).toBe(before);
    await ask('/fr/1');
    expect(rendered).toBe(before + 1);
  });
});

describe('any other answer', () => {
  test('is not kept: a form’s, a failed one, one that says nothing of a territory', async () => {
    await ask('/fr/rives', {}, 'POST');
    await ask('/fr/rives');
    expect(rendered).toBe(2);
    for (const head of [{ [PUBLIC_PAGE]: 't', status: 404 }, { status: 200 }]) {
      let asked = 0;
      handler = (_req, res) => {
        asked++;
        const { status, ...headers } = head;
        res.writeHead(status, { 'content-type': 'text/html', ...headers });
        res.end('x');
      };
      const path = `/fr/other-${head.status}`;
      await ask(path);
      await ask(path);
      expect(asked).toBe(2);
    }
  });

  test('is compressed where that is worth it, and goes through untouched where it streams', async () => {
    handler = (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(JSON.stringify('x'.repeat(999)));
    };
    const big = await ask('/data.json', { 'accept-encoding': 'br' });
    expect(big.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    handler = (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write('event: change\n\n');
      setTimeout(() => res.end(), 20);
    };
    const stream = await ask('/changes', { 'accept-encoding': 'br' });
    expect(stream.headers['content-encoding']).toBeUndefined();
    expect(stream.headers['transfer-encoding']).toBe('chunked');
    expect(stream.body.toString()).toBe('event: change\n\n');
  });

  test('that has no body has none', async () => {
    handler = (_req, res) => {
      res.writeHead(303, { location: '/fr' });
      res.end();
    };
    expect(await ask('/')).toMatchObject({ status: 303, headers: { location: '/fr' } });
    handler = (_req, res) => {
      res.statusCode = 204;
      res.end();
    };
    expect((await ask('/')).status).toBe(204);
  });
});
