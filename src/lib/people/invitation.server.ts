import type { Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { createAccount, findAccountByEmail } from './account.server.ts';
import { createLink } from './link.server.ts';

export interface InvitationFacts {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  /** The territory that invites, or `INSTALLATION`. */
  readonly invitedIn: string;
  /** Whether a letter will be sent: then nobody else gets the link, the inviter neither. */
  readonly mail: boolean;
  readonly actor: Actor;
}

/** An invited account, and the token of its link; none for someone who has a password. */
export interface Invited {
  readonly accountId: string;
  readonly token: string | undefined;
}

/**
 * Makes sure that somebody has an account, and makes the link with which they choose their password: it goes to their
 * own address where mail is sent, and is handed over by the inviter only where none is.
 *
 * Whoever holds such a link can become that person, so it is given out only by the territory that invited them first,
 * and never for an account that has a password.
 * @throws Refusal `invitation.elsewhere` when another territory's invitation is still waiting
 */
export async function inviteAccount(db: Db, facts: InvitationFacts, now: number): Promise<Invited> {
  const known = await findAccountByEmail(db, facts.email);
  if (known?.password_hash) return { accountId: known.id, token: undefined };
  if (known && known.invited_in !== facts.invitedIn) throw new Refusal('invitation.elsewhere');
  const accountId = known?.id ?? (await createAccount(db, { ...facts, passwordHash: null }, now, facts.actor));
  return { accountId, token: await createLink(db, { accountId, purpose: 'invitation', mailed: facts.mail }, now) };
}
