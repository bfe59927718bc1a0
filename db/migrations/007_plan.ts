import { index, territorial, within, type AnyDb } from '../column.ts';

/** Objectives, scenarios, proposals, actors, actions, commitments and their history, pacts. */
export async function up(db: AnyDb): Promise<void> {
  await createObjectives(db);
  await createScenarios(db);
  await createActors(db);
  await createProposals(db);
  await createActions(db);
  await createCommitments(db);
  await createPacts(db);
}

async function createObjectives(db: AnyDb): Promise<void> {
  const objective = territorial(db, 'objective')
    .has('cycle_id', 'id')
    .has('indicator_version_id', 'id')
    .mayHave('round_id', 'id')
    .has('title', 'text')
    .has('why', 'text')
    .has('from_level', 'count')
    .has('to_level', 'count')
    .has('for_whom', 'text')
    .has('by_day', 'day')
    .mayHave('proposed_by', 'id')
    .has('proposed_at', 'time')
    .mayHave('agreed_at', 'time')
    .mayHave('agree_decision_id', 'id')
    .mayHave('withdrawn_by', 'id')
    .mayHave('withdrawn_at', 'time')
    .check('levels', 'from_level between 1 and 4 and to_level between 2 and 5 and from_level < to_level')
    .check('agreed', '(agreed_at is null) = (agree_decision_id is null)');
  const measured = within(
    within(within(objective, 'cycle_id', 'cycle'), 'indicator_version_id', 'indicator_version'),
    'round_id',
    'round',
  );
  await within(measured, 'agree_decision_id', 'decision').create();
  await index(db, 'objective', 'territory_id', 'cycle_id');
  await index(db, 'objective', 'territory_id', 'indicator_version_id');
  // What people do or can do that touches an objective, chosen by hand: words are not sorted by objective.
  const strength = territorial(db, 'objective_strength', ['objective_id', 'criterion_id'])
    .mayHave('attached_by', 'id')
    .has('attached_at', 'time')
    .mayHave('removed_by', 'id')
    .mayHave('removed_at', 'time');
  await within(within(strength, 'objective_id', 'objective'), 'criterion_id', 'criterion').create();
}

/** Ways to an objective, what is said against them, and which were chosen. */
async function createScenarios(db: AnyDb): Promise<void> {
  await within(territorial(db, 'scenario'), 'objective_id', 'objective')
    .has('objective_id', 'id')
    .has('name', 'text')
    .has('description', 'text')
    .has('on_worst_off', 'text')
    .has('on_future', 'text')
    .has('cost_cents', 'cents')
    .mayHave('written_by', 'id')
    .has('written_at', 'time')
    .mayHave('withdrawn_by', 'id')
    .mayHave('withdrawn_at', 'time')
    .check('cost', 'cost_cents >= 0')
    .create();
  await index(db, 'scenario', 'territory_id', 'objective_id');
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
  await index(db, 'scenario_objection', 'territory_id', 'scenario_id');
  // The newest row says whether a scenario is chosen or set aside; the earlier ones keep their reasons.
  await within(territorial(db, 'scenario_choice'), 'scenario_id', 'scenario')
    .has('scenario_id', 'id')
    .has('number', 'count')
    .flag('chosen')
    .has('reason', 'text')
    .mayHave('chosen_by', 'id')
    .has('chosen_at', 'time')
    .unique('territory_id', 'scenario_id', 'number')
    .create();
}

async function createActors(db: AnyDb): Promise<void> {
  await within(territorial(db, 'actor'), 'neighbourhood_id', 'neighbourhood')
    .has('kind', 'text')
    .has('name', 'text')
    .has('description', 'text')
    .mayHave('neighbourhood_id', 'id')
    .has('created_at', 'time')
    .mayHave('retired_at', 'time')
    .check('kind', "kind in ('resident-group', 'association', 'business', 'school', 'public-body', 'place', 'person')")
    .create();
}

async function createProposals(db: AnyDb): Promise<void> {
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
  await index(db, 'proposal_objective', 'territory_id', 'objective_id');
  await within(territorial(db, 'proposal_review'), 'proposal_id', 'proposal')
    .has('proposal_id', 'id')
    .has('outcome', 'text')
    .has('reasons', 'text')
    .has('panel', 'text')
    .mayHave('reviewed_by', 'id')
    .has('reviewed_at', 'time')
    .check('outcome', "outcome in ('accepted', 'to-rework', 'declined')")
    .create();
  await index(db, 'proposal_review', 'territory_id', 'proposal_id');
}

async function createActions(db: AnyDb): Promise<void> {
  const action = territorial(db, 'action')
    .has('cycle_id', 'id')
    .mayHave('proposal_id', 'id')
    .mayHave('holder_actor_id', 'id')
    .has('title', 'text')
    .has('cost_voted_cents', 'cents')
    .has('created_at', 'time')
    .check('cost', 'cost_voted_cents >= 0')
    .unique('territory_id', 'proposal_id');
  await within(
    within(within(action, 'cycle_id', 'cycle'), 'proposal_id', 'proposal'),
    'holder_actor_id',
    'actor',
  ).create();
  await index(db, 'action', 'territory_id', 'cycle_id');
  await within(
    within(territorial(db, 'action_objective', ['action_id', 'objective_id']), 'action_id', 'action'),
    'objective_id',
    'objective',
  ).create();
  await index(db, 'action_objective', 'territory_id', 'objective_id');
  // The log is the status: the newest row is how the action stands, and every row keeps its words.
  await within(territorial(db, 'action_report'), 'action_id', 'action')
    .has('action_id', 'id')
    .has('number', 'count')
    .has('status', 'text')
    .has('spent_cents', 'cents')
    .has('words', 'text')
    .mayHave('reported_by', 'id')
    .has('reported_at', 'time')
    .check('status', "status in ('planned', 'under-way', 'done', 'stopped')")
    .check('spent', 'spent_cents >= 0')
    .unique('territory_id', 'action_id', 'number')
    .create();
  const evaluation = territorial(db, 'action_evaluation')
    .has('action_id', 'id')
    .has('indicator_version_id', 'id')
    .mayHave('level_before', 'count')
    .mayHave('level_expected', 'count')
    .mayHave('level_observed', 'count')
    .has('reach', 'text')
    .has('worst_off', 'text')
    .has('fewer_resources', 'text')
    .has('multiplied', 'text')
    .has('co_responsibility', 'text')
    .has('evidence', 'text')
    .has('judged_by', 'text')
    .mayHave('recorded_by', 'id')
    .has('recorded_at', 'time')
    .check('before', 'level_before between 1 and 5')
    .check('expected', 'level_expected between 1 and 5')
    .check('observed', 'level_observed between 1 and 5');
  await within(within(evaluation, 'action_id', 'action'), 'indicator_version_id', 'indicator_version').create();
  await index(db, 'action_evaluation', 'territory_id', 'action_id');
}

async function createCommitments(db: AnyDb): Promise<void> {
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
  await index(db, 'commitment', 'territory_id', 'objective_id');
  await index(db, 'commitment', 'territory_id', 'actor_id');
  // The history is the status: the newest row is how it stands, and every row keeps its reason.
  await within(territorial(db, 'commitment_status'), 'commitment_id', 'commitment')
    .has('commitment_id', 'id')
    .has('number', 'count')
    .has('status', 'text')
    .has('reason', 'text')
    .mayHave('marked_by', 'id')
    .has('marked_at', 'time')
    .check('status', "status in ('proposed', 'confirmed', 'kept', 'partly-kept', 'not-kept', 'renegotiated')")
    .unique('territory_id', 'commitment_id', 'number')
    .create();
}

async function createPacts(db: AnyDb): Promise<void> {
  const pact = territorial(db, 'pact')
    .has('cycle_id', 'id')
    .has('title', 'text')
    .has('text', 'text')
    .has('review_on', 'day')
    .has('created_at', 'time')
    .has('edited_at', 'time')
    .mayHave('signed_at', 'time')
    .mayHave('sign_decision_id', 'id')
    .unique('territory_id', 'cycle_id')
    .check('signed', '(signed_at is null) = (sign_decision_id is null)');
  await within(within(pact, 'cycle_id', 'cycle'), 'sign_decision_id', 'decision').create();
  await within(
    within(territorial(db, 'pact_signature', ['pact_id', 'actor_id']), 'pact_id', 'pact'),
    'actor_id',
    'actor',
  )
    .has('signed_on', 'day')
    .create();
}
