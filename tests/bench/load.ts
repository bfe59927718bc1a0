import { connect } from 'node:net';

/** What came back for one request. */
export interface Reply {
  readonly status: number;
  /** The head as it came, with its lines. */
  readonly head: string;
  readonly body: Buffer;
  /** Milliseconds from sending to the last byte. */
  readonly took: number;
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** No request is begun later than this many milliseconds from now. */
  readonly lasts: number;
  /** A line that breaks is the end of that connection, and no failure: for a server that is killed meanwhile. */
  readonly mayBreak?: boolean;
  /** The next request as it goes over the line, or undefined when there is none left. */
  next(): { readonly bytes: Buffer; readonly answered?: (reply: Reply) => void } | undefined;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>;
}

/**
 * Sends requests over connections that stay open, one at a time on each, as fast as they are answered. It does little
 * itself: it writes bytes that are ready and looks for the end of the answer.
 */
export async function drive(load: Load): Promise<LoadResult> {
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  const begun = performance.now();
  const end = begun + load.lasts;
  const heard = (reply: Reply) => {
    times.push(reply.took);
    statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, end, heard)));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { requests: times.length, perSecond: round(times.length / seconds), p50: at(0.5), p99: at(0.99), statuses };
}

/** One connection: a request, its answer, the next request. */
function keepAsking(load: Load, end: number, heard: (reply: Reply) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1', ask);
    socket.setNoDelay(true);
    socket.on('error', (error) => (load.mayBreak && 'code' in error ? resolve() : reject(error)));
    if (load.mayBreak) socket.on('end', () => resolve());
    let asked = 0;
    let answered: ((reply: Reply) => void) | undefined;
    let waiting: Buffer = Buffer.alloc(0);

    function ask(): void {
      const request = performance.now() < end ? load.next() : undefined;
      if (!request) return void socket.end(resolve);
      answered = request.answered;
      asked = performance.now();
      socket.write(request.bytes);
    }

    socket.on('data', (chunk) => {
      waiting = waiting.length === 0 ? (chunk as Buffer) : Buffer.concat([waiting, chunk as Buffer]);
      const reply = readReply(waiting, performance.now() - asked);
      if (!reply) return;
      waiting = Buffer.alloc(0);
      heard(reply);
      try {
        answered?.(reply);
      } catch (error) {
        return void socket.destroy(error as Error);
      }
      if (load.mayBreak && socket.destroyed) return;
      if (/\r\nconnection: close\r\n/i.test(reply.head)) reject(new Error(`The server closed the line: ${reply.head}`));
      else ask();
    });
  });
}

/** The whole answer, once it is there. */
function readReply(bytes: Buffer, took: number): Reply | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd + 2);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const chunked = /\r\ntransfer-encoding: chunked/i.test(head);
  const bodyEnd = chunked ? endOfChunks(bytes, headEnd + 4) : headEnd + 4 + length;
  if (bodyEnd === undefined || bytes.length < bodyEnd) return undefined;
  return { status: Number(head.slice(9, 12)), head, body: bytes.subarray(headEnd + 4, bodyEnd), took };
}

function endOfChunks(bytes: Buffer, from: number): number | undefined {
  const last = bytes.indexOf('0\r\n\r\n', from);
  return last < 0 ? undefined : last + 5;
}

/** A GET as it goes over the line. */
export function getRequest(port: number, path: string, headers: Headers = {}): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${linesOf(headers)}\r\n`);
}

type Headers = Readonly<Record<string, string>>;

/** A form as a browser without JavaScript sends it. */
export function formRequest(port: number, path: string, fields: readonly string[][], headers: Headers = {}): Buffer {
  const body = new URLSearchParams(fields.map(([name = '', value = '']) => [name, value])).toString();
  return postRequest(port, path, body, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
}

/** The same, as a page sends it in the background. */
export function jsonRequest(
  port: number,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Headers = {},
): Buffer {
  return postRequest(port, path, JSON.stringify(fields), { 'content-type': 'application/json', ...headers });
}

function postRequest(port: number, path: string, body: string, headers: Headers): Buffer {
  const own = {
    origin: `http://127.0.0.1:${port}`,
    accept: 'text/html',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${linesOf(own)}\r\n${body}`);
}

function linesOf(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The one in the middle; the higher of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
