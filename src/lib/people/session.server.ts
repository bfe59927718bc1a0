import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { hashOf } from '#lib/platform/hash.server.ts';
import type { House } from '#lib/platform/house.server.ts';

/** The only module that knows Lucia, which is no longer developed: another library would be put in here. */

export const SESSION_COOKIE = 'session';

type Sharing = Pick<House, 'db' | 'write' | 'settings'>;

/** @returns the secret for the person's cookie, and when it ends */
export async function openSession(house: Sharing, accountId: string): Promise<{ secret: string; expiresAt: number }> {
  const session = await luciaOf(house).createSession(accountId, {});
  return { secret: session.id, expiresAt: session.expiresAt.getTime() };
}

/** @returns the account's id, and a new end when the session was extended; undefined when it has ended */
export async function findSession(
  house: Sharing,
  secret: string,
): Promise<{ accountId: string; extendedTo: number | undefined } | undefined> {
  const { session } = await luciaOf(house).validateSession(secret);
  if (!session) return undefined;
  return { accountId: session.userId, extendedTo: session.fresh ? session.expiresAt.getTime() : undefined };
}

export async function closeSession(house: Sharing, secret: string): Promise<void> {
  await luciaOf(house).invalidateSession(secret);
}

/** Ends all of an account's sessions: after a change of password, or when the account is closed. */
export async function closeAllSessions(house: Sharing, accountId: string): Promise<void> {
  await luciaOf(house).invalidateUserSessions(accountId);
}

export async function forgetEndedSessions(house: Sharing): Promise<void> {
  await luciaOf(house).deleteExpiredSessions();
}

const made = new WeakMap<Sharing['write'], Lucia>();

function luciaOf(house: Sharing): Lucia {
  const known = made.get(house.write);
  if (known) return known;
  const lucia = new Lucia(adapterOn(house), { sessionExpiresIn: new TimeSpan(14, 'd') });
  made.set(house.write, lucia);
  return lucia;
}

/** Keeps only the hash of a session's secret, and puts the secret back into what it returns. */
function adapterOn({ db, write }: Sharing): Adapter {
  return {
    async getSessionAndUser(secret) {
      const row = await db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select(['session.account_id', 'session.expires_at'])
        .where('session.id_hash', '=', hashOf(secret))
        .where('account.closed_at', 'is', null)
        .executeTakeFirst();
      if (!row) return [null, null];
      return [sessionOf(secret, row.account_id, row.expires_at), { id: row.account_id, attributes: {} }];
    },
    // Only the hashes are known, and nothing asks for the secrets behind them.
    getUserSessions: async () => [],
    async setSession(session) {
      await write((tx) =>
        tx
          .insertInto('session')
          .values({ id_hash: hashOf(session.id), account_id: session.userId, expires_at: session.expiresAt.getTime() })
          .execute(),
      );
    },
    async updateSessionExpiration(secret, expiresAt) {
      await write((tx) =>
        tx
          .updateTable('session')
          .set({ expires_at: expiresAt.getTime() })
          .where('id_hash', '=', hashOf(secret))
          .execute(),
      );
    },
    async deleteSession(secret) {
      await write((tx) => tx.deleteFrom('session').where('id_hash', '=', hashOf(secret)).execute());
    },
    async deleteUserSessions(accountId) {
      await write((tx) => tx.deleteFrom('session').where('account_id', '=', accountId).execute());
    },
    async deleteExpiredSessions() {
      await write((tx, now) => tx.deleteFrom('session').where('expires_at', '<=', now).execute());
    },
  };
}

function sessionOf(secret: string, accountId: string, expiresAt: number): DatabaseSession {
  return { id: secret, userId: accountId, expiresAt: new Date(expiresAt), attributes: {} };
}
