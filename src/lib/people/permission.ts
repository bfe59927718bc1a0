import type { Membership, Person } from './person.ts';

/**
 * Who may do what, as sentences: the one place. Every route asks one of these, in its load and in each of its actions;
 * queries carry the same condition.
 */

/** Looks after the installation: founders, accounts. An owner has no part in any territory by that alone. */
export function mayOwn(person: Person): boolean {
  return person.account?.isOwner === true;
}

export function mayFoundTerritory(person: Person): boolean {
  return person.account?.isOwner === true || person.account?.mayFound === true;
}

/** Town staff: settings, questions, groups, bodies, people and roles, the journal. */
export function mayCoordinate(person: Person, territoryId: string): boolean {
  return has(person, territoryId, 'coordinator');
}

/** Town staff and facilitators plan gatherings; leading one is for its own facilitators. */
export function mayPlanGathering(person: Person, territoryId: string): boolean {
  return has(person, territoryId, 'coordinator') || has(person, territoryId, 'facilitator');
}

/** Whether public words that somebody has reported stay: for those who also lead the groups that say them. */
export function mayModerate(person: Person, territoryId: string): boolean {
  return mayPlanGathering(person, territoryId);
}

/** Leading a gathering is learnt by those who will lead one. */
export function mayRehearse(person: Person, territoryId: string): boolean {
  return has(person, territoryId, 'facilitator');
}

/** Who has been heard and who is still missing: for those who invite, and for the bodies that answer for it. */
export function maySeeCoverage(person: Person, territoryId: string): boolean {
  return mayPlanGathering(person, territoryId) || isInABody(person, territoryId);
}

/** A gathering's words belong to its group: only who facilitates it leads it, town staff included. */
export function mayLead(
  person: Person,
  gathering: { territoryId: string; facilitatorIds: readonly string[] },
): boolean {
  const { account } = person;
  return (
    account !== undefined &&
    gathering.facilitatorIds.includes(account.id) &&
    has(person, gathering.territoryId, 'facilitator')
  );
}

/** Entering what people said at their door, on their behalf and with their agreement. */
export function mayRelay(person: Person, territoryId: string): boolean {
  return has(person, territoryId, 'relay');
}

/** Sorting approved words, writing paths and scenarios: staff, facilitators and members of bodies alike. */
export function mayWorkOnIndicators(person: Person, territoryId: string): boolean {
  return (
    has(person, territoryId, 'coordinator') || has(person, territoryId, 'facilitator') || isInABody(person, territoryId)
  );
}

/** Preparing rounds, votes and plans, closing a cycle; opening and closing them also needs a body's confirmed decision. */
export function mayPrepare(person: Person, territoryId: string): boolean {
  return has(person, territoryId, 'coordinator') || isInABody(person, territoryId);
}

/** Entering what a body has decided: a member or town staff. It has no effect until a second person confirms it. */
export function mayRecordDecision(person: Person, body: { territoryId: string; bodyId: string }): boolean {
  return isMember(person, body) || has(person, body.territoryId, 'coordinator');
}

/**
 * The second person of a decision sits in the body that took it, by a seat that neither of the two answers for alone:
 * or one person could be both.
 */
export function mayConfirmDecision(
  person: Person,
  decision: { territoryId: string; bodyId: string; recordedBy: string | null },
): boolean {
  const { account } = person;
  if (account === undefined || account.id === decision.recordedBy) return false;
  return seatsOf(person, decision).some((seat) => seat.accepted && isVouched(seat, [account.id, decision.recordedBy]));
}

/** Whether somebody other than these gave or accepted a seat. */
export function isVouched(seat: Pick<Membership, 'vouchers'>, without: readonly (string | null)[]): boolean {
  return seat.vouchers.some((voucher) => voucher === null || !without.includes(voucher));
}

/** A new seat is accepted by a member, who is neither the one who gave it nor the one who got it. */
export function mayAcceptMember(
  person: Person,
  seat: { territoryId: string; bodyId: string; accountId: string | null; seatedBy: string | null },
): boolean {
  const { account } = person;
  if (account === undefined || account.id === seat.accountId || account.id === seat.seatedBy) return false;
  return seatsOf(person, seat).some((held) => held.accepted);
}

/** A decision entered wrongly is taken back by whoever entered it, while nobody has confirmed it. */
export function mayWithdrawDecision(person: Person, decision: { recordedBy: string | null }): boolean {
  return person.account !== undefined && person.account.id === decision.recordedBy;
}

export function isMember(person: Person, body: { territoryId: string; bodyId: string }): boolean {
  return seatsOf(person, body).length > 0;
}

function seatsOf(person: Person, body: { territoryId: string; bodyId: string }): Membership[] {
  return person.memberships.filter((seat) => seat.territoryId === body.territoryId && seat.bodyId === body.bodyId);
}

export function isInABody(person: Person, territoryId: string): boolean {
  return person.memberships.some((seat) => seat.territoryId === territoryId);
}

/** Whether the person has any work to do behind the public pages of a territory. */
export function worksIn(person: Person, territoryId: string): boolean {
  return person.roles.some((grant) => grant.territoryId === territoryId) || isInABody(person, territoryId);
}

function has(person: Person, territoryId: string, role: Person['roles'][number]['role']): boolean {
  return person.roles.some((grant) => grant.territoryId === territoryId && grant.role === role);
}
