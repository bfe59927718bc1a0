import { streamRoom } from '#lib/definitions/room-stream.server.ts';
import type { Audience } from '#lib/definitions/live-room.server.ts';
import { admit } from '#routes/act.server.ts';
import { findGuest, getHere, leads } from '../here.server.ts';

const AUDIENCES: readonly Audience[] = ['phase', 'counts', 'wall'];

/** Tells a room's devices and whoever leads it what changes; nobody else. */
export async function GET(event) {
  const here = await getHere(event);
  const inside = (await findGuest(event, here)) !== undefined;
  if (!inside) admit(event, await leads(event, here));
  const wanted = event.url.searchParams.get('for');
  const audience = AUDIENCES.find((one) => one === wanted) ?? 'phase';
  return streamRoom(event.locals.house, here.gathering, audience, event.request.signal);
}
