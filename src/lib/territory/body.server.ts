import type { Membership } from '#lib/people/person.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { BodyKind } from './tables.ts';

export interface BodyFacts {
  readonly kind: BodyKind;
  readonly name: string;
  readonly mandate: string;
}

/** @param facts.id as the sender made it: sent again it is the same body */
export async function createBody(
  db: Db,
  facts: BodyFacts & { territoryId: string; id?: string; actor: Actor },
  now: number,
): Promise<string> {
  const id = facts.id ?? randomId();
  const { kind, name, mandate } = facts;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('body')
    .values({ territory_id: facts.territoryId, id, kind, name, mandate, ended_at: null, created_at: now })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await recordOn(db, { ...facts, bodyId: id }, 'body.created', now);
  return id;
}

/** Changes what a body is called and what it is asked to do. */
export async function changeBody(
  db: Db,
  facts: BodyFacts & { territoryId: string; bodyId: string; actor: Actor },
  now: number,
): Promise<void> {
  const { kind, name, mandate } = facts;
  await updateBody(db, facts, { kind, name, mandate });
  await recordOn(db, facts, 'body.changed', now);
}

/** Ends a body's mandate: its log stays, its members can confirm nothing more. */
export async function endBody(
  db: Db,
  facts: { territoryId: string; bodyId: string; actor: Actor },
  now: number,
): Promise<void> {
  await updateBody(db, facts, { ended_at: now });
  await recordOn(db, facts, 'body.ended', now);
}

async function updateBody(
  db: Db,
  facts: { territoryId: string; bodyId: string },
  change: BodyFacts | { ended_at: number },
): Promise<void> {
  await getBody(db, facts.territoryId, facts.bodyId);
  await db
    .updateTable('body')
    .set(change)
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.bodyId)
    .execute();
}

export interface MemberFacts {
  /** Without one, the person sits in the body but can't act in the program. */
  readonly accountId: string | null;
  readonly name: string;
  /** In what capacity: resident, association, town staff… */
  readonly capacity: string;
  readonly since: string;
}

export async function addMember(
  db: Db,
  facts: MemberFacts & { territoryId: string; bodyId: string; id?: string; actor: Actor },
  now: number,
): Promise<string> {
  await getBody(db, facts.territoryId, facts.bodyId);
  const id = facts.id ?? randomId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('body_member')
    .values({
      territory_id: facts.territoryId,
      id,
      body_id: facts.bodyId,
      account_id: facts.accountId,
      name: facts.name,
      capacity: facts.capacity,
      since: facts.since,
      until: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  const subject = ['body_member', id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'member.added', subject }, now);
  return id;
}

/** Ends a seat at the end of a day; what the member did stays told. */
export async function endMembership(
  db: Db,
  facts: { territoryId: string; memberId: string; until: string; actor: Actor },
  now: number,
): Promise<void> {
  const member = await db
    .updateTable('body_member')
    .set({ until: facts.until })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.memberId)
    .returning('id')
    .executeTakeFirst();
  there(member, 'member');
  const subject = ['body_member', facts.memberId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'member.ended', subject }, now);
}

export async function getBody(db: Db, territoryId: string, id: string): Promise<Row<'body'>> {
  const row = await db
    .selectFrom('body')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'body');
}

export function listBodies(db: Db, territoryId: string): Promise<Row<'body'>[]> {
  return db
    .selectFrom('body')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute();
}

export function listMembers(db: Db, territoryId: string, bodyId: string): Promise<Row<'body_member'>[]> {
  return db
    .selectFrom('body_member')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('body_id', '=', bodyId)
    .orderBy('since')
    .orderBy('name')
    .execute();
}

/** Ends every seat of an account at the end of today: when the account is closed. */
export async function leaveAllBodies(db: Db, facts: { accountId: string; actor: Actor }, now: number): Promise<void> {
  const seats = await db
    .selectFrom('body_member')
    .innerJoin('territory', 'territory.id', 'body_member.territory_id')
    .select(['body_member.territory_id', 'body_member.id', 'territory.time_zone'])
    .where('body_member.account_id', '=', facts.accountId)
    .where('body_member.until', 'is', null)
    .execute();
  for (const { territory_id, id, time_zone } of seats) {
    const until = dayOf(now, time_zone);
    await endMembership(db, { territoryId: territory_id, memberId: id, until, actor: facts.actor }, now);
  }
}

/** The seats that an account holds today. A seat counts until the end of its last day, wherever the territory is. */
export async function listMemberships(db: Db, accountId: string, now: number): Promise<Membership[]> {
  const rows = await db
    .selectFrom('body_member')
    .innerJoin('territory', 'territory.id', 'body_member.territory_id')
    .innerJoin('body', (join) =>
      join.onRef('body.territory_id', '=', 'body_member.territory_id').onRef('body.id', '=', 'body_member.body_id'),
    )
    .select(['body_member.territory_id', 'body_member.body_id', 'body_member.until', 'territory.time_zone'])
    .where('body_member.account_id', '=', accountId)
    .where('body.ended_at', 'is', null)
    .execute();
  return rows
    .filter((seat) => seat.until === null || seat.until >= dayOf(now, seat.time_zone))
    .map((seat) => ({ territoryId: seat.territory_id, bodyId: seat.body_id }));
}

function recordOn(
  db: Db,
  facts: { territoryId: string; bodyId: string; actor: Actor },
  verb: string,
  now: number,
): Promise<void> {
  const { territoryId, bodyId, actor } = facts;
  return record(db, { territoryId, actor, verb, subject: ['body', bodyId] }, now);
}
