import type { Db } from '#lib/platform/tables.ts';
import { NOBODY, type Account, type Membership, type Person } from './person.ts';

/**
 * The person behind an account, with every role and seat held now.
 * @param listMemberships the seats in bodies, which the territory room keeps
 */
export async function getPerson(
  db: Db,
  accountId: string,
  listMemberships: (db: Db, accountId: string) => Promise<Membership[]>,
): Promise<Person> {
  const account = await findAccount(db, accountId);
  if (!account) return NOBODY;
  const roles = await db
    .selectFrom('role_grant')
    .select(['territory_id as territoryId', 'role'])
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .execute();
  return { account, roles, memberships: await listMemberships(db, accountId) };
}

async function findAccount(db: Db, accountId: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'language', 'is_owner', 'may_found'])
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, isOwner: row.is_owner === 1, mayFound: row.may_found === 1 };
}
