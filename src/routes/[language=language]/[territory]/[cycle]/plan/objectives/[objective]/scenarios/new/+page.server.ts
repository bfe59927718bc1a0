import { redirect } from '@sveltejs/kit';
import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { getObjective } from '#lib/plan/objective.server.ts';
import { scenarioForm } from '#lib/plan/scenario.form.ts';
import { writeScenario } from '#lib/plan/scenario.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { wordsFor } from '../../../../reading.server.ts';

export async function load(event) {
  const { territory, base, objective, cycle } = await admitted(event);
  const { db } = event.locals.house;
  const adopted = await listAdoptedVersions(db, territory.id, cycle.id);
  const versionIds = [...new Set([objective.indicator_version_id, ...adopted])];
  return {
    here: `${base}/plan`,
    objective: { id: objective.id, title: objective.title },
    indicators: await listIndicatorWords(db, { ...wordsFor(event, territory), versionIds }),
    currency: territory.currency,
    sentId: randomId(),
  };
}

export const actions = {
  default: act(scenarioForm, async ({ event, facts, write }) => {
    const { territory, base, objective } = await admitted(event);
    const scenario = {
      ...facts,
      costCents: facts.cost,
      territoryId: territory.id,
      objectiveId: objective.id,
      actor: actorOf(event),
    };
    const id = await write((db, now) => writeScenario(db, scenario, now));
    redirect(303, `${base}/plan/scenarios/${id}`);
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
