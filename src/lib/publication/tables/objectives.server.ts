import { listObjectives } from '#lib/plan/objective.server.ts';
import { listScenarios } from '#lib/plan/scenario-list.server.ts';
import { dayIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';
import { listVersionNames } from './version-names.server.ts';

export const objectives = publicTable(
  'objectives',
  'plan',
  {
    objective_id: 'id',
    objective: 'text',
    why: 'text',
    version_id: 'id',
    indicator: 'name',
    round_id: 'id',
    from_situation: 'number',
    to_situation: 'number',
    for_whom: 'text',
    by_day: 'day',
    agreed_on: 'day',
  },
  async (here) => {
    const listed = await listObjectives(here.db, here.territory.id, here.cycle.id);
    const names = await listVersionNames(
      here,
      listed.map((one) => one.indicator_version_id),
    );
    return listed.map((objective) => ({
      objective_id: objective.id,
      objective: objective.title,
      why: objective.why,
      version_id: objective.indicator_version_id,
      indicator: names.get(objective.indicator_version_id) ?? null,
      round_id: objective.round_id,
      from_situation: objective.from_level,
      to_situation: objective.to_level,
      for_whom: objective.for_whom,
      by_day: objective.by_day,
      agreed_on: dayIn(here, objective.agreed_at),
    }));
  },
);

/** Ways to an objective, and which were chosen, with the reason that holds. */
export const scenarios = publicTable(
  'scenarios',
  'plan',
  {
    scenario_id: 'id',
    objective_id: 'id',
    objective: 'name',
    scenario: 'text',
    description: 'text',
    on_worst_off: 'text',
    on_future: 'text',
    cost_cents: 'cents',
    chosen: 'yes-no',
    reason: 'text',
  },
  async (here) =>
    (await listScenariosHere(here)).map(({ objective, scenario }) => {
      const choice = scenario.choices.at(-1);
      return {
        scenario_id: scenario.id,
        objective_id: objective.id,
        objective: objective.title,
        scenario: scenario.name,
        description: scenario.description,
        on_worst_off: scenario.on_worst_off,
        on_future: scenario.on_future,
        cost_cents: scenario.cost_cents,
        chosen: choice ? choice.chosen === 1 : null,
        reason: choice?.reason ?? null,
      };
    }),
);

/** What a scenario is expected to change, by indicator: −2 much worse … 2 much better. */
export const scenarioEffects = publicTable(
  'scenario-effects',
  'plan',
  { scenario_id: 'id', scenario: 'name', version_id: 'id', indicator: 'name', effect: 'number', words: 'text' },
  async (here) => {
    const listed = await listScenariosHere(here);
    const effects = listed.flatMap(({ scenario }) => scenario.effects.map((effect) => ({ scenario, effect })));
    const names = await listVersionNames(
      here,
      effects.map(({ effect }) => effect.indicator_version_id),
    );
    return effects
      .map(({ scenario, effect }) => ({
        scenario_id: scenario.id,
        scenario: scenario.name,
        version_id: effect.indicator_version_id,
        indicator: names.get(effect.indicator_version_id) ?? null,
        effect: effect.effect,
        words: effect.words,
      }))
      .sort((a, b) => (a.scenario_id + a.version_id < b.scenario_id + b.version_id ? -1 : 1));
  },
);

/** What was said against a scenario, and the answer: never by whom or when. */
export const scenarioObjections = publicTable(
  'scenario-objections',
  'plan',
  { scenario_id: 'id', scenario: 'name', objection: 'text', answer: 'text' },
  async (here) =>
    (await listScenariosHere(here)).flatMap(({ scenario }) =>
      scenario.objections
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ objection, answer }) => ({
          scenario_id: scenario.id,
          scenario: scenario.name,
          objection,
          answer: answer || null,
        })),
    ),
);

async function listScenariosHere({ db, territory, cycle }: Here) {
  const listed = await listObjectives(db, territory.id, cycle.id);
  const found = await Promise.all(
    listed.map(async (objective) =>
      (await listScenarios(db, territory.id, objective.id)).map((scenario) => ({ objective, scenario })),
    ),
  );
  return found.flat();
}
