import { listActions, listReports } from '#lib/plan/action-list.server.ts';
import { listEveryActor } from '#lib/plan/actor.server.ts';
import { listJudgements } from '#lib/plan/judgement.server.ts';
import { ACTION_STATUSES, ACTOR_KINDS } from '#lib/plan/tables.ts';
import { dayIn, idsOf } from '../here.ts';
import { listNeighbourhoodNames } from '../names.server.ts';
import { publicTable, type Here } from '../table.ts';
import { listVersionNames } from './version-names.server.ts';

/** Whoever takes a share, those who take none any more too: what they promised is still told. */
export const actors = publicTable(
  'actors',
  'plan',
  {
    actor_id: 'id',
    actor: 'name',
    actor_kind: ACTOR_KINDS,
    description: 'text',
    neighbourhood: 'name',
    takes_part: 'yes-no',
  },
  async (here) => {
    const neighbourhoods = await listNeighbourhoodNames(here);
    return (await listEveryActor(here.db, here.territory.id)).map((actor) => ({
      actor_id: actor.id,
      actor: actor.name,
      actor_kind: actor.kind,
      description: actor.description || null,
      neighbourhood: neighbourhoods.get(actor.neighbourhood_id ?? '') ?? null,
      takes_part: actor.retired_at === null,
    }));
  },
);

export const actions = publicTable(
  'actions',
  'plan',
  {
    action_id: 'id',
    action: 'text',
    proposal_id: 'id',
    objective_ids: 'ids',
    holder_id: 'id',
    holder: 'name',
    action_status: ACTION_STATUSES,
    cost_cents: 'cents',
    spent_cents: 'cents',
  },
  async (here) =>
    (await listHere(here)).map((action) => ({
      action_id: action.id,
      action: action.title,
      proposal_id: action.proposal_id,
      objective_ids: idsOf(action.objectiveIds),
      holder_id: action.holder_actor_id,
      holder: action.holderName,
      action_status: action.status,
      cost_cents: action.cost_voted_cents,
      spent_cents: action.spentCents,
    })),
);

/** Everything that was reported of each action, oldest first. */
export const actionReports = publicTable(
  'action-reports',
  'plan',
  {
    action_id: 'id',
    action: 'name',
    number: 'number',
    action_status: ACTION_STATUSES,
    spent_cents: 'cents',
    text: 'text',
    told_on: 'day',
  },
  async (here) =>
    forEachAction(here, async (action) =>
      (await listReports(here.db, here.territory.id, action.id)).toReversed().map((report) => ({
        action_id: action.id,
        action: action.title,
        number: report.number,
        action_status: report.status,
        spent_cents: report.spent_cents,
        text: report.words,
        told_on: dayIn(here, report.reported_at),
      })),
    ),
);

/** What an action was found to have changed, by indicator. */
export const actionEvaluations = publicTable(
  'action-evaluations',
  'plan',
  {
    action_id: 'id',
    action: 'name',
    version_id: 'id',
    indicator: 'name',
    situation_before: 'number',
    situation_expected: 'number',
    situation_observed: 'number',
    reach: 'text',
    on_worst_off: 'text',
    fewer_resources: 'text',
    multiplied: 'text',
    co_responsibility: 'text',
    evidence: 'text',
    judged_by: 'text',
    told_on: 'day',
  },
  async (here) => {
    const judged = await forEachAction(here, async (action) =>
      (await listJudgements(here.db, here.territory.id, action.id)).map((one) => ({ action, one })),
    );
    const names = await listVersionNames(
      here,
      judged.map(({ one }) => one.indicator_version_id),
    );
    return judged.map(({ action, one }) => ({
      action_id: action.id,
      action: action.title,
      version_id: one.indicator_version_id,
      indicator: names.get(one.indicator_version_id) ?? null,
      situation_before: one.level_before,
      situation_expected: one.level_expected,
      situation_observed: one.level_observed,
      reach: one.reach,
      on_worst_off: one.worst_off,
      fewer_resources: one.fewer_resources || null,
      multiplied: one.multiplied || null,
      co_responsibility: one.co_responsibility || null,
      evidence: one.evidence,
      judged_by: one.judged_by,
      told_on: dayIn(here, one.recorded_at),
    }));
  },
);

type Action = Awaited<ReturnType<typeof listHere>>[number];

async function forEachAction<T>(here: Here, rowsOf: (action: Action) => Promise<T[]>): Promise<T[]> {
  return (await Promise.all((await listHere(here)).map(rowsOf))).flat();
}

function listHere({ db, territory, cycle }: Here) {
  return listActions(db, territory.id, cycle.id);
}
