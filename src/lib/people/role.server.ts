import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Role } from './tables.ts';

/**
 * Gives a role in a territory; giving it again changes nothing.
 * @throws Refusal `role.own` for facilitating or relaying oneself: what groups and people at their door say is for whom
 *   somebody else has chosen
 */
export async function grantRole(
  db: Db,
  facts: { territoryId: string; accountId: string; role: Role; actor: Actor },
  now: number,
): Promise<void> {
  if (facts.role !== 'coordinator' && facts.accountId === facts.actor.id) throw new Refusal('role.own');
  const id = randomId();
  const { numInsertedOrUpdatedRows } = await db
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
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  const subject = ['role_grant', id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'role.granted', subject }, now);
}

/**
 * Takes a role back; what was done with it stays told. Taking it back again changes nothing.
 * @throws Refusal `role.lastCoordinator` when the territory would be left without one
 */
export async function withdrawRole(
  db: Db,
  facts: { territoryId: string; grantId: string; actor: Actor },
  now: number,
): Promise<void> {
  const held = await heldRoles(db)
    .where('role_grant.territory_id', '=', facts.territoryId)
    .where('role_grant.id', '=', facts.grantId)
    .executeTakeFirst();
  if (!held) return;
  if (held.role === 'coordinator' && (await isLastCoordinator(db, facts.territoryId, held.account_id))) {
    throw new Refusal('role.lastCoordinator');
  }
  await db
    .updateTable('role_grant')
    .set({ withdrawn_by: facts.actor.id, withdrawn_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.grantId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const subject = ['role_grant', facts.grantId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'role.withdrawn', subject }, now);
}

/** Takes back every role of an account, everywhere. @throws Refusal `role.lastCoordinator` */
export async function withdrawAllRoles(db: Db, facts: { accountId: string; actor: Actor }, now: number): Promise<void> {
  const held = await heldRoles(db).where('role_grant.account_id', '=', facts.accountId).execute();
  for (const { territory_id, id } of held)
    await withdrawRole(db, { territoryId: territory_id, grantId: id, actor: facts.actor }, now);
}

/** Who holds a role in a territory now, by name. */
export function listRoleHolders(db: Db, territoryId: string) {
  return heldRoles(db)
    .where('role_grant.territory_id', '=', territoryId)
    .where('account.closed_at', 'is', null)
    .orderBy('account.name')
    .orderBy('role_grant.id')
    .execute();
}

/** Whoever has chosen a password counts: an invitation that nobody took up can't look after a territory. */
async function isLastCoordinator(db: Db, territoryId: string, accountId: string): Promise<boolean> {
  const other = await heldRoles(db)
    .where('role_grant.territory_id', '=', territoryId)
    .where('role_grant.role', '=', 'coordinator')
    .where('role_grant.account_id', '!=', accountId)
    .where('account.closed_at', 'is', null)
    .where('account.password_hash', 'is not', null)
    .executeTakeFirst();
  return other === undefined;
}

function heldRoles(db: Db) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select([
      'role_grant.territory_id',
      'role_grant.id',
      'role_grant.role',
      'role_grant.account_id',
      'role_grant.granted_at',
      'account.name',
      'account.email',
      'account.invited_in',
    ])
    .select((e) => e.case().when('account.password_hash', 'is', null).then(0).else(1).end().as('active'))
    .where('role_grant.withdrawn_at', 'is', null);
}
