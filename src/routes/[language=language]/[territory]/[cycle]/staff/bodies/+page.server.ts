import { mayCoordinate, worksIn } from '#lib/people/permission.ts';
import { listBodies } from '#lib/territory/body.server.ts';
import { listUnconfirmedDecisions } from '#lib/territory/decision.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { admit } from '#routes/act.server.ts';

export async function load(event) {
  const { house, person } = event.locals;
  const { territory } = await getPlace(event);
  admit(event, worksIn(person, territory.id));
  const bodies = await listBodies(house.db, territory.id);
  const waiting = await listUnconfirmedDecisions(
    house.db,
    territory.id,
    bodies.map((body) => body.id),
  );
  return {
    coordinates: mayCoordinate(person, territory.id),
    bodies: bodies.map(({ id, name, kind, mandate }) => ({
      id,
      name,
      mandate,
      kind,
      waiting: waiting.filter((decision) => decision.body_id === id).length,
    })),
  };
}
