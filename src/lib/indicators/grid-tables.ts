import type { Flag } from '#lib/platform/tables.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

/** The grid, and what is sorted into it. */
export interface Territorial {
  territory_id: string;
  id: string;
}

export interface GridVersionTable extends Territorial {
  number: number;
  /** Which published grid it was copied from and that grid's version: `starter 1`; empty for one's own. */
  origin: string;
  based_on_id: string | null;
  created_by: string | null;
  created_at: number;
}

export interface GridVersionTextTable {
  territory_id: string;
  grid_version_id: string;
  language: string;
  name: string;
  notice: string;
}

export interface CycleGridTable {
  territory_id: string;
  cycle_id: string;
  grid_version_id: string;
  set_by: string | null;
  set_at: number;
}

export interface FamilyTable extends Territorial {
  grid_version_id: string;
  letter: string;
  position: number;
  sourced: Flag;
}

export interface FamilyTextTable {
  territory_id: string;
  family_id: string;
  language: string;
  name: string;
  explanation: string;
}

export interface ComponentTable extends Territorial {
  grid_version_id: string;
  family_id: string;
  /** The family's letter and two digits; `00` stands for the family in general. */
  code: string;
  position: number;
  sourced: Flag;
  created_by: string | null;
  created_at: number;
  retired_by: string | null;
  retired_at: number | null;
}

export interface ComponentTextTable {
  territory_id: string;
  component_id: string;
  language: string;
  name: string;
  explanation: string;
  /** JSON array of texts. */
  examples: string;
}

/** Never changed: a new one supersedes. */
export interface ClassificationTable extends Territorial {
  criterion_id: string;
  component_id: string;
  sense: Sense;
  polarity: CriterionPolarity;
  supersedes_id: string | null;
  /** What was sorted in one go. */
  act_id: string;
  classified_by: string | null;
  classified_at: number;
  /** The import whose file said so; somebody confirmed it. */
  import_id: string | null;
}

export interface ClassificationUndoingTable {
  territory_id: string;
  classification_id: string;
  undone_by: string | null;
  undone_at: number;
}

/** Where a criterion lies now; null when its only classification was undone. */
export interface CriterionPlaceTable {
  territory_id: string;
  criterion_id: string;
  classification_id: string | null;
}

export interface GroupingTable extends Territorial {
  cycle_id: string;
  component_id: string;
  sense: Sense;
  polarity: CriterionPolarity;
  /** The group that agreed on it; null when it was agreed between groups. */
  group_id: string | null;
  created_by: string | null;
  created_at: number;
  dissolved_by: string | null;
  dissolved_at: number | null;
}

/** The highest number is the wording that holds. */
export interface GroupingWordingTable {
  territory_id: string;
  grouping_id: string;
  number: number;
  language: string;
  text: string;
  worded_by: string | null;
  worded_at: number;
}

/** A criterion lies in one grouping at a time. */
export interface GroupingMemberTable extends Territorial {
  grouping_id: string;
  criterion_id: string;
  minority: Flag;
  added_by: string | null;
  added_at: number;
  removed_by: string | null;
  removed_at: number | null;
}
