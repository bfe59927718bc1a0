import type {
  ActionEvaluationTable,
  ActionObjectiveTable,
  ActionReportTable,
  ActionTable,
  ActorTable,
  CommitmentStatusTable,
  CommitmentTable,
  ObjectiveStrengthTable,
  ObjectiveTable,
  PactSignatureTable,
  PactTable,
  ProposalHolderTable,
  ProposalObjectiveTable,
  ProposalReviewTable,
  ProposalTable,
  ScenarioChoiceTable,
  ScenarioEffectTable,
  ScenarioObjectionTable,
  ScenarioTable,
} from './plan-tables.ts';
import type {
  BallotCountTable,
  BallotTable,
  ReceiptTable,
  RollBatchTable,
  RollEntryTable,
  TallyTable,
  VoteCorrectionTable,
  VoteKeyTable,
  VoteProposalTable,
  VoteTable,
} from './vote-tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    objective: ObjectiveTable;
    objective_strength: ObjectiveStrengthTable;
    scenario: ScenarioTable;
    scenario_effect: ScenarioEffectTable;
    scenario_objection: ScenarioObjectionTable;
    scenario_choice: ScenarioChoiceTable;
    actor: ActorTable;
    proposal: ProposalTable;
    proposal_holder: ProposalHolderTable;
    proposal_objective: ProposalObjectiveTable;
    proposal_review: ProposalReviewTable;
    action: ActionTable;
    action_objective: ActionObjectiveTable;
    action_report: ActionReportTable;
    action_evaluation: ActionEvaluationTable;
    commitment: CommitmentTable;
    commitment_status: CommitmentStatusTable;
    pact: PactTable;
    pact_signature: PactSignatureTable;
    vote: VoteTable;
    vote_correction: VoteCorrectionTable;
    vote_key: VoteKeyTable;
    vote_proposal: VoteProposalTable;
    roll_entry: RollEntryTable;
    roll_batch: RollBatchTable;
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
