import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What a handler answered, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** Below this many bytes, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1000;
/** For answers made for one person: fast. Public pages are compressed once and get more care. */
const FAST = 4;
const CAREFUL = 9;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Lets a handler answer into memory instead of onto the line. Streams (server-sent events, files already compressed)
 * pass through untouched.
 * @param finished called once with the whole answer, unless it passed through
 */
export function gather(res: ServerResponse, finished: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  const { writeHead, write, end } = res;
  let through: boolean | undefined;

  function decide(): boolean {
    through ??= !isGathered(res);
    if (through) Object.assign(res, { writeHead, write, end });
    return through;
  }

  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status;
    const headers = rest.find((argument) => typeof argument === 'object' && argument !== null);
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) res.setHeader(name, value as string);
    }
    return decide() ? res.writeHead(status) : res;
  }) as typeof res.writeHead;

  res.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (decide()) return (write as (...all: unknown[]) => boolean).call(res, chunk, ...rest);
    chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }) as typeof res.write;

  res.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (decide()) return (end as (...all: unknown[]) => ServerResponse).call(res, chunk, ...rest);
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array));
    Object.assign(res, { writeHead, write, end });
    finished({ status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(chunks) });
    return res;
  }) as typeof res.end;
}

function isGathered(res: ServerResponse): boolean {
  const type = String(res.getHeader('content-type') ?? '');
  return !res.hasHeader('content-encoding') && (type === '' || isText(type)) && !type.startsWith('text/event-stream');
}

function isText(type: string): boolean {
  return /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg)/.test(type);
}

/** The best encoding that the browser takes. */
export function encodingFor(req: IncomingMessage): Encoding {
  const accepted = String(req.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

export async function compress(body: Buffer, encoding: Encoding, careful: boolean): Promise<Buffer> {
  if (encoding === 'identity') return body;
  const quality = careful ? CAREFUL : FAST;
  if (encoding === 'gzip') return toGzip(body, { level: careful ? 9 : 5 });
  return toBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** What a handler left unread of a request would keep the next one on the same line waiting. */
export function readToTheEnd(req: IncomingMessage, res: ServerResponse): void {
  res.once('finish', () => {
    if (req.readableEnded) return;
    req.removeAllListeners('data');
    req.resume();
  });
}

/** Sends an answer that was made for this one request. */
export async function send(req: IncomingMessage, res: ServerResponse, answer: Answer): Promise<void> {
  const type = String(res.getHeader('content-type') ?? '');
  const encoding = answer.body.length >= WORTH_COMPRESSING && isText(type) ? encodingFor(req) : 'identity';
  const body = await compress(answer.body, encoding, false);
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding);
  if (isText(type)) res.appendHeader('vary', 'accept-encoding');
  const bodiless = req.method === 'HEAD' || answer.status === 304 || answer.status === 204;
  if (!bodiless) res.setHeader('content-length', body.length);
  res.end(bodiless ? undefined : body);
}
