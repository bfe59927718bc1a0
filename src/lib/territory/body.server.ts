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

export async function getBody(db: Db, territoryId: string, id: string): Promise<Row<'body'>> {
  const row = await db
    .selectFrom('body')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'body');
}

/** A body in which nobody else can give a seat before the commit: an update locks on both engines. */
export async function holdBody(db: Db, territoryId: string, id: string): Promise<void> {
  const row = await db
    .updateTable('body')
    .set((e) => ({ name: e.ref('name') }))
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  there(row, 'body');
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

/** Everyone who sits or sat in a body, with the names of who seated and who accepted them; null where there is none. */
export function listMembers(db: Db, territoryId: string, bodyId: string) {
  return db
    .selectFrom('body_member')
    .leftJoin('account as seater', 'seater.id', 'body_member.seated_by')
    .leftJoin('account as accepter', 'accepter.id', 'body_member.accepted_by')
    .selectAll('body_member')
    .select(['seater.name as seated_by_name', 'accepter.name as accepted_by_name'])
    .where('territory_id', '=', territoryId)
    .where('body_id', '=', bodyId)
    .orderBy('since')
    .orderBy('body_member.name')
    .execute();
}

/** The seats that an account holds today: from its first day until the end of its last, wherever the territory is. */
export async function listMemberships(db: Db, accountId: string, now: number): Promise<Membership[]> {
  const rows = await db
    .selectFrom('body_member')
    .innerJoin('territory', 'territory.id', 'body_member.territory_id')
    .innerJoin('body', (join) =>
      join.onRef('body.territory_id', '=', 'body_member.territory_id').onRef('body.id', '=', 'body_member.body_id'),
    )
    .selectAll('body_member')
    .select('territory.time_zone')
    .where('body_member.account_id', '=', accountId)
    .where('body.ended_at', 'is', null)
    .execute();
  return rows
    .filter((seat) => holds(seat, dayOf(now, seat.time_zone)))
    .map((seat) => ({
      territoryId: seat.territory_id,
      bodyId: seat.body_id,
      accepted: seat.accepted_at !== null,
      vouchers: vouchersOf(seat),
    }));
}

function holds(seat: Row<'body_member'>, today: string): boolean {
  return seat.since <= today && (seat.until === null || seat.until >= today);
}

/** Who answers for a seat: who gave it, and the member who accepted it. */
export function vouchersOf(seat: Pick<Row<'body_member'>, 'seated_by' | 'accepted_by'>): (string | null)[] {
  return seat.accepted_by === null ? [seat.seated_by] : [seat.seated_by, seat.accepted_by];
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
