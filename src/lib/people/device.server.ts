import { hashOf } from '#lib/platform/hash.server.ts';
import { DAY } from '#lib/platform/time.ts';
import type { Db } from '#lib/platform/tables.ts';

export const DEVICE_COOKIE = 'device';

/** How long a browser stays known to an account from which nobody signs in with it. */
export const DEVICE_LASTS = 400 * DAY;

/** By what an account knows a browser: mixed with the address, so that two accounts on one device aren't joined. */
export function deviceHash(device: string, email: string): string {
  return hashOf(`device ${device} ${email.toLowerCase()}`);
}

/** Whether somebody has signed in from this browser to the account of this address. */
export async function isKnownDevice(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_device')
    .select('account_id')
    .where('device_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function rememberDevice(db: Db, facts: { accountId: string; device: string }, now: number): Promise<void> {
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', facts.accountId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('account_device')
    .values({ device_hash: deviceHash(facts.device, email), account_id: facts.accountId, used_at: now })
    .onConflict((conflict) => conflict.column('device_hash').doUpdateSet({ used_at: now }))
    .execute();
}

export async function forgetOldDevices(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('account_device')
    .where('used_at', '<=', now - DEVICE_LASTS)
    .execute();
}
