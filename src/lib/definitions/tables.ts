import type { Flag } from '#lib/platform/tables.ts';
import type { ImportBatchTable, ImportLineTable, ImportMappingTable } from './import/tables.ts';
import type { ProfileItem } from './profile.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    note: NoteTable;
    note_hiding: NoteHidingTable;
    kiosk_note: KioskNoteTable;
    note_count: NoteCountTable;
    gathering_presence: GatheringPresenceTable;
    discussion_request: DiscussionRequestTable;
    note_approval: NoteApprovalTable;
    criterion: CriterionTable;
    note_publication: NotePublicationTable;
    synthesis: SynthesisTable;
    synthesis_part: SynthesisPartTable;
    synthesis_publication: SynthesisPublicationTable;
    note_check: NoteCheckTable;
    relay_visit: RelayVisitTable;
    street_block: StreetBlockTable;
    campaign_message: CampaignMessageTable;
    import_batch: ImportBatchTable;
    import_line: ImportLineTable;
    import_mapping: ImportMappingTable;
    census: CensusTable;
    census_part: CensusPartTable;
  }
}

/** By which way a note came. */
export const SOURCES = ['phone', 'facilitator', 'relay', 'paper', 'import'] as const;
export type Source = (typeof SOURCES)[number];

/** What a group made of a note: one criterion, several by quotation, or a voice of its own that stays as it is. */
export const OUTCOMES = ['whole', 'excerpts', 'minority'] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Territorial {
  territory_id: string;
  id: string;
}

interface NoteTable extends Territorial {
  cycle_id: string;
  group_id: string;
  /** Null for words that came at a door or in a file. */
  gathering_id: string | null;
  visit_id: string | null;
  question_id: string;
  language: string;
  /** Verbatim; empty only once erased. */
  text: string;
  source: Source;
  /** Who sent it: a participant's or an account's id, or `import`; empty once the link to the author has ended. */
  sender: string;
  /** Hash of the sender's own id together with what was sent. */
  sent_id: string;
  /** The participant whose words these are; null where nobody may come back for them. */
  author_id: string | null;
  /** The account that typed it in for somebody. */
  entered_by: string | null;
  /** Rounded down to the day once the link to the author has ended. */
  created_at: number;
  kept_to_group_at: number | null;
  withdrawn_at: number | null;
  erased_at: number | null;
  /** By its author's wish, or because its time had come. */
  erased_because: 'author' | 'time' | null;
}

interface NoteHidingTable extends Territorial {
  note_id: string;
  reason: string;
  hidden_by: string;
  hidden_at: number;
  shown_by: string | null;
  shown_at: number | null;
}

/** Written on a device that stands in a public place. */
interface KioskNoteTable {
  territory_id: string;
  note_id: string;
}

interface NoteCountTable {
  territory_id: string;
  group_id: string;
  /** Empty for words that came outside a gathering. */
  gathering_id: string;
  question_id: string;
  cycle_id: string;
  /** All that were ever kept: one that is erased still counts. */
  notes: number;
  /** Those that hold. */
  criteria: number;
}

interface GatheringPresenceTable {
  territory_id: string;
  gathering_id: string;
  people: number;
  entered_by: string;
  entered_at: number;
}

interface DiscussionRequestTable {
  territory_id: string;
  note_id: string;
}

interface NoteApprovalTable extends Territorial {
  note_id: string;
  gathering_id: string | null;
  outcome: Outcome;
  /** With all the others that nobody wanted to talk about. */
  together: Flag;
  agreed: number | null;
  disagreed: number | null;
  approved_by: string | null;
  approved_at: number;
  undone_by: string | null;
  undone_at: number | null;
}

interface CriterionTable extends Territorial {
  note_id: string;
  approval_id: string;
  /** From 1, within its note. */
  position: number;
  /** The note's own words, whole or a part of them; empty once erased. */
  words: string;
  approved_by: string | null;
  approved_at: number;
  undone_by: string | null;
  undone_at: number | null;
}

interface NotePublicationTable {
  territory_id: string;
  criterion_id: string;
  note_id: string;
  decision_id: string;
  published_by: string;
  published_at: number;
}

interface SynthesisTable extends Territorial {
  cycle_id: string;
  group_id: string;
  /** From 1: what is written after a validation is the next one. */
  number: number;
  /** Grows with each saving, so that two people don't overwrite each other. */
  revision: number;
  language: string;
  written_by: string | null;
  written_at: number;
  validated_on: string | null;
  present: number | null;
  validated_by: string | null;
  validated_at: number | null;
}

interface SynthesisPartTable {
  territory_id: string;
  synthesis_id: string;
  question_id: string;
  text: string;
}

interface SynthesisPublicationTable {
  territory_id: string;
  synthesis_id: string;
  decision_id: string;
  published_by: string;
  published_at: number;
}

interface RelayVisitTable extends Territorial {
  cycle_id: string;
  group_id: string;
  relay_id: string;
  /** Filled when a private code was handed over. */
  participant_id: string | null;
  sent_id: string;
  language: string;
  agreed_at: number;
  read_back_at: number | null;
  /** In which street block; null where none was chosen. */
  block_id: string | null;
}

/** A second person has read a typed note against its sheet. */
interface NoteCheckTable {
  territory_id: string;
  note_id: string;
  /** What had been typed, where it was corrected; empty once erased. */
  first_text: string | null;
  checked_by: string;
  checked_at: number;
}

/** A name from the territory's own list, as "block 4": never an address. */
interface StreetBlockTable extends Territorial {
  name: string;
  position: number;
  added_by: string;
  added_at: number;
  retired_at: number | null;
}

/** What relays say at the door, a version each time. */
interface CampaignMessageTable {
  territory_id: string;
  cycle_id: string;
  /** From 1. */
  number: number;
  text: string;
  written_by: string;
  written_at: number;
}

/** How many people live here, by one item of a profile. */
interface CensusTable {
  territory_id: string;
  item: ProfileItem;
  /** Where the figures come from, and of which year. */
  source: string;
  entered_by: string;
  entered_at: number;
}

interface CensusPartTable {
  territory_id: string;
  item: ProfileItem;
  /** An age band, a sex, a neighbourhood's id. */
  value: string;
  /** People, or any figure in proportion to them. */
  people: number;
}
