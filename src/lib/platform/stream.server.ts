import type { Hub } from './hub.server.ts';
import { SECOND } from './time.ts';

/** Keeps proxies and phones from closing a quiet line. */
const HEARTBEAT = 20 * SECOND;

const CHANGE = 'event: change\ndata: \n\n';

/**
 * A stream of server-sent events: one `change` at once (what was missed while connecting is fetched then), and one
 * each time the topic is announced. It carries no content: the listener fetches what it may see. To a phone on a slow
 * line, changes that come faster than it takes them are one change.
 */
export function streamChanges(hub: Hub, topic: string, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let owed = false;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const isTaken = () => (controller.desiredSize ?? 0) > 0;
      const forget = hub.listen(topic, () => {
        if (isTaken()) say(CHANGE);
        else owed = true;
      });
      const heart = setInterval(() => isTaken() && say(': \n\n'), HEARTBEAT);
      const release = hub.hold(() => {
        end();
        controller.close();
      });
      end = () => {
        forget();
        release();
        clearInterval(heart);
      };
      signal.addEventListener('abort', () => end(), { once: true });
      say(`retry: 2000\n\n${CHANGE}`);
    },
    pull(controller) {
      if (owed) controller.enqueue(encoder.encode(CHANGE));
      owed = false;
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
