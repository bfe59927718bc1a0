/// <reference lib="webworker" />

/**
 * Keeps the last copy of the few pages on which people write, for when there is no network. A copy is a cache of its
 * own, with all that the page needs, so that it works whatever version of the program the server has meanwhile. The
 * server says by `x-keep-copy` which pages may be kept. What waits to be sent isn't here: see shelf.ts.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Writing, typing, and waiting at the door. */
const COPIED = /^\/[\w-]+\/(join\/[^/]+|[^/]+\/[^/]+\/definitions\/gatherings\/[^/]+\/(write|typing))$/;
/** After what is sent there, somebody else may sit at this device, or words were taken back. */
const LEAVING = /^\/[\w-]+\/((sign-in|sign-out|account)(\/|$)|[^/]+\/words$|join\/[^/]+\/kiosk$)/;

const PREFIX = 'copy-1 ';
/** How long a copy is kept, in milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1000;
/** How long the network may take where there is a copy. */
const PATIENCE = 4000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), forget(isOld)])));

/** The page that brought the worker came before it. */
worker.addEventListener('message', (event) => {
  const { keep: address } = event.data as { keep: string };
  const url = new URL(address);
  if (!isCopied(url)) return;
  const request = new Request(url, { headers: { accept: 'text/html' } });
  event.waitUntil(ask(request, url.pathname, (work) => event.waitUntil(work)).catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== 'GET') {
    if (request.mode !== 'navigate') return;
    if (LEAVING.test(url.pathname)) event.waitUntil(forget(() => true));
    if (isCopied(url)) event.respondWith(sentOrCopy(request, url.pathname));
  } else if (url.pathname.startsWith('/_app/immutable/')) {
    event.respondWith(assetOf(request));
  } else if (isCopied(url) && request.headers.get('accept')?.includes('text/html')) {
    const asked = ask(request, url.pathname, (work) => event.waitUntil(work));
    event.respondWith(request.mode === 'navigate' ? soon(asked, url.pathname) : asked);
  }
});

function isCopied(url: URL): boolean {
  return url.origin === location.origin && COPIED.test(url.pathname);
}

async function assetOf(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The page as the server has it; its copy is renewed, or forgotten where it isn't this device's page any more. */
async function ask(request: Request, path: string, beside: (work: Promise<void>) => void): Promise<Response> {
  const response = await fetch(request);
  if (response.ok && response.headers.has('x-keep-copy')) beside(keep(path, response.clone()));
  else if (response.status < 400 || [401, 403, 404, 410].includes(response.status))
    beside(forget((copy) => copy.path === path));
  return response;
}

/** The network's answer; the copy where it fails or takes too long. */
async function soon(asked: Promise<Response>, path: string): Promise<Response> {
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  const answer = await Promise.race([asked.catch(() => undefined), patience]);
  if (answer && answer.status < 500) return answer;
  return (await findCopy(path)) ?? asked;
}

/** A form that the browser sent by itself, before the page's script was there: what was typed comes back with the copy. */
async function sentOrCopy(request: Request, path: string): Promise<Response> {
  const fields = request.clone().formData();
  try {
    return await fetch(request);
  } catch (lost) {
    const copy = await findCopy(path);
    if (!copy) throw lost;
    const typed = (await fields.catch(() => undefined))?.get('text');
    return typeof typed === 'string' ? withTyped(copy, typed) : copy;
  }
}

async function withTyped(page: Response, typed: string): Promise<Response> {
  const text = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const html = (await page.text())
    // A first line break of a text area is not part of what it holds.
    .replace(/<textarea[^>]* name="text"[^>]*>/, (field) => `${field}\n${text}`)
    .replace(/<input(?=[^>]* name="text")[^>]*>/, (field) => `<input value="${text}"${field.slice('<input'.length)}`);
  return new Response(html, { headers: page.headers });
}

interface Copy {
  readonly name: string;
  readonly path: string;
  /** When it was kept, by this device's clock. */
  readonly since: number;
}

async function keep(path: string, response: Response): Promise<void> {
  const since = Date.now();
  const name = `${PREFIX}${since} ${path}`;
  const cache = await caches.open(name);
  const html = await response.clone().text();
  const parts = new Set((html.match(/_app\/immutable\/[\w./-]+/g) ?? []).map((part) => `/${part}`));
  await Promise.all([...parts].map(async (part) => cache.put(part, await assetOf(new Request(part)))));
  // The page last: what has one is whole.
  await cache.put(path, response);
  await forget((copy) => copy.path === path && copy.name !== name && copy.since <= since);
  await forget(isOld);
}

/** The newest copy, which says since when it is one. */
async function findCopy(path: string): Promise<Response | undefined> {
  const copies = (await listCopies()).filter((copy) => copy.path === path && !isOld(copy));
  for (const { name, since } of copies.sort((a, b) => b.since - a.since)) {
    const page = await (await caches.open(name)).match(path, { ignoreVary: true });
    if (page) return marked(page, since);
  }
  return undefined;
}

async function marked(page: Response, since: number): Promise<Response> {
  const headers = new Headers(page.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const html = (await page.text()).replace('<html ', `<html data-copy="${since}" `);
  return new Response(html, { headers });
}

async function listCopies(): Promise<Copy[]> {
  return (await caches.keys())
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => {
      const [since = '', path = ''] = name.slice(PREFIX.length).split(' ');
      return { name, path, since: Number(since) };
    });
}

function isOld({ since }: Copy): boolean {
  return Date.now() - since > WEEK;
}

async function forget(which: (copy: Copy) => boolean): Promise<void> {
  const copies = (await listCopies()).filter(which);
  await Promise.all(copies.map(({ name }) => caches.delete(name)));
}
