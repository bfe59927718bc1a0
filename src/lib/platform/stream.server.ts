import type { Hub } from './hub.server.ts';
import { SECOND } from './time.ts';

/** Keeps proxies and phones from closing a quiet line. */
const HEARTBEAT = 20 * SECOND;

/** Messages that may wait for a phone on a slow line; beyond that it is let go, comes back, and is told everything. */
const MOST_WAITING = 50;

/** Seconds after which whoever found no place may ask again. */
const WAIT = 30;

/** An open line to a browser. */
export interface Line {
  say(message: Uint8Array): void;
  end(): void;
}

/** What is needed of the request: how it asks, and when its browser leaves. */
export type Asked = Pick<Request, 'method' | 'signal'>;

/** Under which names a line is counted, and how many of that name may be open at once in this process. */
export type Places = Readonly<Record<string, number>>;

const taken = new WeakMap<Hub, Map<string, number>>();
const encoder = new TextEncoder();

/** A message of server-sent events. */
export function eventOf(name: string, data: unknown): Uint8Array {
  return encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/**
 * A stream of server-sent events, until the browser leaves, the line ends itself, or the server stops.
 * @param begin says what there is to say; what it gives back is called once when the line ends
 * @returns 429 while there is no place
 */
export function streamEvents(
  hub: Hub,
  places: Places,
  { method, signal }: Asked,
  begin: (line: Line) => Promise<() => void>,
): Response {
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
  // Whoever asks for the head alone never listens: the line would stay open until they leave.
  if (method === 'HEAD') return new Response(null, { headers });
  const release = takePlace(hub, places);
  if (!release) return new Response(null, { status: 429, headers: { 'retry-after': String(WAIT) } });
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let leave = () => {};
      const heart = setInterval(() => say(encoder.encode(': \n\n')), HEARTBEAT);
      const letGo = hub.hold(() => close());
      let ended = false;
      end = () => {
        if (ended) return;
        ended = true;
        clearInterval(heart);
        letGo();
        release();
        leave();
      };
      const close = () => {
        if (ended) return;
        end();
        controller.close();
      };
      const say = (message: Uint8Array) => {
        if (ended) return;
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) close();
        else controller.enqueue(message);
      };
      signal.addEventListener('abort', () => end(), { once: true });
      say(encoder.encode('retry: 2000\n\n'));
      try {
        leave = await begin({ say, end: close });
      } catch (error) {
        end();
        throw error;
      }
      // Whoever left meanwhile.
      if (ended) leave();
    },
    cancel: () => end(),
  });
  return new Response(body, { headers });
}

/** @returns a function that gives the place back, or undefined when one of its names has none left */
function takePlace(hub: Hub, places: Places): (() => void) | undefined {
  const counts = taken.get(hub) ?? new Map<string, number>();
  taken.set(hub, counts);
  const of = (name: string) => counts.get(name) ?? 0;
  const names = Object.keys(places);
  if (names.some((name) => of(name) >= (places[name] ?? 0))) return undefined;
  for (const name of names) counts.set(name, of(name) + 1);
  return () => {
    for (const name of names)
      if (of(name) > 1) counts.set(name, of(name) - 1);
      else counts.delete(name);
  };
}
