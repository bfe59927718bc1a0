import type { Flag } from '#lib/platform/tables.ts';

declare module '#lib/platform/tables.ts' {
  interface Tables {
    account: AccountTable;
    session: SessionTable;
    account_link: AccountLinkTable;
    account_device: AccountDeviceTable;
    registration: RegistrationTable;
    role_grant: RoleGrantTable;
    participant: ParticipantTable;
    notice_reading: NoticeReadingTable;
  }
}

interface AccountTable {
  id: string;
  email: string;
  name: string;
  language: string;
  password_hash: string | null;
  verified_at: number | null;
  is_owner: Flag;
  may_found: Flag;
  /** The territory whose coordinators may hand over the first link; null where nobody may. */
  invited_in: string | null;
  created_at: number;
  closed_at: number | null;
  /** When whoever runs the installation last made a new way into it. */
  way_made_at: number | null;
}

interface SessionTable {
  id_hash: string;
  account_id: string;
  expires_at: number;
}

interface AccountLinkTable {
  token_hash: string;
  account_id: string;
  purpose: 'invitation' | 'address' | 'password';
  mailed: Flag;
  expires_at: number;
}

/** A browser from which somebody has signed in to an account. */
interface AccountDeviceTable {
  device_hash: string;
  account_id: string;
  used_at: number;
}

interface RegistrationTable {
  token_hash: string;
  email: string;
  name: string;
  language: string;
  expires_at: number;
}

interface RoleGrantTable {
  territory_id: string;
  id: string;
  account_id: string;
  role: Role;
  granted_by: string | null;
  granted_at: number;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
}

interface ParticipantTable {
  territory_id: string;
  id: string;
  secret_hash: string;
  code_hash: string;
  day: string;
}

interface NoticeReadingTable {
  territory_id: string;
  participant_id: string;
  day: string;
  of_age: Flag;
  parents_agree: Flag;
}

export const ROLES = ['coordinator', 'facilitator', 'relay'] as const;
export type Role = (typeof ROLES)[number];
