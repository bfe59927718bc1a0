import type { RequestEvent } from '@sveltejs/kit';
import { mayCoordinate } from '#lib/people/permission.ts';
import { admit } from './act.server.ts';
import { getPlace, type Place } from './place.server.ts';

/** A page of the coordination's. @throws 404 for everybody else; without an account, leads to signing in */
export async function coordinate(event: RequestEvent<Partial<Record<string, string>>>): Promise<Place> {
  const place = await getPlace(event);
  admit(event, mayCoordinate(event.locals.person, place.territory.id));
  return place;
}
