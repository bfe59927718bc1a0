import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { holdBody } from './body.server.ts';
import { seatsHeld } from './seat.server.ts';
import { getTerritory } from './territory.server.ts';

export interface MemberFacts {
  /** Without one, the person sits in the body but can't act in the program. */
  readonly accountId: string | null;
  readonly name: string;
  /** In what capacity: resident, association, town staff… */
  readonly capacity: string;
  readonly since: string;
}

/**
 * Gives a seat. The first two of a body with an account confirm decisions at once, or nothing could begin; later ones
 * once a member has accepted them.
 */
export async function addMember(
  db: Db,
  facts: MemberFacts & { territoryId: string; bodyId: string; id?: string; actor: Actor },
  now: number,
): Promise<string> {
  await holdBody(db, facts.territoryId, facts.bodyId);
  const id = facts.id ?? randomId();
  const accepted = facts.actor.id === null || (facts.accountId !== null && (await countAccepted(db, facts)) < FIRST);
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
      seated_by: facts.actor.id,
      seated_at: now,
      accepted_by: null,
      accepted_at: accepted ? now : null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  const subject = ['body_member', id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'member.added', subject }, now);
  return id;
}

/** How many seats of a new body need nobody who accepts them. */
const FIRST = 2;

/** Seats that ever confirmed, ended ones too: whoever empties a body doesn't begin it anew. */
async function countAccepted(db: Db, facts: { territoryId: string; bodyId: string }): Promise<number> {
  const { seats } = await db
    .selectFrom('body_member')
    .select((e) => e.fn.countAll<number>().as('seats'))
    .where('territory_id', '=', facts.territoryId)
    .where('body_id', '=', facts.bodyId)
    .where('account_id', 'is not', null)
    .where('accepted_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return seats;
}

/**
 * A member accepts another's seat: whoever gave it doesn't answer for it alone any more. Accepting again changes
 * nothing.
 * @throws Refusal `member.own` from the one who gave it or got it
 * @throws NotThere when the account has no seat that counts in the body, or the body no such member
 */
export async function acceptMember(
  db: Db,
  facts: { territoryId: string; bodyId: string; memberId: string; accountId: string; actor: Actor },
  now: number,
): Promise<void> {
  const seats = await seatsHeld(db, facts, now);
  there(
    seats.find((seat) => seat.accepted),
    'seat',
  );
  const member = await getMember(db, facts);
  if (facts.accountId === member.account_id || facts.accountId === member.seated_by) throw new Refusal('member.own');
  const { numUpdatedRows } = await db
    .updateTable('body_member')
    .set({ accepted_by: facts.accountId, accepted_at: member.accepted_at ?? now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', member.id)
    .where('accepted_by', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const subject = ['body_member', member.id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'member.accepted', subject }, now);
}

/**
 * Ends a seat at the end of a day; what the member did stays told.
 * @throws Refusal `member.endsBefore` for a day before the seat began, or before yesterday: until then it counted
 * @throws NotThere when the body has no such member
 */
export async function endMembership(
  db: Db,
  facts: { territoryId: string; bodyId: string; memberId: string; until: string; actor: Actor },
  now: number,
): Promise<void> {
  const member = await getMember(db, facts);
  const { time_zone } = await getTerritory(db, facts.territoryId);
  const soonest = dayAfter(dayOf(now, time_zone), -1);
  if (facts.until < member.since || facts.until < soonest) throw new Refusal('member.endsBefore');
  await db
    .updateTable('body_member')
    .set({ until: facts.until })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', member.id)
    .execute();
  const subject = ['body_member', facts.memberId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'member.ended', subject }, now);
}

/** Ends every seat of an account at the end of today: when the account is closed. */
export async function leaveAllBodies(db: Db, facts: { accountId: string; actor: Actor }, now: number): Promise<void> {
  const seats = await db
    .selectFrom('body_member')
    .innerJoin('territory', 'territory.id', 'body_member.territory_id')
    .select([
      'body_member.territory_id',
      'body_member.body_id',
      'body_member.id',
      'body_member.since',
      'territory.time_zone',
    ])
    .where('body_member.account_id', '=', facts.accountId)
    .where('body_member.until', 'is', null)
    .execute();
  for (const { territory_id, body_id, id, since, time_zone } of seats) {
    const today = dayOf(now, time_zone);
    const seat = { territoryId: territory_id, bodyId: body_id, memberId: id };
    await endMembership(db, { ...seat, until: today < since ? since : today, actor: facts.actor }, now);
  }
}

async function getMember(
  db: Db,
  facts: { territoryId: string; bodyId: string; memberId: string },
): Promise<Row<'body_member'>> {
  const member = await db
    .selectFrom('body_member')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('body_id', '=', facts.bodyId)
    .where('id', '=', facts.memberId)
    .executeTakeFirst();
  return there(member, 'member');
}
