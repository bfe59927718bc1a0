import type { Channel } from './tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    gathering_sharing: GatheringSharingTable;
    gathering_timer: GatheringTimerTable;
    gathering_focus: GatheringFocusTable;
    gathering_facilitator: GatheringFacilitatorTable;
    gathering_invitation: GatheringInvitationTable;
    gathering_participant: GatheringParticipantTable;
    profile_count: ProfileCountTable;
    profile_given: ProfileGivenTable;
  }
}

interface GatheringSharingTable {
  territory_id: string;
  gathering_id: string;
  question_id: string;
  opened_at: number;
}

interface GatheringTimerTable {
  territory_id: string;
  gathering_id: string;
  /** When the time for the phase is over. */
  ends_at: number;
  set_by: string;
  set_at: number;
}

/** The one note that a room has before it, to talk about it. */
interface GatheringFocusTable {
  territory_id: string;
  gathering_id: string;
  note_id: string;
  chosen_by: string;
  chosen_at: number;
}

interface GatheringFacilitatorTable {
  territory_id: string;
  gathering_id: string;
  account_id: string;
}

interface GatheringInvitationTable {
  territory_id: string;
  gathering_id: string;
  channel: Channel;
  /** How many were asked in this way, where somebody counted. */
  people: number | null;
}

interface GatheringParticipantTable {
  territory_id: string;
  gathering_id: string;
  participant_id: string;
}

interface ProfileCountTable {
  territory_id: string;
  gathering_id: string;
  item: string;
  value: string;
  people: number;
}

interface ProfileGivenTable {
  territory_id: string;
  gathering_id: string;
  participant_id: string;
}
