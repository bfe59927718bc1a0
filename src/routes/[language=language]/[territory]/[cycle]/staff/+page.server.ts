import { worksIn } from '#lib/people/permission.ts';
import { admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { dutiesOf } from './duties.server.ts';
import { roomsFor } from './rooms.ts';

/** What is to be done now, for this person; then every place of work that is open to them. */
export async function load(event) {
  const { house, person, language } = event.locals;
  const place = await getPlace(event);
  const account = admit(event, worksIn(person, place.territory.id));
  return {
    name: account.name,
    duties: await dutiesOf(house.db, place, person, language, house.clock()),
    rooms: roomsFor(person, place.territory.id),
  };
}
