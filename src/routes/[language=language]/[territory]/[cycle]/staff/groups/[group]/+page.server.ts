import { redirect, type RequestEvent } from '@sveltejs/kit';
import { groupForm } from '#lib/territory/group.form.ts';
import { changeGroup, getGroup, retireGroup } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf, allow, button } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory, group } = await groupHere(event);
  return {
    facts: {
      kind: group.kind,
      name: group.name,
      standsFor: group.stands_for,
      targetSize: group.target_size,
      neighbourhoodId: group.neighbourhood_id,
    },
    retired: group.retired_at !== null,
    neighbourhoods: await listNeighbourhoods(event.locals.house.db, territory.id),
  };
}

async function groupHere(event: RequestEvent<Partial<Record<string, string>>>) {
  const place = await coordinate(event);
  const group = await orNotFound(getGroup(event.locals.house.db, place.territory.id, event.params.group ?? ''));
  allow(group.cycle_id === place.cycle.id);
  return { ...place, group, on: { territoryId: group.territory_id, groupId: group.id, actor: actorOf(event) } };
}

export const actions = {
  save: act(groupForm, async ({ event, facts, write }) => {
    const { on, base } = await groupHere(event);
    const { neighbourhoodId = null, ...rest } = facts;
    await write((db, now) => changeGroup(db, { ...on, ...rest, neighbourhoodId }, now));
    redirect(303, `${base}/staff/groups`);
  }),
  retire: act(button, async ({ event, write }) => {
    const { on, base } = await groupHere(event);
    await write((db, now) => retireGroup(db, on, now));
    redirect(303, `${base}/staff/groups`);
  }),
};
