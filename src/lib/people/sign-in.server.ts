import { hashOf } from '#lib/platform/hash.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { findAccountByEmail } from './account.server.ts';
import { isPassword } from './password.server.ts';
import { openSession } from './session.server.ts';

/**
 * Opens a session for whoever knows the password. Tries are limited by account and by network address; an address
 * without an account is answered alike, after the same time.
 * @returns the secret for the cookie and when it ends; the account's id
 * @throws Refusal `limits.wait` after too many tries, `account.wrong` when address and password don't belong together
 */
export async function signIn(
  house: Pick<House, 'db' | 'write' | 'settings' | 'limits'>,
  facts: { email: string; password: string; clientAddress: string },
): Promise<{ secret: string; expiresAt: number; accountId: string }> {
  await house.limits.spend('sign-in-address', facts.clientAddress);
  await house.limits.spend('sign-in-account', hashOf(facts.email.toLowerCase()));
  const account = await findAccountByEmail(house.db, facts.email);
  const known = await isPassword(facts.password, account?.password_hash);
  if (!known || !account) throw new Refusal('account.wrong');
  await house.limits.forgive('sign-in-account', hashOf(facts.email.toLowerCase()));
  return { ...(await openSession(house, account.id)), accountId: account.id };
}

/**
 * Asks for the password again before something that can't be undone.
 * @throws Refusal `limits.wait`, `account.wrongPassword`
 */
export async function checkPassword(
  house: Pick<House, 'limits'>,
  account: { email: string; password_hash: string | null },
  password: string,
): Promise<void> {
  await house.limits.spend('sign-in-account', hashOf(account.email));
  if (!(await isPassword(password, account.password_hash))) throw new Refusal('account.wrongPassword');
  await house.limits.forgive('sign-in-account', hashOf(account.email));
}
