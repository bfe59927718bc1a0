import type { Flag } from '#lib/platform/tables.ts';
import type { ActionStatus, ActorKind, CommitmentStatus, Gift, ProposalKind, ReviewOutcome } from './tables.ts';

interface Territorial {
  territory_id: string;
  id: string;
}

export interface ObjectiveTable extends Territorial {
  cycle_id: string;
  indicator_version_id: string;
  /** The round whose result gave rise to it. */
  round_id: string | null;
  title: string;
  /** Why the coordination group took it up; may be empty. */
  why: string;
  from_level: number;
  to_level: number;
  for_whom: string;
  by_day: string;
  proposed_by: string | null;
  proposed_at: number;
  agreed_at: number | null;
  agree_decision_id: string | null;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
}

/** Something that people do or can do, put beside an objective. */
export interface ObjectiveStrengthTable {
  territory_id: string;
  objective_id: string;
  criterion_id: string;
  attached_by: string | null;
  attached_at: number;
  removed_by: string | null;
  removed_at: number | null;
}

export interface ScenarioTable extends Territorial {
  objective_id: string;
  name: string;
  description: string;
  on_worst_off: string;
  on_future: string;
  cost_cents: number;
  written_by: string | null;
  written_at: number;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
}

export interface ScenarioEffectTable {
  territory_id: string;
  scenario_id: string;
  indicator_version_id: string;
  /** −2 much worse … 2 much better. */
  effect: number;
  words: string;
}

export interface ScenarioObjectionTable extends Territorial {
  scenario_id: string;
  objection: string;
  answer: string;
  raised_by: string | null;
  raised_at: number;
  answered_by: string | null;
  answered_at: number | null;
}

/** The highest number holds. */
export interface ScenarioChoiceTable extends Territorial {
  scenario_id: string;
  number: number;
  chosen: Flag;
  reason: string;
  chosen_by: string | null;
  chosen_at: number;
}

export interface ActorTable extends Territorial {
  kind: ActorKind;
  name: string;
  description: string;
  neighbourhood_id: string | null;
  created_at: number;
  retired_at: number | null;
}

export interface ProposalTable extends Territorial {
  cycle_id: string;
  title: string;
  description: string;
  place: string;
  kind: ProposalKind;
  cost_cents: number;
  cost_reasons: string;
  /** Who is to carry it: they do once `proposal_holder` says so. Null: an orphan, an idea without a holder. */
  holder_actor_id: string | null;
  neighbourhood_id: string | null;
  sender: string;
  sent_id: string;
  /** As the author wants to be named; may be empty. */
  written_by: string;
  proposed_at: number;
  withdrawn_at: number | null;
}

export interface ProposalObjectiveTable {
  territory_id: string;
  proposal_id: string;
  objective_id: string;
}

/** Who carries a proposal, and who confirmed that they agreed. */
export interface ProposalHolderTable {
  territory_id: string;
  proposal_id: string;
  actor_id: string;
  confirmed_by: string | null;
  confirmed_at: number;
}

export interface ProposalReviewTable extends Territorial {
  proposal_id: string;
  outcome: ReviewOutcome;
  reasons: string;
  /** Who sat in the mixed panel. */
  panel: string;
  reviewed_by: string | null;
  reviewed_at: number;
}

export interface ActionTable extends Territorial {
  cycle_id: string;
  proposal_id: string | null;
  /** Who carries it, where the proposal had found somebody by then. */
  holder_actor_id: string | null;
  title: string;
  cost_voted_cents: number;
  created_at: number;
}

/** The highest number is how the action stands. */
export interface ActionReportTable extends Territorial {
  action_id: string;
  number: number;
  status: ActionStatus;
  /** All that has been spent up to then. */
  spent_cents: number;
  words: string;
  reported_by: string | null;
  reported_at: number;
}

export interface ActionObjectiveTable {
  territory_id: string;
  action_id: string;
  objective_id: string;
}

export interface ActionEvaluationTable extends Territorial {
  action_id: string;
  indicator_version_id: string;
  level_before: number | null;
  level_expected: number | null;
  level_observed: number | null;
  reach: string;
  worst_off: string;
  /** The same with fewer resources? Can it be multiplied? Does it build co-responsibility? May be empty. */
  fewer_resources: string;
  multiplied: string;
  co_responsibility: string;
  evidence: string;
  judged_by: string;
  recorded_by: string | null;
  recorded_at: number;
}

export interface CommitmentTable extends Territorial {
  actor_id: string;
  objective_id: string;
  action_id: string | null;
  gives: Gift;
  words: string;
  from_day: string;
  until_day: string;
  created_at: number;
}

export interface CommitmentStatusTable extends Territorial {
  commitment_id: string;
  number: number;
  status: CommitmentStatus;
  reason: string;
  marked_by: string | null;
  marked_at: number;
}

export interface PactTable extends Territorial {
  cycle_id: string;
  title: string;
  text: string;
  review_on: string;
  created_at: number;
  /** A decision to sign holds for the words as they were when it was confirmed. */
  edited_at: number;
  signed_at: number | null;
  sign_decision_id: string | null;
}

export interface PactSignatureTable {
  territory_id: string;
  pact_id: string;
  actor_id: string;
  signed_on: string;
}
