import { redirect } from '@sveltejs/kit';
import { translator } from '#lib/messages/translate.ts';
import { mayPrepare, mayWorkOnIndicators } from '#lib/people/permission.ts';
import { agreeObjective, getObjective, withdrawObjective, type Objective } from '#lib/plan/objective.server.ts';
import { act, actorOf, admit, allow, button } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { findDeciding } from '../../deciding.server.ts';
import { describeDoings, describeOrigin, describeScenarios } from './describe.server.ts';

export async function load(event) {
  const place = await getPlace(event);
  const { territory, cycle, base } = place;
  const { house, person, language } = event.locals;
  publicPage(event, territory.id);
  const objective = await getHere(event);
  const open = cycle.closed_at === null;
  const facts = { db: house.db, place, objective, language, t: translator(language) };
  const about = { territoryId: territory.id, purpose: 'agree-objective', subjectId: objective.id } as const;
  const agrees = open && objective.agreed_at === null && mayPrepare(person, territory.id);
  return {
    base,
    here: `${base}/plan`,
    currency: territory.currency,
    objectiveId: objective.id,
    ...(await describeOrigin(facts)),
    ...(await describeScenarios(facts)),
    ...(await describeDoings(facts)),
    works: open && mayWorkOnIndicators(person, territory.id),
    prepares: open && mayPrepare(person, territory.id),
    deciding: agrees ? await findDeciding(house.db, person, about) : undefined,
  };
}

export const actions = {
  agree: act(button, async ({ event, write }) => {
    const { territory } = await getPlace(event);
    admit(event, mayPrepare(event.locals.person, territory.id));
    const { id: objectiveId } = await getHere(event);
    const facts = { territoryId: territory.id, objectiveId, actor: actorOf(event) };
    await write((db, now) => agreeObjective(db, facts, now));
  }),
  withdraw: act(button, async ({ event, write }) => {
    const { territory, base } = await getPlace(event);
    admit(event, mayWorkOnIndicators(event.locals.person, territory.id));
    const { id: objectiveId } = await getHere(event);
    const facts = { territoryId: territory.id, objectiveId, actor: actorOf(event) };
    await write((db, now) => withdrawObjective(db, facts, now));
    redirect(303, `${base}/plan`);
  }),
};

async function getHere(event: Parameters<typeof getPlace>[0]): Promise<Objective> {
  const { territory, cycle } = await getPlace(event);
  const objective = await orNotFound(getObjective(event.locals.house.db, territory.id, event.params.objective ?? ''));
  allow(objective.cycle_id === cycle.id);
  return objective;
}
