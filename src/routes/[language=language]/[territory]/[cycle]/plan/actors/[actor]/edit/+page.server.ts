import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { actorForm } from '#lib/plan/actor.form.ts';
import { changeActor, getActor, retireActor } from '#lib/plan/actor.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf, admit, button } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, base } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const actor = await orNotFound(getActor(db, territory.id, event.params.actor));
  const neighbourhoods = await listNeighbourhoods(db, territory.id);
  return {
    here: `${base}/plan`,
    actor,
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ id, name })),
    sentId: randomId(),
  };
}

export const actions = {
  change: act(actorForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    const { neighbourhood, ...actor } = facts;
    const changed = { ...actor, ...here, neighbourhoodId: neighbourhood ?? null };
    await write((db, now) => changeActor(db, changed, now));
    await leave(event);
  }),
  retire: act(button, async ({ event, write }) => {
    const here = await preparing(event);
    await write((db, now) => retireActor(db, here, now));
    await leave(event);
  }),
};

type Where = Parameters<typeof getPlace>[0];

async function preparing(event: Where) {
  const { territory } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  return { territoryId: territory.id, actorId: event.params.actor ?? '', actor: actorOf(event) };
}

async function leave(event: Where): Promise<never> {
  const { base } = await getPlace(event);
  redirect(303, `${base}/plan/actors/${event.params.actor}`);
}
