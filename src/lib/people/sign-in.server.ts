import { hashOf } from '#lib/platform/hash.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Limited } from '#lib/platform/limits.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { findAccountByEmail } from './account.server.ts';
import { deviceHash, isKnownDevice } from './device.server.ts';
import { isPassword } from './password.server.ts';
import { openSession } from './session.server.ts';

/**
 * Opens a session for whoever knows the password. Tries are limited by account and by network address; an address
 * without an account is answered alike, after the same time. A browser from which somebody has signed in to the
 * account has tries of its own: others who guess don't shut its holder out.
 * @param facts.device what the browser keeps of itself
 * @returns the secret for the cookie and when it ends; the account's id
 * @throws Refusal `limits.wait` after too many tries, `account.wrong` when address and password don't belong together
 */
export async function signIn(
  house: Pick<House, 'db' | 'write' | 'settings' | 'limits'>,
  facts: { email: string; password: string; clientAddress: string; device?: string | undefined },
): Promise<{ secret: string; expiresAt: number; accountId: string }> {
  const tries = await spendTry(house, facts);
  const account = await findAccountByEmail(house.db, facts.email);
  const known = await isPassword(facts.password, account?.password_hash);
  if (!known || !account) throw new Refusal('account.wrong');
  await house.limits.forgive(...tries);
  return { ...(await openSession(house, account.id)), accountId: account.id };
}

/** @returns where the try was counted, to be forgotten after a success */
async function spendTry(
  { db, limits }: Pick<House, 'db' | 'limits'>,
  facts: { email: string; clientAddress: string; device?: string | undefined },
): Promise<[Limited, string]> {
  const hash = deviceHash(facts.device ?? '', facts.email);
  const known = await isKnownDevice(db, hash);
  const tries: [Limited, string] = known
    ? ['sign-in-device', hash]
    : ['sign-in-account', hashOf(facts.email.toLowerCase())];
  if (!known) await limits.spend('sign-in-address', facts.clientAddress);
  await limits.spend(...tries);
  return tries;
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
  // Counted apart: who guesses at the door doesn't stop whoever is in.
  const who = hashOf(`signed in ${account.email}`);
  await house.limits.spend('sign-in-device', who);
  if (!(await isPassword(password, account.password_hash))) throw new Refusal('account.wrongPassword');
  await house.limits.forgive('sign-in-device', who);
}
