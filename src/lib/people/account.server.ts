import { hashOf } from '#lib/platform/hash.server.ts';
import { record, type Actor, type Entry } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { DAY, HOUR } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { Role } from './tables.ts';

/** How long a link that lets its holder choose a password works. */
const LINK_LASTS = { invitation: 14 * DAY, verification: 2 * DAY, password: 2 * HOUR } as const;
type Purpose = keyof typeof LINK_LASTS;

/** The installation's own journal entries belong to no territory. */
const INSTALLATION = '-';

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
}

/** @throws Refusal `account.taken` when the address has an account */
export async function createAccount(db: Db, facts: NewAccount, now: number, actor?: Actor): Promise<string> {
  if (await findAccountByEmail(db, facts.email)) throw new Refusal('account.taken');
  const id = randomId();
  await db
    .insertInto('account')
    .values({
      id,
      email: facts.email,
      name: facts.name,
      language: facts.language,
      password_hash: facts.passwordHash,
      verified_at: facts.verified ? now : null,
      is_owner: facts.isOwner ? 1 : 0,
      may_found: facts.mayFound ? 1 : 0,
      created_at: now,
      closed_at: null,
    })
    .execute();
  await recordOn(db, id, 'account.created', actor ?? { kind: 'account', id }, now);
  return id;
}

export async function findAccountByEmail(db: Db, email: string): Promise<Row<'account'> | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
}

/** @returns the token of the link; only its hash is kept */
export async function createLink(db: Db, accountId: string, purpose: Purpose, now: number): Promise<string> {
  const token = randomId();
  await db
    .insertInto('account_link')
    .values({
      token_hash: hashOf(token),
      account_id: accountId,
      purpose,
      expires_at: now + LINK_LASTS[purpose],
      used_at: null,
    })
    .execute();
  return token;
}

/** The account behind a link that still works. */
export async function findLinkedAccount(db: Db, token: string, now: number): Promise<Row<'account'> | undefined> {
  return db
    .selectFrom('account_link')
    .innerJoin('account', 'account.id', 'account_link.account_id')
    .selectAll('account')
    .where('account_link.token_hash', '=', hashOf(token))
    .where('account_link.used_at', 'is', null)
    .where('account_link.expires_at', '>', now)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
}

/**
 * Uses a link up and gives its account a password. Whoever holds the link reads the address's mail or was handed it in
 * person, so the address counts as verified.
 * @throws Refusal `account.linkEnded` when the link was used or is too old
 */
export async function choosePassword(
  db: Db,
  facts: { token: string; passwordHash: string },
  now: number,
): Promise<string> {
  const account = await findLinkedAccount(db, facts.token, now);
  if (!account) throw new Refusal('account.linkEnded');
  await db.updateTable('account_link').set({ used_at: now }).where('token_hash', '=', hashOf(facts.token)).execute();
  await db
    .updateTable('account')
    .set({ password_hash: facts.passwordHash, verified_at: account.verified_at ?? now })
    .where('id', '=', account.id)
    .execute();
  // Whoever knew the old password is signed out everywhere.
  await db.deleteFrom('session').where('account_id', '=', account.id).execute();
  await recordOn(db, account.id, 'account.password-chosen', { kind: 'account', id: account.id }, now);
  return account.id;
}

/** Gives a role in a territory; giving it again changes nothing. */
export async function grantRole(
  db: Db,
  facts: { territoryId: string; accountId: string; role: Role; actor: Actor },
  now: number,
): Promise<void> {
  const held = await db
    .selectFrom('role_grant')
    .select('id')
    .where('territory_id', '=', facts.territoryId)
    .where('account_id', '=', facts.accountId)
    .where('role', '=', facts.role)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (held) return;
  const id = randomId();
  await db
    .insertInto('role_grant')
    .values({
      territory_id: facts.territoryId,
      id,
      account_id: facts.accountId,
      role: facts.role,
      granted_by: facts.actor.id,
      granted_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .execute();
  await record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb: 'role.granted', subject: ['role_grant', id] },
    now,
  );
}

export async function withdrawRole(
  db: Db,
  facts: { territoryId: string; grantId: string; actor: Actor },
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('role_grant')
    .set({ withdrawn_by: facts.actor.id, withdrawn_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.grantId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const entry: Entry = {
    territoryId: facts.territoryId,
    actor: facts.actor,
    verb: 'role.withdrawn',
    subject: ['role_grant', facts.grantId],
  };
  await record(db, entry, now);
}

function recordOn(db: Db, accountId: string, verb: string, actor: Actor, now: number): Promise<void> {
  return record(db, { territoryId: INSTALLATION, actor, verb, subject: ['account', accountId] }, now);
}
