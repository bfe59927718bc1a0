import { index, territorial, within, type AnyDb } from '../column.ts';

const STATUSES = "status in ('proposed', 'confirmed', 'kept', 'partly-kept', 'not-kept', 'renegotiated')";

/** Objectives, scenarios, proposals, actors, actions, commitments and their history, pacts. */
export async function up(db: AnyDb): Promise<void> {
  const objective = territorial(db, 'objective')
    .has('cycle_id', 'id')
    .has('indicator_version_id', 'id')
    .mayHave('round_id', 'id')
    .has('from_level', 'count')
    .has('to_level', 'count')
    .has('for_whom', 'text')
    .has('by_day', 'day')
    .mayHave('proposed_by', 'id')
    .has('proposed_at', 'time')
    .mayHave('agreed_at', 'time')
    .mayHave('agree_decision_id', 'id')
    .mayHave('withdrawn_at', 'time')
    .check('levels', 'from_level between 1 and 4 and to_level between 2 and 5 and from_level < to_level');
  await within(
    within(within(objective, 'cycle_id', 'cycle'), 'indicator_version_id', 'indicator_version'),
    'round_id',
    'round',
  ).create();

  await within(territorial(db, 'scenario'), 'objective_id', 'objective')
    .has('objective_id', 'id')
    .has('name', 'text')
    .has('description', 'text')
    .has('on_worst_off', 'text')
    .has('on_future', 'text')
    .has('cost_cents', 'cents')
    .mayHave('written_by', 'id')
    .has('written_at', 'time')
    .mayHave('withdrawn_at', 'time')
    .check('cost', 'cost_cents >= 0')
    .create();
  await within(
    within(territorial(db, 'scenario_effect', ['scenario_id', 'indicator_version_id']), 'scenario_id', 'scenario'),
    'indicator_version_id',
    'indicator_version',
  )
    .has('effect', 'count')
    .has('words', 'text')
    .check('effect', 'effect between -2 and 2')
    .create();
  await within(territorial(db, 'scenario_objection'), 'scenario_id', 'scenario')
    .has('scenario_id', 'id')
    .has('objection', 'text')
    .has('answer', 'text')
    .mayHave('raised_by', 'id')
    .has('raised_at', 'time')
    .mayHave('answered_by', 'id')
    .mayHave('answered_at', 'time')
    .create();

  await territorial(db, 'actor')
    .has('kind', 'text')
    .has('name', 'text')
    .has('description', 'text')
    .has('created_at', 'time')
    .mayHave('retired_at', 'time')
    .check('kind', "kind in ('resident-group', 'association', 'business', 'school', 'public-body', 'place', 'person')")
    .create();

  const proposal = territorial(db, 'proposal')
    .has('cycle_id', 'id')
    .has('title', 'text')
    .has('description', 'text')
    .has('place', 'text')
    .has('kind', 'text')
    .has('cost_cents', 'cents')
    .has('cost_reasons', 'text')
    .mayHave('holder_actor_id', 'id')
    .mayHave('neighbourhood_id', 'id')
    .has('sender', 'id')
    .has('sent_id', 'id')
    .has('written_by', 'text')
    .has('proposed_at', 'time')
    .mayHave('withdrawn_at', 'time')
    .unique('territory_id', 'sender', 'sent_id')
    .check('kind', "kind in ('action', 'improvement', 'experiment')")
    .check('cost', 'cost_cents >= 0');
  await within(
    within(within(proposal, 'cycle_id', 'cycle'), 'holder_actor_id', 'actor'),
    'neighbourhood_id',
    'neighbourhood',
  ).create();
  await index(db, 'proposal', 'territory_id', 'cycle_id');
  await within(
    within(territorial(db, 'proposal_objective', ['proposal_id', 'objective_id']), 'proposal_id', 'proposal'),
    'objective_id',
    'objective',
  ).create();
  await within(territorial(db, 'proposal_review'), 'proposal_id', 'proposal')
    .has('proposal_id', 'id')
    .has('outcome', 'text')
    .has('reasons', 'text')
    .has('panel', 'text')
    .mayHave('reviewed_by', 'id')
    .has('reviewed_at', 'time')
    .check('outcome', "outcome in ('accepted', 'to-rework', 'declined')")
    .create();

  const action = territorial(db, 'action')
    .has('cycle_id', 'id')
    .mayHave('proposal_id', 'id')
    .has('title', 'text')
    .has('cost_voted_cents', 'cents')
    .has('cost_spent_cents', 'cents')
    .has('status', 'text')
    .has('created_at', 'time')
    .check('status', "status in ('planned', 'under-way', 'done', 'stopped')")
    .unique('territory_id', 'proposal_id');
  await within(within(action, 'cycle_id', 'cycle'), 'proposal_id', 'proposal').create();
  await within(
    within(territorial(db, 'action_objective', ['action_id', 'objective_id']), 'action_id', 'action'),
    'objective_id',
    'objective',
  ).create();
  const effect = territorial(db, 'action_evaluation')
    .has('action_id', 'id')
    .has('indicator_version_id', 'id')
    .mayHave('level_before', 'count')
    .mayHave('level_expected', 'count')
    .mayHave('level_observed', 'count')
    .has('reach', 'text')
    .has('worst_off', 'text')
    .has('evidence', 'text')
    .has('judged_by', 'text')
    .mayHave('recorded_by', 'id')
    .has('recorded_at', 'time');
  await within(within(effect, 'action_id', 'action'), 'indicator_version_id', 'indicator_version').create();

  const commitment = territorial(db, 'commitment')
    .has('actor_id', 'id')
    .has('objective_id', 'id')
    .mayHave('action_id', 'id')
    .has('gives', 'text')
    .has('words', 'text')
    .has('from_day', 'day')
    .has('until_day', 'day')
    .has('created_at', 'time')
    .check('gives', "gives in ('time', 'money', 'place', 'skill')")
    .check('days', 'from_day <= until_day');
  await within(
    within(within(commitment, 'actor_id', 'actor'), 'objective_id', 'objective'),
    'action_id',
    'action',
  ).create();
  // The history is the status: the newest row is how it stands, and every row keeps its reason.
  await within(territorial(db, 'commitment_status'), 'commitment_id', 'commitment')
    .has('commitment_id', 'id')
    .has('number', 'count')
    .has('status', 'text')
    .has('reason', 'text')
    .mayHave('marked_by', 'id')
    .has('marked_at', 'time')
    .check('status', STATUSES)
    .unique('territory_id', 'commitment_id', 'number')
    .create();

  await within(territorial(db, 'pact'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('text', 'text')
    .has('review_on', 'day')
    .has('created_at', 'time')
    .mayHave('signed_at', 'time')
    .mayHave('sign_decision_id', 'id')
    .unique('territory_id', 'cycle_id')
    .create();
  await within(
    within(territorial(db, 'pact_signature', ['pact_id', 'actor_id']), 'pact_id', 'pact'),
    'actor_id',
    'actor',
  )
    .has('signed_on', 'day')
    .create();
}
