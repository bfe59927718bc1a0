import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Hub } from './hub.server.ts';
import { MINUTE } from './time.ts';
import { compress, encodingFor, type Answer, type Encoding } from './response.server.ts';

/** The header by which a route says that its page is public and of which territory. It never leaves the server. */
export const PUBLIC_PAGE = 'x-boussole-page';

/** What belongs to the one answer a page was kept from, and to no other. */
const OF_ONE_ANSWER = new Set([PUBLIC_PAGE, 'set-cookie', 'x-request-id', 'content-length', 'date', 'etag']);

/** Pages say what day it is (a step opens, a vote ends) without any data having changed. */
const LASTS = MINUTE;

interface Page {
  readonly territoryId: string;
  readonly version: number;
  readonly keptAt: number;
  readonly headers: OutgoingHttpHeaders;
  readonly etag: string;
  readonly bodies: Map<Encoding, Promise<Buffer>>;
  readonly size: number;
}

/**
 * Public pages, rendered once for each version of their territory's data and served before SvelteKit is asked.
 * Bounded in bytes; the page that was asked for longest ago goes first.
 */
export interface PageCache {
  /** Answers from memory. @returns false when the page isn't there, or is out of date */
  serve(req: IncomingMessage, res: ServerResponse): boolean;
  /** The versions as they were before a page was rendered: a page made of older data must not pass for new. */
  versionsBefore(): (territoryId: string) => number;
  /** Keeps a page that its route called public. */
  keep(req: IncomingMessage, answer: Answer, versionOf: (territoryId: string) => number): void;
}

export function openPageCache(hub: Hub, clock: () => number, mostBytes = 64_000_000): PageCache {
  const pages = new Map<string, Page>();
  let bytes = 0;

  function forget(key: string, page: Page): void {
    pages.delete(key);
    bytes -= page.size;
  }

  return {
    serve(req, res) {
      const key = keyOf(req);
      const page = key === undefined ? undefined : pages.get(key);
      if (key === undefined || !page) return false;
      if (page.version !== hub.versionOf(page.territoryId) || clock() - page.keptAt >= LASTS) {
        forget(key, page);
        return false;
      }
      pages.delete(key);
      pages.set(key, page);
      answerWith(page, req, res).catch(() => res.destroy());
      return true;
    },
    versionsBefore: hub.versionsNow,
    keep(req, answer, versionOf) {
      const territoryId = String(answer.headers[PUBLIC_PAGE] ?? '');
      const key = keyOf(req);
      if (key === undefined || territoryId === '' || answer.status !== 200) return;
      const old = pages.get(key);
      if (old) forget(key, old);
      const page = pageOf(territoryId, versionOf(territoryId), clock(), answer);
      pages.set(key, page);
      bytes += page.size;
      for (const [oldest, one] of pages) {
        if (bytes <= mostBytes) break;
        forget(oldest, one);
      }
    },
  };
}

/** Only what is asked without a session is kept, and of the address only what pages use. */
function keyOf(req: IncomingMessage): string | undefined {
  if (req.method !== 'GET' && req.method !== 'HEAD') return undefined;
  if (/(^|;\s*)(session|kiosk)=/.test(req.headers.cookie ?? '')) return undefined;
  const url = req.url ?? '/';
  return url.length <= 300 ? url : undefined;
}

function pageOf(territoryId: string, version: number, keptAt: number, answer: Answer): Page {
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_ONE_ANSWER.has(name)));
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)}"`;
  const bodies = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(answer.body)]]);
  // Three encodings of one page take at most twice its own size.
  return { territoryId, version, keptAt, headers, etag, bodies, size: answer.body.length * 2 + 2000 };
}

async function answerWith(page: Page, req: IncomingMessage, res: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(page.headers)) if (value !== undefined) res.setHeader(name, value);
  res.setHeader('etag', page.etag);
  res.setHeader('vary', 'accept-encoding, cookie');
  if (req.headers['if-none-match']?.includes(page.etag)) {
    res.statusCode = 304;
    return void res.end();
  }
  const encoding = encodingFor(req);
  const body = await encoded(page, encoding);
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding);
  res.setHeader('content-length', body.length);
  res.end(req.method === 'HEAD' ? undefined : body);
}

function encoded(page: Page, encoding: Encoding): Promise<Buffer> {
  const known = page.bodies.get(encoding);
  if (known) return known;
  const made = (page.bodies.get('identity') as Promise<Buffer>).then((body) => compress(body, encoding, true));
  page.bodies.set(encoding, made);
  return made;
}
