import { error } from '@sveltejs/kit';
import { streamRoom } from '#lib/definitions/room-stream.server.ts';
import { readCode } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { findByJoinCode } from '../../find.server.ts';

/** Tells a phone that came with the code before the opening when the gathering opens. */
export async function GET(event) {
  const gathering = await findByJoinCode(event, readCode(event.params.code)).catch((caught: unknown) => {
    if (caught instanceof Refusal) error(404, 'not there');
    throw caught;
  });
  return streamRoom(event.locals.house, gathering, 'phase', event.request.signal);
}
