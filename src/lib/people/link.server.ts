import { hashOf } from '#lib/platform/hash.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { DAY, HOUR } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { changePassword, findAccountByEmail, recordOnAccount } from './account.server.ts';

/** How long a link works that lets its holder choose a password, or shows whose an address is. */
const LASTS = { invitation: 14 * DAY, address: 2 * DAY, password: 2 * HOUR } as const;
type Purpose = keyof typeof LASTS;

/**
 * Makes a link for an account; earlier ones for the same purpose and way stop working.
 * @param facts.mailed whether it goes to the account's own address and nowhere else
 * @returns the token of the link; only its hash is kept
 */
export async function createLink(
  db: Db,
  facts: { accountId: string; purpose: Purpose; mailed: boolean },
  now: number,
): Promise<string> {
  const token = randomId();
  const mailed = facts.mailed ? 1 : 0;
  await db
    .deleteFrom('account_link')
    .where('account_id', '=', facts.accountId)
    .where('purpose', '=', facts.purpose)
    .where('mailed', '=', mailed)
    .execute();
  await db
    .insertInto('account_link')
    .values({
      token_hash: hashOf(token),
      account_id: facts.accountId,
      purpose: facts.purpose,
      mailed,
      expires_at: now + LASTS[facts.purpose],
    })
    .execute();
  return token;
}

/**
 * A new way in for somebody who has forgotten their password, made by whoever runs the installation: sent to the person
 * where mail is sent, else handed over. The installation's journal tells it, and the person is told once they are in.
 * @throws Refusal `account.unknown`
 */
export async function makeWayIn(
  db: Db,
  facts: { email: string; mailed: boolean; actor: Actor },
  now: number,
): Promise<{ account: Row<'account'>; token: string }> {
  const account = await findAccountByEmail(db, facts.email);
  if (!account) throw new Refusal('account.unknown');
  const token = await createLink(db, { accountId: account.id, purpose: 'password', mailed: facts.mailed }, now);
  await db.updateTable('account').set({ way_made_at: now }).where('id', '=', account.id).execute();
  await recordOnAccount(db, account.id, 'account.way-in-made', facts.actor, now);
  return { account, token };
}

/** A link that still works, with its account. */
export interface Link {
  readonly purpose: Purpose;
  readonly mailed: boolean;
  readonly account: Row<'account'>;
}

export async function findLink(db: Db, token: string, now: number): Promise<Link | undefined> {
  const row = await db
    .selectFrom('account_link')
    .innerJoin('account', 'account.id', 'account_link.account_id')
    .selectAll('account')
    .select(['account_link.purpose', 'account_link.mailed'])
    .where('account_link.token_hash', '=', hashOf(token))
    .where('account_link.expires_at', '>', now)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { purpose, mailed, ...account } = row;
  return { purpose, mailed: mailed === 1, account };
}

/**
 * Uses a link up and gives its account a password, and the name that its holder goes by.
 * @throws Refusal `account.linkEnded` when it was used or is too old
 */
export async function choosePassword(
  db: Db,
  facts: { token: string; passwordHash: string; name?: string },
  now: number,
): Promise<string> {
  const { account, mailed } = await useLink(db, facts.token, ['invitation', 'password'], now);
  if (facts.name) await db.updateTable('account').set({ name: facts.name }).where('id', '=', account.id).execute();
  await changePassword(db, { accountId: account.id, passwordHash: facts.passwordHash, verified: mailed }, now);
  return account.id;
}

/**
 * Keeps that an account's address is its holder's.
 * @throws Refusal `account.linkEnded` when the link was used or is too old
 */
export async function verifyAddress(db: Db, facts: { token: string }, now: number): Promise<string> {
  const { account } = await useLink(db, facts.token, ['address'], now);
  await db.updateTable('account').set({ verified_at: now }).where('id', '=', account.id).execute();
  await recordOnAccount(db, account.id, 'account.verified', { kind: 'account', id: account.id }, now);
  return account.id;
}

async function useLink(db: Db, token: string, purposes: readonly Purpose[], now: number): Promise<Link> {
  const link = await findLink(db, token, now);
  if (!link || !purposes.includes(link.purpose)) throw new Refusal('account.linkEnded');
  const { numDeletedRows } = await db
    .deleteFrom('account_link')
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  // Somebody else used it in the same moment.
  if (numDeletedRows === 0n) throw new Refusal('account.linkEnded');
  return link;
}

export async function forgetEndedLinks(db: Db, now: number): Promise<void> {
  await db.deleteFrom('account_link').where('expires_at', '<=', now).execute();
  await db.deleteFrom('registration').where('expires_at', '<=', now).execute();
}
