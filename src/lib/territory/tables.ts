import type { Flag, Generated } from '#lib/platform/tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    territory: TerritoryTable;
    neighbourhood: NeighbourhoodTable;
    cycle: CycleTable;
    cycle_rehearsal: CycleRehearsalTable;
    step_period: StepPeriodTable;
    question: QuestionTable;
    question_text: QuestionTextTable;
    group: GroupTable;
    body: BodyTable;
    body_member: BodyMemberTable;
    decision: DecisionTable;
    decision_confirmation: DecisionConfirmationTable;
    gathering: GatheringTable;
  }
}

export const STEPS = ['definitions', 'indicators', 'evaluation', 'plan'] as const;
export type Step = (typeof STEPS)[number];

export const POLARITIES = ['well-being', 'ill-being', 'responsibility', 'other'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const GROUP_KINDS = ['homogeneous', 'rainbow', 'open'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const BODY_KINDS = ['coordination', 'rainbow', 'committee'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** In their order; going back is possible. */
export const PHASES = ['planned', 'opening', 'writing', 'sharing', 'approving', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** Languages in which people may write. */
export const WRITING_LANGUAGES = ['fr', 'en', 'de', 'tr', 'ar'] as const;
export type WritingLanguage = (typeof WRITING_LANGUAGES)[number];

interface Territorial {
  territory_id: string;
  id: string;
}

interface TerritoryTable {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  language: string;
  time_zone: string;
  currency: string;
  least_shown: number;
  author_days: number;
  unapproved_days: number;
  contact: string;
  demonstration: Flag;
  created_at: number;
}

interface NeighbourhoodTable extends Territorial {
  name: string;
  position: number;
  retired_at: number | null;
}

interface CycleTable extends Territorial {
  slug: string;
  name: string;
  /** What the territory commits to in this cycle, in its own words. */
  purpose: string;
  /** k as it was when the territory first changed it after people were asked here; see `leastShownIn`. */
  least_shown: number | null;
  previous_cycle_id: string | null;
  created_at: number;
  closed_at: number | null;
  closed_by: string | null;
}

/** Makes a cycle one that somebody exercises in, hidden from everyone. */
interface CycleRehearsalTable {
  territory_id: string;
  cycle_id: string;
  begun_by: string;
  begun_at: number;
  /** When the invented people wrote. */
  written_at: number | null;
  /** Empty where its time had come. */
  ended_by: string | null;
  ended_at: number | null;
}

interface StepPeriodTable {
  territory_id: string;
  cycle_id: string;
  step: Step;
  opens_on: string;
  closes_on: string | null;
}

interface QuestionTable extends Territorial {
  cycle_id: string;
  position: number;
  polarity: Polarity;
  retired_at: number | null;
}

interface QuestionTextTable {
  territory_id: string;
  question_id: string;
  language: string;
  form: 'plain' | 'easy';
  text: string;
}

interface GroupTable extends Territorial {
  cycle_id: string;
  kind: GroupKind;
  name: string;
  stands_for: string;
  target_size: number;
  neighbourhood_id: string | null;
  previous_group_id: string | null;
  position: number;
  retired_at: number | null;
}

interface BodyTable extends Territorial {
  kind: BodyKind;
  name: string;
  mandate: string;
  ended_at: number | null;
  created_at: number;
}

interface BodyMemberTable extends Territorial {
  body_id: string;
  account_id: string | null;
  name: string;
  capacity: string;
  since: string;
  until: string | null;
  /** Null where the program itself did it, or nobody knows any more. */
  seated_by: string | null;
  seated_at: number | null;
  /** The member who accepted the seat; null where nobody had to, or has yet. */
  accepted_by: string | null;
  /** From when on the seat confirms decisions. */
  accepted_at: number | null;
}

interface DecisionTable extends Territorial {
  body_id: string;
  decided_on: string;
  title: string;
  text: string;
  purpose: string;
  subject_id: string | null;
  in_favour: number | null;
  against: number | null;
  abstained: number | null;
  dissent: string;
  recorded_by: string | null;
  recorded_at: number;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
}

interface DecisionConfirmationTable {
  territory_id: string;
  decision_id: string;
  confirmed_by: string;
  confirmed_at: number;
}

interface GatheringTable extends Territorial {
  group_id: string;
  place: string;
  day: string;
  time: string | null;
  code: string;
  phase: Phase;
  question_id: string | null;
  /** Participants who came in with a device, counted. */
  people: Generated<number>;
  created_at: number;
  closed_at: number | null;
}

/** Ways by which people were asked to come. */
export const CHANNELS = ['mouth', 'door', 'letter', 'poster', 'association', 'school', 'online', 'lot'] as const;
export type Channel = (typeof CHANNELS)[number];
