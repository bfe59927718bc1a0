import { redirect } from '@sveltejs/kit';
import { mayRecordDecision, worksIn } from '#lib/people/permission.ts';
import { listBodies } from '#lib/territory/body.server.ts';
import { admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

/** Which body has decided? Where there is only one whose decisions the person may enter, it goes straight there. */
export async function load(event) {
  const { house, person } = event.locals;
  const { territory, base } = await getPlace(event);
  admit(event, worksIn(person, territory.id));
  const bodies = await listBodies(house.db, territory.id);
  const theirs = bodies
    .filter((body) => mayRecordDecision(person, { territoryId: territory.id, bodyId: body.id }))
    .map(({ id, name, mandate }) => ({
      name,
      mandate,
      href: `${base}/staff/bodies/${id}/decisions/new${event.url.search}`,
    }));
  const [only] = theirs;
  if (only && theirs.length === 1) redirect(303, only.href);
  return { bodies: theirs };
}
