import type { House } from '#lib/platform/house.server.ts';
import { SECOND } from '#lib/platform/time.ts';
import type { Row } from '#lib/platform/tables.ts';
import { openLiveRoom, type Audience, type LiveRoom } from './live-room.server.ts';

/** Keeps proxies and phones from closing a quiet line. */
const HEARTBEAT = 20 * SECOND;

/** Messages that may wait for a phone on a slow line; beyond that it is let go, comes back, and is told everything. */
const MOST_WAITING = 50;

const open = new WeakMap<House['hub'], Map<string, LiveRoom>>();

/** One room for each gathering and process. */
function roomOf(house: Pick<House, 'db' | 'hub' | 'log'>, gathering: Row<'gathering'>): LiveRoom {
  const rooms = open.get(house.hub) ?? new Map<string, LiveRoom>();
  open.set(house.hub, rooms);
  const known = rooms.get(gathering.id);
  if (known) return known;
  const made = openLiveRoom(house, gathering);
  rooms.set(gathering.id, made);
  return made;
}

/**
 * A stream of server-sent events from a room: `state` (RoomState), for the words also `wall` (all of them) and `change`
 * (WallChange). Whoever may listen has been asked before; before sharing, the wall is empty for everybody.
 */
export function streamRoom(
  house: Pick<House, 'db' | 'hub' | 'log'>,
  gathering: Row<'gathering'>,
  audience: Audience,
  signal: AbortSignal,
): Response {
  const encoder = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let leave = () => {};
      const heart = setInterval(() => hear(encoder.encode(': \n\n')), HEARTBEAT);
      const release = house.hub.hold(() => close());
      end = () => {
        leave();
        release();
        clearInterval(heart);
        end = () => {};
      };
      const close = () => {
        end();
        controller.close();
      };
      const hear = (message: Uint8Array) => {
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) close();
        else controller.enqueue(message);
      };
      signal.addEventListener('abort', () => end(), { once: true });
      hear(encoder.encode('retry: 2000\n\n'));
      const ended = end;
      leave = await roomOf(house, gathering).enter({ audience, hear });
      // Whoever left while the room was being read.
      if (end !== ended) leave();
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
