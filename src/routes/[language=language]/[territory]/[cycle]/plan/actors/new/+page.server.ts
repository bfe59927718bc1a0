import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { actorForm } from '#lib/plan/actor.form.ts';
import { enterActor } from '#lib/plan/actor.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, base } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const neighbourhoods = await listNeighbourhoods(event.locals.house.db, territory.id);
  return {
    here: `${base}/plan`,
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ id, name })),
    sentId: randomId(),
  };
}

export const actions = {
  default: act(actorForm, async ({ event, facts, write }) => {
    const { territory, base } = await getPlace(event);
    admit(event, mayPrepare(event.locals.person, territory.id));
    const { neighbourhood, ...actor } = facts;
    const here = { territoryId: territory.id, neighbourhoodId: neighbourhood ?? null, actor: actorOf(event) };
    const id = await write((db, now) => enterActor(db, { ...actor, ...here }, now));
    redirect(303, `${base}/plan/actors/${id}`);
  }),
};
