import { error } from '@sveltejs/kit';
import { streamDoor } from '#lib/definitions/room-stream.server.ts';
import { readCode } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { findByJoinCode } from '../../find.server.ts';

/** Tells a phone that came with the code before the opening when the gathering opens, and nothing else. */
export async function GET(event) {
  const gathering = await findByJoinCode(event, readCode(event.params.code)).catch((caught: unknown) => {
    if (caught instanceof Refusal) error(404, 'not there');
    throw caught;
  });
  if (gathering.phase === 'closed') error(404, 'not there');
  return streamDoor(event.locals.house, gathering, event.getClientAddress(), event.request);
}
