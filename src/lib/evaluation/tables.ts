import type { AgeBand } from '#lib/definitions/profile.ts';
import type { Flag } from '#lib/platform/tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    round: RoundTable;
    round_indicator: RoundIndicatorTable;
    round_lot: RoundLotTable;
    respondent: RespondentTable;
    answer: AnswerTable;
    answer_count: AnswerCountTable;
    participation_count: ParticipationCountTable;
    release: ReleaseTable;
    release_cell: ReleaseCellTable;
    release_mark: ReleaseMarkTable;
    group_evaluation: GroupEvaluationTable;
    measure_series: MeasureSeriesTable;
    measure_value: MeasureValueTable;
  }
}

/** Which of the two readings the territory declares official before opening; the other is shown beside it. */
export const READINGS = ['each-person', 'each-group'] as const;
export type OfficialReading = (typeof READINGS)[number];

/** An answer as it is kept: a situation, or one of the two others. */
export const KEPT_ANSWERS = ['1', '2', '3', '4', '5', 'dont-know', 'not-concerned'] as const;
export type KeptAnswer = (typeof KEPT_ANSWERS)[number];

/** By what people are grouped, one at a time; the most important first. */
export const DIMENSIONS = ['group', 'neighbourhood', 'age'] as const;
export type DimensionCode = (typeof DIMENSIONS)[number];

interface Territorial {
  territory_id: string;
  id: string;
}

interface RoundTable extends Territorial {
  cycle_id: string;
  name: string;
  closes_on: string;
  official_reading: OfficialReading;
  drawn_by_lot: Flag;
  created_at: number;
  /** Of its latest correction before the opening: what a body decides on from then on. */
  correction_id: string | null;
  /** k, as it was when people were asked; null before the opening, and where that was before k was kept. */
  least_shown: number | null;
  opened_at: number | null;
  open_decision_id: string | null;
  closed_at: number | null;
  close_decision_id: string | null;
}

interface RoundIndicatorTable {
  territory_id: string;
  round_id: string;
  indicator_version_id: string;
  position: number;
}

/** Read for releases alone; on no page, in no file that anybody downloads, and not in the journal. */
interface RoundLotTable {
  territory_id: string;
  round_id: string;
  secret: string;
}

interface RespondentTable extends Territorial {
  round_id: string;
  sender: string;
  group_id: string | null;
  neighbourhood_id: string | null;
  age_band: AgeBand | null;
  source: 'online' | 'paper';
  /** 0: in by closing; r: late forms that the r-th later release is the first to look at. */
  release: number;
}

interface AnswerTable {
  territory_id: string;
  respondent_id: string;
  indicator_version_id: string;
  round_id: string;
  answer: KeptAnswer;
}

interface AnswerCountTable {
  territory_id: string;
  round_id: string;
  indicator_version_id: string;
  group_id: string;
  neighbourhood_id: string;
  age_band: string;
  release: number;
  answer: KeptAnswer;
  people: number;
}

interface ParticipationCountTable {
  territory_id: string;
  round_id: string;
  people: number;
}

interface ReleaseTable {
  territory_id: string;
  round_id: string;
  number: number;
  released_at: number;
  people: number;
  /** The disclosure rules in force, as JSON. */
  rules: string;
}

interface ReleaseCellTable {
  territory_id: string;
  round_id: string;
  number: number;
  indicator_version_id: string;
  /** Empty for everybody. */
  dimension: DimensionCode | '';
  category: string;
  shown: 'levels' | 'classes' | 'no';
  reason: 'few' | 'protected' | null;
  n: number | null;
  /** JSON: five counts, or three. */
  counts: string | null;
  dont_know: number | null;
  not_concerned: number | null;
  up_to: number | null;
}

interface ReleaseMarkTable {
  territory_id: string;
  round_id: string;
  number: number;
  indicator_version_id: string;
  /** JSON: what was published so far, as `prepareRelease` returned it. */
  published: string;
}

interface GroupEvaluationTable extends Territorial {
  round_id: string;
  group_id: string;
  indicator_version_id: string;
  level: number;
  reasons: string;
  dissent: string;
  recorded_by: string | null;
  recorded_at: number;
  superseded_at: number | null;
}

interface MeasureSeriesTable extends Territorial {
  indicator_id: string;
  name: string;
  unit: string;
  source: string;
  direction: 'up' | 'down';
  /** JSON: the four passages, or null while the territory has set none. */
  thresholds: string | null;
  created_at: number;
  retired_at: number | null;
}

interface MeasureValueTable {
  territory_id: string;
  series_id: string;
  day: string;
  value: number;
}
