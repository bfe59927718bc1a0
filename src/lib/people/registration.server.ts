import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { DAY } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { changePassword, createAccount, findAccountByEmail } from './account.server.ts';

/** How long the link in the letter works. */
const LASTS = 2 * DAY;

/**
 * Keeps that somebody wants an account at an address; there is none until they have opened the link sent there.
 * @returns the link's token; only its hash is kept
 */
export async function register(
  db: Db,
  facts: { email: string; name: string; language: string },
  now: number,
): Promise<string> {
  const token = randomId();
  const email = facts.email.toLowerCase();
  await db.deleteFrom('registration').where('email', '=', email).execute();
  await db
    .insertInto('registration')
    .values({ token_hash: hashOf(token), email, name: facts.name, language: facts.language, expires_at: now + LASTS })
    .execute();
  return token;
}

export function findRegistration(db: Db, token: string, now: number): Promise<Row<'registration'> | undefined> {
  return db
    .selectFrom('registration')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/**
 * Makes the account, its address verified. Where somebody has meanwhile invited this address, the invitation is taken up.
 * @returns the account's id
 * @throws Refusal `account.linkEnded` when the link was used or is too old, `account.taken` when there is an account
 */
export async function completeRegistration(
  db: Db,
  facts: { token: string; name: string; passwordHash: string },
  now: number,
): Promise<string> {
  const wanted = await findRegistration(db, facts.token, now);
  if (!wanted) throw new Refusal('account.linkEnded');
  await db.deleteFrom('registration').where('token_hash', '=', wanted.token_hash).execute();
  const { passwordHash, name } = facts;
  const invited = await findAccountByEmail(db, wanted.email);
  if (!invited) {
    const { email, language } = wanted;
    return createAccount(db, { email, language, name, passwordHash, verified: true }, now);
  }
  if (invited.password_hash) throw new Refusal('account.taken');
  await changePassword(db, { accountId: invited.id, passwordHash, verified: true }, now);
  return invited.id;
}
