import { isVouched } from '#lib/people/permission.ts';
import { listRoleHolders } from '#lib/people/role.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listMembers, listMemberships, vouchersOf } from './body.server.ts';

interface Where {
  readonly territoryId: string;
  readonly bodyId: string;
}

interface SecondSeat extends Where {
  readonly accountId: string;
  readonly recordedBy: string | null;
}

/**
 * Whoever confirms sits in the body, by a seat for which neither of the two persons of the decision answers alone, and
 * is not the only one who answers for whoever recorded it.
 * @throws Refusal `decision.seatWaits` while no member has accepted the seat, `decision.oneHand` where one person could
 *   be both
 * @throws NotThere when the account has no seat in the body
 */
export async function requireSecondSeat(db: Db, facts: SecondSeat, now: number): Promise<void> {
  const lack = await findSeatLack(db, facts, now);
  if (lack) throw new Refusal(lack);
}

/** Why somebody who sits in the body can't be the second person of a decision, if anything. */
export async function findSeatLack(
  db: Db,
  facts: SecondSeat,
  now: number,
): Promise<'decision.seatWaits' | 'decision.oneHand' | undefined> {
  const seats = await seatsHeld(db, facts, now);
  there(seats[0], 'seat');
  const accepted = seats.filter((seat) => seat.accepted);
  if (accepted.length === 0) return 'decision.seatWaits';
  const both = [facts.accountId, facts.recordedBy];
  if (!accepted.some((seat) => isVouched(seat, both))) return 'decision.oneHand';
  const vouchers = facts.recordedBy === null ? [] : await vouchersFor(db, facts, facts.recordedBy);
  return vouchers.includes(facts.accountId) && !isVouched({ vouchers }, both) ? 'decision.oneHand' : undefined;
}

/**
 * Whether a body can decide at all: some member can be the second person after another, or after whoever coordinates.
 */
export async function canDecide(db: Db, where: Where, now: number): Promise<boolean> {
  const members = (await listMembers(db, where.territoryId, where.bodyId)).flatMap(({ account_id: id }) => id ?? []);
  const coordinators = (await listRoleHolders(db, where.territoryId)).filter(({ role }) => role === 'coordinator');
  const recorders = new Set([...members, ...coordinators.map((one) => one.account_id)]);
  for (const accountId of new Set(members)) {
    if ((await seatsHeld(db, { ...where, accountId }, now)).length === 0) continue;
    for (const recordedBy of recorders) {
      if (recordedBy === accountId) continue;
      if ((await findSeatLack(db, { ...where, accountId, recordedBy }, now)) === undefined) return true;
    }
  }
  return false;
}

/** An account's seats in a body now. */
export async function seatsHeld(db: Db, facts: Where & { accountId: string }, now: number) {
  const seats = await listMemberships(db, facts.accountId, now);
  return seats.filter((seat) => seat.territoryId === facts.territoryId && seat.bodyId === facts.bodyId);
}

/** Who let somebody enter a decision: by a seat in the body, or as a coordinator; those that have ended too. */
async function vouchersFor(db: Db, facts: Where, accountId: string): Promise<(string | null)[]> {
  const seats = await db
    .selectFrom('body_member')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('body_id', '=', facts.bodyId)
    .where('account_id', '=', accountId)
    .execute();
  const grants = await db
    .selectFrom('role_grant')
    .select('granted_by')
    .where('territory_id', '=', facts.territoryId)
    .where('account_id', '=', accountId)
    .where('role', '=', 'coordinator')
    .execute();
  return [...seats.flatMap(vouchersOf), ...grants.map((grant) => grant.granted_by)];
}
