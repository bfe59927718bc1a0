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
  /** Whether a letter will be sent. */
  readonly mail: boolean;
  readonly actor: Actor;
}

/**
 * An invited account. `handed` is the token of the link that the inviter sees, `mailed` of the one that goes to the
 * person's address: only the second proves whose address it is. Neither is there for someone who has a password.
 */
export interface Invited {
  readonly accountId: string;
  readonly handed: string | undefined;
  readonly mailed: string | undefined;
}

/**
 * Makes sure that somebody has an account, and makes the links with which they choose their password.
 *
 * Whoever holds such a link can become that person, so it is given out only by the territory that invited them first,
 * and never for an account that has a password.
 * @throws Refusal `invitation.elsewhere` when another territory's invitation is still waiting
 */
export async function inviteAccount(db: Db, facts: InvitationFacts, now: number): Promise<Invited> {
  const known = await findAccountByEmail(db, facts.email);
  if (known?.password_hash) return { accountId: known.id, handed: undefined, mailed: undefined };
  if (known && known.invited_in !== facts.invitedIn) throw new Refusal('invitation.elsewhere');
  const accountId = known?.id ?? (await createAccount(db, { ...facts, passwordHash: null }, now, facts.actor));
  const link = { accountId, purpose: 'invitation' } as const;
  const handed = await createLink(db, { ...link, mailed: false }, now);
  const mailed = facts.mail ? await createLink(db, { ...link, mailed: true }, now) : undefined;
  return { accountId, handed, mailed };
}
