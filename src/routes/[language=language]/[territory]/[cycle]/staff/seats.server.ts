import { mayAcceptMember } from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listMembers } from '#lib/territory/body.server.ts';
import { canDecide } from '#lib/territory/seat.server.ts';
import type { Place } from '#routes/place.server.ts';

/** Seats of later members, in the person's bodies, that wait for a member to accept them. */
export async function listSeatsToAccept(
  db: Db,
  { territory, base, today }: Place,
  person: Person,
): Promise<{ href: string; name: string }[]> {
  const bodyIds = person.memberships.filter((seat) => seat.territoryId === territory.id).map((seat) => seat.bodyId);
  const waiting: { href: string; name: string }[] = [];
  for (const bodyId of new Set(bodyIds))
    for (const { account_id, seated_by, accepted_at, until, name } of await listMembers(db, territory.id, bodyId)) {
      const seat = { territoryId: territory.id, bodyId, accountId: account_id, seatedBy: seated_by };
      const waits = account_id !== null && accepted_at === null && (until === null || until >= today);
      if (waits && mayAcceptMember(person, seat)) waiting.push({ href: `${base}/staff/bodies/${bodyId}`, name });
    }
  return waiting;
}

/** Whether in some body one person can enter a decision and another confirm it. */
export async function canAnyDecide(
  db: Db,
  territoryId: string,
  bodies: readonly { id: string }[],
  now: number,
): Promise<boolean> {
  for (const { id: bodyId } of bodies) if (await canDecide(db, { territoryId, bodyId }, now)) return true;
  return false;
}
