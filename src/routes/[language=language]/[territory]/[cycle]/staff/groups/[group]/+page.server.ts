import { redirect } from '@sveltejs/kit';
import { groupForm } from '#lib/territory/group.form.ts';
import { changeGroup, getGroup, retireGroup } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf, button } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory } = await coordinate(event);
  const { db } = event.locals.house;
  const group = await orNotFound(getGroup(db, territory.id, event.params.group));
  return {
    facts: {
      kind: group.kind,
      name: group.name,
      standsFor: group.stands_for,
      targetSize: group.target_size,
      neighbourhoodId: group.neighbourhood_id,
    },
    retired: group.retired_at !== null,
    neighbourhoods: await listNeighbourhoods(db, territory.id),
  };
}

export const actions = {
  save: act(groupForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const { neighbourhoodId = null, ...rest } = facts;
    const group = { territoryId: territory.id, groupId: event.params.group ?? '', actor: actorOf(event) };
    await write((db, now) => changeGroup(db, { ...group, ...rest, neighbourhoodId }, now));
    redirect(303, `${base}/staff/groups`);
  }),
  retire: act(button, async ({ event, write }) => {
    const { territory, base } = await coordinate(event);
    const group = { territoryId: territory.id, groupId: event.params.group ?? '', actor: actorOf(event) };
    await write((db, now) => retireGroup(db, group, now));
    redirect(303, `${base}/staff/groups`);
  }),
};
