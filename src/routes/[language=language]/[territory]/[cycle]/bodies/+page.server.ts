import { listBodies, listMembers } from '#lib/territory/body.server.ts';
import { listDecisions } from '#lib/territory/decision.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { db } = event.locals.house;
  const { territory, today, base } = await getPlace(event);
  publicPage(event, territory.id);
  const bodies = await listBodies(db, territory.id);
  return {
    base,
    bodies: await Promise.all(
      bodies.map(async ({ id, name, kind, mandate }) => {
        const members = await listMembers(db, territory.id, id);
        const decisions = await listDecisions(db, territory.id, id);
        return {
          id,
          name,
          kind,
          mandate,
          members: members.filter((member) => member.until === null || member.until >= today).length,
          decisions: decisions.filter((decision) => decision.withdrawn_at === null).length,
        };
      }),
    ),
  };
}
