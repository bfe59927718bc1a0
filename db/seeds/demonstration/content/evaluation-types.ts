import type {
  AgeBand,
  BodyKey,
  ComponentCode,
  CycleKey,
  Day,
  GroupKey,
  NeighbourhoodKey,
  NoteLanguage,
  Sense,
  Sex,
} from './types.ts';

export interface PathWords {
  readonly name: string;
  readonly question: string;
  readonly levels: readonly [string, string, string, string, string | null];
}

export interface Indicator {
  readonly key: string;
  readonly component: ComponentCode;
  readonly cycle: CycleKey;
  readonly status: 'adopted' | 'discussed';
  readonly direction: 'higher-is-better';
  readonly fr: PathWords;
  readonly en: PathWords;
  readonly easy?: PathWords;
  /** One summary of the criteria by sense; null: nobody has said it yet. */
  readonly propositions: Readonly<Record<Sense, string | null>>;
  readonly adoptedBy?: string;
  readonly discussion: readonly DiscussionComment[];
}

export interface DiscussionComment {
  readonly day: Day;
  readonly from: string;
  readonly text: string;
}

/** Relative weights of levels 1 to 5, then “don't know”, then “not concerned”. */
export type Weights = readonly [number, number, number, number, number, number, number];
export type RoundKey = 'round-1' | 'round-2';
export type DeclaredGroup = GroupKey | 'none';

export interface Round {
  readonly key: RoundKey;
  readonly cycle: CycleKey;
  readonly name: string;
  readonly opened: Day;
  readonly closed: Day;
  readonly openedBy: string;
  readonly closedBy: string;
  readonly officialReading: 'each-person' | 'each-group';
  readonly introduction: string;
  readonly respondents: Readonly<Record<DeclaredGroup, Respondents>>;
  /** Blocks of up to seven indicators: share of people who go on to the 1st, 2nd, 3rd block they are shown. */
  readonly goingOn: readonly number[];
  readonly fewAnswers: readonly FewAnswers[];
}

/** A round of a few indicators that takes answers still; whoever answers says only in which neighbourhood they live. */
export interface QuickRound {
  readonly key: string;
  readonly cycle: CycleKey;
  readonly name: string;
  readonly opened: Day;
  readonly closes: Day;
  readonly openedBy: string;
  readonly officialReading: 'each-person' | 'each-group';
  readonly neighbourhood: NeighbourhoodKey;
  readonly indicators: readonly string[];
  /** The round whose weights these answers follow. */
  readonly tendency: RoundKey;
  readonly respondents: number;
}

/** Head counts; neighbourhood, age, sex and channel each add up to `total`. */
export interface Respondents {
  readonly total: number;
  readonly neighbourhood: Readonly<Record<NeighbourhoodKey, number>>;
  readonly ageBand: Readonly<Record<AgeBand, number>>;
  readonly sex: Readonly<Record<Sex, number>>;
  readonly channel: Readonly<Record<'phone' | 'kiosk' | 'paper', number>>;
}

/** Exactly so many placed themselves on a level; everyone else of the group said “not concerned”. */
export interface FewAnswers {
  readonly indicator: string;
  readonly group: GroupKey;
  readonly answers: number;
}

export interface GroupEvaluation {
  readonly round: RoundKey;
  readonly group: GroupKey;
  readonly indicator: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly reasons: string;
  readonly dissent?: string;
}

export interface MeasuredSeries {
  readonly key: string;
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly source: string;
  /** `up`: a greater value is a better one. */
  readonly direction: 'up' | 'down';
  readonly decimals: 0 | 1;
  readonly values: readonly { readonly yearsAgo: number; readonly value: number }[];
  /** The four passages 1→2, 2→3, 3→4, 4→5, in the series' unit. */
  readonly thresholds: readonly [number, number, number, number];
  readonly thresholdsWhy: string;
}

export interface ProcessStatement {
  readonly key: string;
  readonly text: { readonly fr: string; readonly en: string; readonly de: string };
}

export interface ProcessAnswer {
  readonly cycle: CycleKey;
  readonly day: Day;
  readonly from: GroupKey | BodyKey;
  /** 1 (not at all) to 5 (entirely) by statement; one left out was left blank. */
  readonly levels: Readonly<Record<string, 1 | 2 | 3 | 4 | 5>>;
  readonly words?: string;
  readonly language: NoteLanguage;
}
