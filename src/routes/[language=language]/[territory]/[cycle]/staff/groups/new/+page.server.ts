import { redirect } from '@sveltejs/kit';
import { randomId } from '#lib/platform/random-id.ts';
import { newGroupForm } from '#lib/territory/group.form.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory } = await coordinate(event);
  return { neighbourhoods: await listNeighbourhoods(event.locals.house.db, territory.id), sentId: randomId() };
}

export const actions = {
  default: act(newGroupForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const { sentId: id, neighbourhoodId = null, ...rest } = facts;
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => createGroup(db, { ...place, ...rest, id, neighbourhoodId }, now));
    redirect(303, `${base}/staff/groups`);
  }),
};
