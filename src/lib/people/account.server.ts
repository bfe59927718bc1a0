import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { withdrawAllRoles } from './role.server.ts';

/** The installation's own journal entries, and its public pages, belong to no territory. */
export const INSTALLATION = '-';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  /** Already hashed; null until the person chooses one through a link. */
  readonly passwordHash: string | null;
  readonly isOwner?: boolean;
  readonly mayFound?: boolean;
  /** The address is known to be the person's. */
  readonly verified?: boolean;
  /** The territory that invites the person, or `INSTALLATION`. */
  readonly invitedIn?: string;
}

/** @throws Refusal `account.taken` when the address has an account */
export async function createAccount(db: Db, facts: NewAccount, now: number, actor?: Actor): Promise<string> {
  const id = randomId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({
      id,
      email: facts.email.toLowerCase(),
      name: facts.name,
      language: facts.language,
      password_hash: facts.passwordHash,
      verified_at: facts.verified ? now : null,
      is_owner: facts.isOwner ? 1 : 0,
      may_found: facts.mayFound ? 1 : 0,
      invited_in: facts.invitedIn ?? null,
      created_at: now,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('account.taken');
  await recordOnAccount(db, id, 'account.created', actor ?? { kind: 'account', id }, now);
  return id;
}

export function findAccountByEmail(db: Db, email: string): Promise<Row<'account'> | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
}

/** @throws NotThere when there is none, or it has been closed */
export async function getAccount(db: Db, id: string): Promise<Row<'account'>> {
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return there(account, 'account');
}

/** Who looks after the installation or may found territories, by name. */
export function listFounders(db: Db): Promise<Row<'account'>[]> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('closed_at', 'is', null)
    .where((e) => e.or([e('is_owner', '=', 1), e('may_found', '=', 1)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function countAccounts(db: Db): Promise<number> {
  const { accounts } = await db
    .selectFrom('account')
    .select((e) => e.fn.countAll<number>().as('accounts'))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return accounts;
}

export async function changeAccount(
  db: Db,
  facts: { accountId: string; name: string; language: string },
  now: number,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ name: facts.name, language: facts.language })
    .where('id', '=', facts.accountId)
    .execute();
  await recordOnAccount(db, facts.accountId, 'account.changed', { kind: 'account', id: facts.accountId }, now);
}

/** Gives or takes the right to found territories. */
export async function letFound(
  db: Db,
  facts: { accountId: string; mayFound: boolean; actor: Actor },
  now: number,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ may_found: facts.mayFound ? 1 : 0 })
    .where('id', '=', facts.accountId)
    .execute();
  const verb = facts.mayFound ? 'account.may-found' : 'account.may-not-found';
  await recordOnAccount(db, facts.accountId, verb, facts.actor, now);
}

/**
 * Gives an account a new password, ends its links and signs it out everywhere: whoever knew the old one is out.
 * @param facts.verified whether the person has just shown that the address is theirs
 */
export async function changePassword(
  db: Db,
  facts: { accountId: string; passwordHash: string; verified?: boolean },
  now: number,
): Promise<void> {
  const { verified_at } = await getAccount(db, facts.accountId);
  await db
    .updateTable('account')
    .set({ password_hash: facts.passwordHash, verified_at: verified_at ?? (facts.verified ? now : null) })
    .where('id', '=', facts.accountId)
    .execute();
  await forgetKeys(db, facts.accountId);
  await recordOnAccount(db, facts.accountId, 'account.password-chosen', { kind: 'account', id: facts.accountId }, now);
}

/**
 * Closes an account for good: its name, address and password are erased, its sessions and roles end. What its owner did
 * stays told in the journal, by an id that now leads to nobody.
 * @throws Refusal `account.lastOwner` when nobody else could run the installation
 * @throws Refusal `role.lastCoordinator` when a territory would be left without anybody
 */
export async function closeAccount(db: Db, facts: { accountId: string }, now: number): Promise<void> {
  const account = await getAccount(db, facts.accountId);
  if (account.is_owner === 1 && !(await hasOtherOwner(db, account.id))) throw new Refusal('account.lastOwner');
  const actor = { kind: 'account', id: account.id } as const;
  await withdrawAllRoles(db, { accountId: account.id, actor }, now);
  await forgetKeys(db, account.id);
  await db
    .updateTable('account')
    .set({
      email: `closed:${account.id}`,
      name: '',
      password_hash: null,
      verified_at: null,
      is_owner: 0,
      may_found: 0,
      closed_at: now,
    })
    .where('id', '=', account.id)
    .execute();
  await recordOnAccount(db, account.id, 'account.closed', actor, now);
}

/** Sessions and links: everything with which one could come in without the password; and the browsers it knows. */
async function forgetKeys(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute();
  await db.deleteFrom('account_link').where('account_id', '=', accountId).execute();
  await db.deleteFrom('account_device').where('account_id', '=', accountId).execute();
}

async function hasOtherOwner(db: Db, accountId: string): Promise<boolean> {
  const other = await db
    .selectFrom('account')
    .select('id')
    .where('is_owner', '=', 1)
    .where('closed_at', 'is', null)
    .where('id', '!=', accountId)
    .executeTakeFirst();
  return other !== undefined;
}

export function recordOnAccount(db: Db, accountId: string, verb: string, actor: Actor, now: number): Promise<void> {
  return record(db, { territoryId: INSTALLATION, actor, verb, subject: ['account', accountId] }, now);
}
