import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { listActors } from '#lib/plan/actor.server.ts';
import { commitmentForm } from '#lib/plan/commitment.form.ts';
import { commit } from '#lib/plan/commitment.server.ts';
import { getObjective, listObjectives } from '#lib/plan/objective.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base, today } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const [actors, objectives, actions] = await Promise.all([
    listActors(db, territory.id),
    listObjectives(db, territory.id, cycle.id),
    listActions(db, territory.id, cycle.id),
  ]);
  const asked = event.url.searchParams;
  const action = actions.find((one) => one.id === asked.get('action'));
  const named = ({ id, title }: { id: string; title: string }) => ({ id, title });
  return {
    here: `${base}/plan`,
    today,
    actors: actors.map(({ id, name }) => ({ id, name })),
    objectives: objectives.filter((one) => one.agreed_at !== null).map(named),
    actions: actions.map(named),
    asked: {
      actor: asked.get('actor') ?? '',
      objective: asked.get('objective') ?? action?.objectiveIds[0] ?? '',
      action: action?.id ?? '',
    },
    sentId: randomId(),
  };
}

export const actions = {
  default: act(commitmentForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    admit(event, mayPrepare(event.locals.person, territory.id));
    const { actor, objective, action, ...promise } = facts;
    const { cycle_id } = await orNotFound(getObjective(event.locals.house.db, territory.id, objective));
    allow(cycle_id === cycle.id);
    const share = {
      ...promise,
      actorId: actor,
      objectiveId: objective,
      actionId: action ?? null,
      territoryId: territory.id,
      actor: actorOf(event),
    };
    const id = await write((db, now) => commit(db, share, now));
    redirect(303, `${base}/plan/commitments/${id}`);
  }),
};
