import type {
  ClassificationTable,
  ClassificationUndoingTable,
  ComponentTable,
  ComponentTextTable,
  CriterionPlaceTable,
  CycleGridTable,
  FamilyTable,
  FamilyTextTable,
  GridVersionTable,
  GridVersionTextTable,
  GroupingMemberTable,
  GroupingTable,
  GroupingWordingTable,
  Territorial,
} from './grid-tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    grid_version: GridVersionTable;
    grid_version_text: GridVersionTextTable;
    cycle_grid: CycleGridTable;
    family: FamilyTable;
    family_text: FamilyTextTable;
    component: ComponentTable;
    component_text: ComponentTextTable;
    classification: ClassificationTable;
    classification_undoing: ClassificationUndoingTable;
    criterion_place: CriterionPlaceTable;
    grouping: GroupingTable;
    grouping_wording: GroupingWordingTable;
    grouping_member: GroupingMemberTable;
    progress_path: ProgressPathTable;
    proposition: PropositionTable;
    proposition_source: PropositionSourceTable;
    indicator: IndicatorTable;
    indicator_version: IndicatorVersionTable;
    indicator_text: IndicatorTextTable;
    indicator_level: IndicatorLevelTable;
    version_proposition: VersionPropositionTable;
    cycle_indicator: CycleIndicatorTable;
    indicator_status: IndicatorStatusTable;
    indicator_comment: IndicatorCommentTable;
    comment_hiding: CommentHidingTable;
  }
}

/** Possibility, obtention, quality, sustainability: the four passages between the five situations, in their order. */
export const SENSES = ['P', 'O', 'Q', 'S'] as const;
export type Sense = (typeof SENSES)[number];

/** What a criterion speaks of, whatever question it answers. */
export const CRITERION_POLARITIES = ['well-being', 'ill-being', 'responsibility'] as const;
export type CriterionPolarity = (typeof CRITERION_POLARITIES)[number];

export const LEVEL_NUMBERS = [1, 2, 3, 4, 5] as const;
export type LevelNumber = (typeof LEVEL_NUMBERS)[number];

/** Plain words, or easy language. */
export const WORD_FORMS = ['plain', 'easy'] as const;
export type WordForm = (typeof WORD_FORMS)[number];

/** Whether more of what the indicator names is better; situation 5 is the ideal either way. */
export const DIRECTIONS = ['higher-is-better', 'lower-is-better'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const INDICATOR_STATUSES = ['draft', 'discussed', 'adopted', 'retired'] as const;
export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];

interface ProgressPathTable extends Territorial {
  cycle_id: string;
  component_id: string;
  created_by: string | null;
  created_at: number;
}

/** Never changed: the highest number of a sense and language holds; an empty text takes it back. */
interface PropositionTable extends Territorial {
  path_id: string;
  sense: Sense;
  language: string;
  number: number;
  text: string;
  written_by: string | null;
  written_at: number;
}

interface PropositionSourceTable {
  territory_id: string;
  proposition_id: string;
  criterion_id: string;
}

interface IndicatorTable extends Territorial {
  status: IndicatorStatus;
  created_by: string | null;
  created_at: number;
}

/** Once frozen, neither this row nor its words can change: triggers refuse it. */
interface IndicatorVersionTable extends Territorial {
  indicator_id: string;
  number: number;
  /** The cycle it was written in. */
  cycle_id: string;
  path_id: string;
  component_id: string;
  direction: Direction;
  created_by: string | null;
  created_at: number;
  /** Grows with each saving, so that two people don't overwrite each other. */
  revision: number;
  edited_at: number;
  discussed_at: number | null;
  frozen_by: string | null;
  frozen_at: number | null;
  decision_id: string | null;
}

interface IndicatorTextTable {
  territory_id: string;
  indicator_version_id: string;
  language: string;
  form: WordForm;
  name: string;
  question: string;
}

/** A situation that nobody has worded has no row. */
interface IndicatorLevelTable {
  territory_id: string;
  indicator_version_id: string;
  level: LevelNumber;
  language: string;
  form: WordForm;
  text: string;
}

interface VersionPropositionTable {
  territory_id: string;
  indicator_version_id: string;
  proposition_id: string;
}

interface CycleIndicatorTable {
  territory_id: string;
  cycle_id: string;
  indicator_id: string;
  /** The frozen version that holds in this cycle; null until one is adopted. */
  indicator_version_id: string | null;
  carried_from: string | null;
  added_by: string | null;
  added_at: number;
}

interface IndicatorStatusTable extends Territorial {
  indicator_id: string;
  indicator_version_id: string;
  status: IndicatorStatus;
  decision_id: string | null;
  set_by: string | null;
  set_at: number;
}

interface IndicatorCommentTable extends Territorial {
  indicator_id: string;
  indicator_version_id: string;
  account_id: string;
  language: string;
  text: string;
  posted_at: number;
}

interface CommentHidingTable extends Territorial {
  comment_id: string;
  reason: string;
  hidden_by: string;
  hidden_at: number;
  shown_by: string | null;
  shown_at: number | null;
}
