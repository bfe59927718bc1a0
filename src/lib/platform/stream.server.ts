import type { Hub } from './hub.server.ts';
import { SECOND } from './time.ts';

/** Keeps proxies and phones from closing a quiet line. */
const HEARTBEAT = 20 * SECOND;

const open = new Set<() => void>();

/**
 * A stream of server-sent events: one `change` at once (what was missed while connecting is fetched then), and one
 * each time the topic is announced. It carries no content: the listener fetches what it may see.
 */
export function streamChanges(hub: Hub, topic: string, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const change = () => say('event: change\ndata: \n\n');
      const forget = hub.listen(topic, change);
      const heart = setInterval(() => say(': \n\n'), HEARTBEAT);
      stop = () => {
        forget();
        clearInterval(heart);
        if (!open.delete(stop)) return;
        controller.close();
      };
      open.add(stop);
      signal.addEventListener('abort', stop, { once: true });
      say('retry: 2000\n\n');
      change();
    },
    cancel() {
      open.delete(stop);
      stop();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

/** At SIGTERM: every listener is let go, so that the server can end; browsers come back by themselves. */
export function closeStreams(): void {
  for (const stop of [...open]) stop();
}
