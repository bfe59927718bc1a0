/** What became of a line of an imported file. */
export const LINE_OUTCOMES = [
  'imported',
  'duplicate',
  'empty',
  'too-long',
  'rejected',
  'unknown-question',
  'unknown-group',
  'malformed',
] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export interface ImportBatchTable {
  territory_id: string;
  id: string;
  cycle_id: string;
  file_name: string;
  content_hash: string;
  /** The file as text; empty once it has been imported or forgotten. */
  content: string;
  /** A text's; `xlsx` or `ods` for a spreadsheet. */
  encoding: string;
  /** Empty for a spreadsheet, whose content is JSON: its sheets. */
  delimiter: string;
  /** Which sheet was chosen, from 0; null for a text. */
  sheet: number | null;
  /** JSON: the names of the columns. */
  columns: string;
  line_count: number;
  /** JSON: see `mapping.ts`; null until it was chosen. */
  mapping: string | null;
  uploaded_by: string;
  uploaded_at: number;
  confirmed_at: number | null;
  finished_at: number | null;
  undone_by: string | null;
  undone_at: number | null;
}

export interface ImportLineTable {
  territory_id: string;
  batch_id: string;
  /** The line of the file on which the record begins, from 1. */
  line: number;
  outcome: LineOutcome;
  /** Null where none came of it, or its import was undone. */
  note_id: string | null;
  /** Where an older tool had put it, as the file says: a component's code, perhaps with a sense. */
  code: string | null;
}

/** How the columns of a file of this shape were read last. */
export interface ImportMappingTable {
  territory_id: string;
  /** Hash of the columns' names. */
  shape: string;
  mapping: string;
  chosen_by: string;
  chosen_at: number;
}
