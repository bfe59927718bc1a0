import { redirect } from '@sveltejs/kit';
import { mayPrepare, mayWorkOnIndicators } from '#lib/people/permission.ts';
import { answerObjection, raiseObjection } from '#lib/plan/objection.server.ts';
import { getObjective } from '#lib/plan/objective.server.ts';
import { describeObjectives } from '#lib/plan/objective-words.server.ts';
import { answerForm, choiceForm, objectionForm } from '#lib/plan/scenario.form.ts';
import { listScenarios } from '#lib/plan/scenario-list.server.ts';
import { chooseScenario, getScenario, withdrawScenario } from '#lib/plan/scenario.server.ts';
import { listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { act, actorOf, admit, allow, button, requireAccount } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { dateAt, wordsFor } from '../../reading.server.ts';

export async function load(event) {
  const { territory, base, cycle, objective, scenario } = await getHere(event);
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const wanted = wordsFor(event, territory);
  const all = await listScenarios(house.db, territory.id, objective.id);
  const [described] = await describeObjectives(house.db, wanted, [objective]);
  const { effects, objections, choices, ...own } = there(
    all.find((one) => one.id === scenario.id),
    'scenario',
  );
  const versionIds = effects.map((effect) => effect.indicator_version_id);
  const indicators = await listIndicatorWords(house.db, { ...wanted, versionIds });
  const open = cycle.closed_at === null;
  return {
    here: `${base}/plan`,
    currency: territory.currency,
    objective: there(described, 'objective'),
    scenario: own,
    others: all.length - 1,
    effects: effects.map((effect) => ({
      ...effect,
      name: indicators.find((one) => one.versionId === effect.indicator_version_id)?.name ?? '',
    })),
    objections: objections.map((one) => ({ ...one, raisedOn: dateAt(one.raised_at, territory) })),
    choices: choices.map((one) => ({ ...one, chosenOn: dateAt(one.chosen_at, territory) })),
    open,
    signedIn: person.account !== undefined,
    mayRegister: event.locals.house.mail !== undefined,
    works: open && mayWorkOnIndicators(person, territory.id),
    prepares: open && mayPrepare(person, territory.id),
    sentId: person.account ? randomId() : '',
  };
}

export const actions = {
  object: act(objectionForm, async ({ event, facts, write }) => {
    requireAccount(event);
    const here = await onScenario(event);
    await write((db, now) => raiseObjection(db, { ...here, ...facts }, now));
  }),
  answer: act(answerForm, async ({ event, facts, write }) => {
    const here = await onScenario(event, mayWorkOnIndicators);
    const { objection: objectionId, answer } = facts;
    await write((db, now) => answerObjection(db, { ...here, objectionId, answer }, now));
  }),
  choose: act(choiceForm, async ({ event, facts, write }) => {
    const here = await onScenario(event, mayPrepare);
    const chosen = facts.chosen === 'yes';
    await write((db, now) => chooseScenario(db, { ...here, chosen, reason: facts.reason }, now));
  }),
  withdraw: act(button, async ({ event, write }) => {
    const here = await onScenario(event, mayWorkOnIndicators);
    const { base, objective } = await getHere(event);
    await write((db, now) => withdrawScenario(db, here, now));
    redirect(303, `${base}/plan/objectives/${objective.id}`);
  }),
};

type Where = Parameters<typeof getPlace>[0];

async function getHere(event: Where) {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const scenario = await orNotFound(getScenario(db, place.territory.id, event.params.scenario ?? ''));
  const objective = await orNotFound(getObjective(db, place.territory.id, scenario.objective_id));
  allow(objective.cycle_id === place.cycle.id);
  return { ...place, scenario, objective };
}

async function onScenario(event: Where, may?: typeof mayPrepare) {
  const { territory } = await getPlace(event);
  if (may) admit(event, may(event.locals.person, territory.id));
  const { scenario } = await getHere(event);
  return { territoryId: territory.id, scenarioId: scenario.id, actor: actorOf(event) };
}
