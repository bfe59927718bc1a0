import type { Flag } from '#lib/platform/tables.ts';
import type { Add1Stops, Admission } from './tables.ts';

interface Territorial {
  territory_id: string;
  id: string;
}

export interface VoteTable extends Territorial {
  cycle_id: string;
  name: string;
  question: string;
  /** The territory's, as it was when the vote was prepared. */
  currency: string;
  budget_cents: number;
  least_choices: number;
  most_choices: number;
  add1_stops: Add1Stops;
  admission: Admission;
  closes_on: string;
  who_decides: string;
  is_binding: Flag;
  council_on: string;
  created_at: number;
  /** k, as it was when people were asked; null before the opening, and where that was before k was kept. */
  least_shown: number | null;
  opened_at: number | null;
  open_decision_id: string | null;
  /** SHA-256 of the rules as they were published before opening. */
  rules_hash: string | null;
  /** JSON: proposal ids in the order drawn before opening; breaks ties. */
  lot: string | null;
  /** The public key with which receipts are signed, PEM. */
  signing_key: string | null;
  closed_at: number | null;
  close_decision_id: string | null;
  /** The public reason where the council departed from the result. */
  departure: string | null;
}

/** A prepared vote was changed: what a body decided before was about another one. */
export interface VoteCorrectionTable extends Territorial {
  vote_id: string;
  corrected_by: string | null;
  corrected_at: number;
}

export interface VoteKeyTable {
  territory_id: string;
  vote_id: string;
  private_key: string;
}

export interface VoteProposalTable {
  territory_id: string;
  vote_id: string;
  proposal_id: string;
  cost_cents: number;
  title: string;
}

export interface RollEntryTable {
  territory_id: string;
  vote_id: string;
  voter_hash: string;
  state: 'ready' | 'used' | 'void' | 'test';
  /** The batch a code was made in, and its number there, from 1; null for accounts and devices. */
  batch: string | null;
  number: number | null;
}

/** Codes that were made together: how many, when and by whom; null where it was before this was kept. */
export interface RollBatchTable {
  territory_id: string;
  vote_id: string;
  name: string;
  number: number;
  made_at: number | null;
  made_by: string | null;
}

export interface BallotTable {
  territory_id: string;
  vote_id: string;
  ballot_id: string;
  /** JSON: the chosen proposals' ids, sorted. */
  choices: string;
}

export interface ReceiptTable {
  territory_id: string;
  vote_id: string;
  receipt_hash: string;
  signature: string;
}

export interface BallotCountTable {
  territory_id: string;
  vote_id: string;
  ballots: number;
  /** 0 from the moment the vote is ended. */
  taking: Flag;
}

export interface TallyTable {
  territory_id: string;
  vote_id: string;
  counted_at: number;
  ballots: number;
  /** JSON: what anyone recounts from: rules, proposals, shuffled ballots. */
  published: string;
  /** JSON: winners, reasons and trace by rule. */
  result: string;
  /** JSON: SHA-256 by published part. */
  hashes: string;
}
