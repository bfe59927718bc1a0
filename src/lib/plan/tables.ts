import type { Flag } from '#lib/platform/tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    objective: ObjectiveTable;
    scenario: ScenarioTable;
    scenario_effect: ScenarioEffectTable;
    scenario_objection: ScenarioObjectionTable;
    actor: ActorTable;
    proposal: ProposalTable;
    proposal_objective: ProposalObjectiveTable;
    proposal_review: ProposalReviewTable;
    action: ActionTable;
    action_objective: ActionObjectiveTable;
    action_evaluation: ActionEvaluationTable;
    commitment: CommitmentTable;
    commitment_status: CommitmentStatusTable;
    pact: PactTable;
    pact_signature: PactSignatureTable;
    vote: VoteTable;
    vote_key: VoteKeyTable;
    vote_proposal: VoteProposalTable;
    roll_entry: RollEntryTable;
    ballot: BallotTable;
    receipt: ReceiptTable;
    ballot_count: BallotCountTable;
    tally: TallyTable;
  }
}

export const ACTOR_KINDS = [
  'resident-group',
  'association',
  'business',
  'school',
  'public-body',
  'place',
  'person',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const PROPOSAL_KINDS = ['action', 'improvement', 'experiment'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const REVIEW_OUTCOMES = ['accepted', 'to-rework', 'declined'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export const ACTION_STATUSES = ['planned', 'under-way', 'done', 'stopped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const GIFTS = ['time', 'money', 'place', 'skill'] as const;
export type Gift = (typeof GIFTS)[number];

export const COMMITMENT_STATUSES = [
  'proposed',
  'confirmed',
  'kept',
  'partly-kept',
  'not-kept',
  'renegotiated',
] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** Who may vote. `open`: one for each device, a straw poll; `account`: verified e-mail; `roll`: one-time codes. */
export const ADMISSIONS = ['open', 'account', 'roll'] as const;
export type Admission = (typeof ADMISSIONS)[number];

export const ADD1_STOPS = ['only-at-overspend', 'also-at-first-exhaustive'] as const;
export type Add1Stops = (typeof ADD1_STOPS)[number];

interface Territorial {
  territory_id: string;
  id: string;
}

interface ObjectiveTable extends Territorial {
  cycle_id: string;
  indicator_version_id: string;
  /** The round whose result gave rise to it. */
  round_id: string | null;
  from_level: number;
  to_level: number;
  for_whom: string;
  by_day: string;
  proposed_by: string | null;
  proposed_at: number;
  agreed_at: number | null;
  agree_decision_id: string | null;
  withdrawn_at: number | null;
}

interface ScenarioTable extends Territorial {
  objective_id: string;
  name: string;
  description: string;
  on_worst_off: string;
  on_future: string;
  cost_cents: number;
  written_by: string | null;
  written_at: number;
  withdrawn_at: number | null;
}

interface ScenarioEffectTable {
  territory_id: string;
  scenario_id: string;
  indicator_version_id: string;
  /** −2 much worse … 2 much better. */
  effect: number;
  words: string;
}

interface ScenarioObjectionTable extends Territorial {
  scenario_id: string;
  objection: string;
  answer: string;
  raised_by: string | null;
  raised_at: number;
  answered_by: string | null;
  answered_at: number | null;
}

interface ActorTable extends Territorial {
  kind: ActorKind;
  name: string;
  description: string;
  created_at: number;
  retired_at: number | null;
}

interface ProposalTable extends Territorial {
  cycle_id: string;
  title: string;
  description: string;
  place: string;
  kind: ProposalKind;
  cost_cents: number;
  cost_reasons: string;
  /** Null: an orphan, an idea without a holder. */
  holder_actor_id: string | null;
  neighbourhood_id: string | null;
  sender: string;
  sent_id: string;
  /** As the author wants to be named; may be empty. */
  written_by: string;
  proposed_at: number;
  withdrawn_at: number | null;
}

interface ProposalObjectiveTable {
  territory_id: string;
  proposal_id: string;
  objective_id: string;
}

interface ProposalReviewTable extends Territorial {
  proposal_id: string;
  outcome: ReviewOutcome;
  reasons: string;
  /** Who sat in the mixed panel. */
  panel: string;
  reviewed_by: string | null;
  reviewed_at: number;
}

interface ActionTable extends Territorial {
  cycle_id: string;
  proposal_id: string | null;
  title: string;
  cost_voted_cents: number;
  cost_spent_cents: number;
  status: ActionStatus;
  created_at: number;
}

interface ActionObjectiveTable {
  territory_id: string;
  action_id: string;
  objective_id: string;
}

interface ActionEvaluationTable extends Territorial {
  action_id: string;
  indicator_version_id: string;
  level_before: number | null;
  level_expected: number | null;
  level_observed: number | null;
  reach: string;
  worst_off: string;
  evidence: string;
  judged_by: string;
  recorded_by: string | null;
  recorded_at: number;
}

interface CommitmentTable extends Territorial {
  actor_id: string;
  objective_id: string;
  action_id: string | null;
  gives: Gift;
  words: string;
  from_day: string;
  until_day: string;
  created_at: number;
}

interface CommitmentStatusTable extends Territorial {
  commitment_id: string;
  number: number;
  status: CommitmentStatus;
  reason: string;
  marked_by: string | null;
  marked_at: number;
}

interface PactTable extends Territorial {
  cycle_id: string;
  text: string;
  review_on: string;
  created_at: number;
  signed_at: number | null;
  sign_decision_id: string | null;
}

interface PactSignatureTable {
  territory_id: string;
  pact_id: string;
  actor_id: string;
  signed_on: string;
}

interface VoteTable extends Territorial {
  cycle_id: string;
  name: string;
  question: string;
  budget_cents: number;
  least_choices: number;
  most_choices: number;
  add1_stops: Add1Stops;
  admission: Admission;
  closes_on: string;
  who_decides: string;
  is_binding: Flag;
  council_on: string;
  created_at: number;
  opened_at: number | null;
  open_decision_id: string | null;
  /** SHA-256 of the rules as they were published before opening. */
  rules_hash: string | null;
  /** JSON: proposal ids in the order drawn before opening; breaks ties. */
  lot: string | null;
  /** The public key with which receipts are signed, PEM. */
  signing_key: string | null;
  closed_at: number | null;
  close_decision_id: string | null;
  /** The public reason where the council departed from the result. */
  departure: string | null;
}

interface VoteKeyTable {
  territory_id: string;
  vote_id: string;
  private_key: string;
}

interface VoteProposalTable {
  territory_id: string;
  vote_id: string;
  proposal_id: string;
  cost_cents: number;
  title: string;
}

interface RollEntryTable {
  territory_id: string;
  vote_id: string;
  voter_hash: string;
  state: 'ready' | 'used' | 'void' | 'test';
  batch: string | null;
}

interface BallotTable {
  territory_id: string;
  vote_id: string;
  ballot_id: string;
  /** JSON: the chosen proposals' ids, sorted. */
  choices: string;
}

interface ReceiptTable {
  territory_id: string;
  vote_id: string;
  receipt_hash: string;
  signature: string;
}

interface BallotCountTable {
  territory_id: string;
  vote_id: string;
  ballots: number;
}

interface TallyTable {
  territory_id: string;
  vote_id: string;
  counted_at: number;
  ballots: number;
  /** JSON: what anyone recounts from: rules, proposals, shuffled ballots. */
  published: string;
  /** JSON: winners, reasons and trace by rule. */
  result: string;
  /** JSON: SHA-256 by published part. */
  hashes: string;
}
