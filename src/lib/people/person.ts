import type { Role } from './tables.ts';

/** Whoever makes a request. Without an account: a passer-by or a participant. */
export interface Person {
  readonly account: Account | undefined;
  readonly roles: readonly { readonly territoryId: string; readonly role: Role }[];
  readonly memberships: readonly Membership[];
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly isOwner: boolean;
  readonly mayFound: boolean;
}

/** A seat in a body whose mandate and time have not ended. */
export interface Membership {
  readonly territoryId: string;
  readonly bodyId: string;
  /** Whether it confirms decisions: one of the first two, or accepted by a member. */
  readonly accepted: boolean;
  /** Who gave it and who accepted it; null for the program itself. */
  readonly vouchers: readonly (string | null)[];
}

export const NOBODY: Person = { account: undefined, roles: [], memberships: [] };
