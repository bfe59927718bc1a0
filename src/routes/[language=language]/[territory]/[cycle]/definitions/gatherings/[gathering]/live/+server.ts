import { streamRoom } from '#lib/definitions/room-stream.server.ts';
import type { Audience } from '#lib/definitions/live-room.server.ts';
import { admit } from '#routes/act.server.ts';
import { findGuest, getHere, leads } from '../here.server.ts';

const AUDIENCES: readonly Audience[] = ['phase', 'counts', 'wall'];

/** Tells a room's devices and whoever leads it what changes; nobody else. */
export async function GET(event) {
  const here = await getHere(event);
  const guest = await findGuest(event, here);
  const person = guest?.id ?? admit(event, await leads(event, here)).id;
  const wanted = event.url.searchParams.get('for');
  const audience = AUDIENCES.find((one) => one === wanted) ?? 'phase';
  const by = { address: event.getClientAddress(), person };
  return streamRoom(event.locals.house, here.gathering, audience, by, event.request);
}
