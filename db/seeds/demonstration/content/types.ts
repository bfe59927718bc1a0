import type { ComponentCode } from '../../starter-grid/types.ts';

/** Whole days from the reference date the seeder chooses: negative before it, positive after it. */
export type Day = number;
/** Local clock time in the territory's zone, `HH:MM`. */
export type Hour = `${string}:${string}`;
export type CycleKey = '2025' | '2026';
export type NeighbourhoodKey = 'tanneurs' | 'filature';
export type GroupKey = 'young-people' | 'parents' | 'pensioners' | 'job-seekers' | 'shopkeepers' | 'public-agents';
export type BodyKey = 'coordination' | 'rainbow';
export type QuestionKey = 'well-being' | 'ill-being' | 'responsibility';
export type NoteLanguage = 'fr' | 'de' | 'en' | 'tr' | 'ar';
export type Sense = 'P' | 'O' | 'Q' | 'S';
export type Polarity = 'well-being' | 'ill-being' | 'responsibility';
export type Via = 'phone' | 'facilitator' | 'relay' | 'import' | 'paper';
export type AgeBand = '16-25' | '26-39' | '40-59' | '60-74' | '75+';
export type Sex = 'woman' | 'man' | 'unstated';
export type { ComponentCode };

export interface Territory {
  readonly name: string;
  readonly slug: string;
  readonly tagline: { readonly fr: string; readonly en: string; readonly de: string };
  readonly introduction: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly inhabitants: number;
  readonly neighbourhoods: readonly Neighbourhood[];
}

export interface Neighbourhood {
  readonly key: NeighbourhoodKey;
  readonly name: string;
  readonly description: string;
  readonly inhabitants: number;
}

export interface Cycle {
  readonly key: CycleKey;
  readonly name: string;
  /** Years before the reference date's year, should the name have to follow it. */
  readonly yearsBefore: number;
  readonly madeFrom?: CycleKey;
  readonly opened: Day;
  readonly closed?: Day;
  readonly purpose: string;
  readonly steps: readonly CycleStep[];
}

export interface CycleStep {
  readonly step: 'definitions' | 'indicators' | 'evaluation' | 'plan';
  readonly from: Day;
  readonly until?: Day;
}

export interface Question {
  readonly key: QuestionKey;
  readonly order: number;
  readonly polarity: Polarity;
  readonly text: Readonly<Record<NoteLanguage, string>>;
  readonly easy: Readonly<Partial<Record<NoteLanguage, string>>>;
}

/** Share of the people aged 16 and over, in per cent; each dimension adds up to 100. */
export interface CensusShares {
  readonly source: string;
  readonly neighbourhood: Readonly<Record<NeighbourhoodKey, number>>;
  readonly ageBand: Readonly<Record<AgeBand, number>>;
  readonly sex: Readonly<Record<'woman' | 'man', number>>;
}

export interface Group {
  readonly key: GroupKey;
  readonly name: string;
  readonly standsFor: string;
  readonly neighbourhood?: NeighbourhoodKey;
  /** People in the room, facilitators not counted. */
  readonly people: number;
  readonly facilitator: AccountKey;
  readonly invitation: string;
  readonly representative: string;
}

export interface Gathering {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly group: GroupKey | BodyKey;
  readonly purpose: 'first' | 'validation' | 'synthesis' | 'indicators' | 'evaluation' | 'plan';
  readonly day: Day;
  readonly hour: Hour;
  readonly place: string;
  readonly status: 'held' | 'planned' | 'cancelled';
  readonly present?: number;
  readonly account: string;
}

export interface Body {
  readonly key: BodyKey;
  readonly name: string;
  readonly mandate: string;
  readonly created: Day;
  readonly members: readonly Member[];
}

export interface Member {
  readonly key: string;
  readonly name: string;
  readonly standsFor: string;
  readonly college: 'residents' | 'associations' | 'town-staff' | 'elected' | 'business' | 'public-body' | 'group';
  readonly group?: GroupKey;
  readonly account?: AccountKey;
  readonly from: Day;
  readonly until?: Day;
}

/** What a decision allows; `general` ones are only told. */
export type DecisionPurpose =
  | 'general'
  | 'publish-words'
  | 'adopt-indicator'
  | 'open-round'
  | 'close-round'
  | 'agree-objective'
  | 'open-vote'
  | 'close-vote'
  | 'sign-pact'
  | 'close-cycle';

export interface Decision {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly body: BodyKey;
  readonly day: Day;
  readonly purpose: DecisionPurpose;
  readonly title: string;
  readonly text: string;
  /** Key of a member; the second is another person. */
  readonly proposedBy: string;
  readonly secondedBy: string;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly dissent?: string;
}

export interface Note {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly group: GroupKey;
  readonly question: QuestionKey;
  readonly language: NoteLanguage;
  /** Word for word as it was written or said: never corrected. */
  readonly text: string;
  readonly via: Via;
  readonly component?: ComponentCode;
  readonly sense?: Sense;
  readonly polarity?: Polarity;
  /** A second person's own coding where it differs; the note's own is the one settled on. */
  readonly otherReading?: Reading;
  readonly approved: boolean;
  readonly discussed?: boolean;
  readonly minority?: boolean;
  readonly keptToGroup?: boolean;
  readonly withdrawn?: boolean;
  readonly splitInto?: readonly Excerpt[];
}

export interface Reading {
  readonly component: ComponentCode;
  readonly sense: Sense;
}

/** A part of a note quoted word for word; a criterion of its own. */
export interface Excerpt extends Reading {
  readonly text: string;
  readonly polarity: Polarity;
}

export interface Grouping {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly by: GroupKey | 'rainbow';
  readonly wording: string;
  readonly component: ComponentCode;
  readonly sense: Sense;
  readonly polarity: Polarity;
  /** Note keys; `key#2` is the note's second excerpt. */
  readonly criteria: readonly string[];
}

export interface Synthesis {
  readonly cycle: CycleKey;
  readonly by: GroupKey | 'rainbow';
  readonly text: string;
  /** What the group asked to keep apart, or did not agree on. */
  readonly keptApart?: string;
  readonly validation?: {
    readonly day: Day;
    readonly present: number;
    readonly agreed: number;
    readonly words: string;
  };
}

export type AccountKey =
  | 'owner'
  | 'coordinator'
  | 'facilitator-tanneurs'
  | 'facilitator-filature'
  | 'relay'
  | 'member-resident'
  | 'member-association'
  | 'resident';

export interface Account {
  readonly key: AccountKey;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'coordinator' | 'facilitator' | 'relay' | 'member' | 'resident';
  readonly language: 'fr' | 'en' | 'de';
  readonly presentation: string;
}
