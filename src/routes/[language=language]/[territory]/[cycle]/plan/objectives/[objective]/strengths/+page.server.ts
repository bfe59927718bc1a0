import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { getObjective } from '#lib/plan/objective.server.ts';
import { chooseStrengths, listStrengths } from '#lib/plan/strength.server.ts';
import { ids } from '#lib/platform/form.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, base, objective } = await admitted(event);
  return {
    here: `${base}/plan`,
    objective: { id: objective.id, title: objective.title },
    strengths: await listStrengths(event.locals.house.db, territory.id, objective.id),
  };
}

export const actions = {
  default: act(v.object({ words: ids }), async ({ event, facts, write }) => {
    const { territory, base, objective } = await admitted(event);
    const here = { territoryId: territory.id, objectiveId: objective.id, actor: actorOf(event) };
    await write((db, now) => chooseStrengths(db, { ...here, criterionIds: facts.words }, now));
    redirect(303, `${base}/plan/objectives/${objective.id}#strengths`);
  }),
};

async function admitted(event: Parameters<typeof getPlace>[0]) {
  const place = await getPlace(event);
  admit(event, mayWorkOnIndicators(event.locals.person, place.territory.id));
  const reading = getObjective(event.locals.house.db, place.territory.id, event.params.objective ?? '');
  const objective = await orNotFound(reading);
  allow(objective.cycle_id === place.cycle.id);
  return { ...place, objective };
}
