import { listRoleHolders } from '#lib/people/role.server.ts';
import { mayConfirmDecision, mayCoordinate } from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listBodies, listMembers } from '#lib/territory/body.server.ts';
import { showDay } from '#lib/territory/calendar.ts';
import { getCalendar } from '#lib/territory/cycle.server.ts';
import { listUnconfirmedDecisions } from '#lib/territory/decision.server.ts';
import { listFacilitatorIds, listGatherings } from '#lib/territory/gathering.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { findReview } from '#lib/territory/review.server.ts';
import { statusOf } from '#lib/territory/step.ts';
import type { Place } from '#routes/place.server.ts';

/** Something that waits for this person now. */
export interface Duty {
  readonly what:
    | 'confirm'
    | 'lead'
    | 'make-body'
    | 'seat-members'
    | 'make-groups'
    | 'invite-facilitator'
    | 'ask-review'
    | 'start-next';
  readonly href: string;
  /** Put into the sentence: a decision's title, a group's name, a day in words. */
  readonly name: string;
  readonly day: string;
}

/** What is to be done now, most pressing first. */
export async function dutiesOf(db: Db, place: Place, person: Person, language: string): Promise<Duty[]> {
  const duties = [
    ...(await decisionsToConfirm(db, place, person)),
    ...(await gatheringsToLead(db, place, person, language)),
  ];
  if (mayCoordinate(person, place.territory.id)) duties.push(...(await coordination(db, place)));
  return duties;
}

async function decisionsToConfirm(db: Db, { territory, base }: Place, person: Person): Promise<Duty[]> {
  const bodyIds = person.memberships.filter((seat) => seat.territoryId === territory.id).map((seat) => seat.bodyId);
  const waiting = await listUnconfirmedDecisions(db, territory.id, bodyIds);
  return waiting
    .filter(({ body_id, recorded_by }) =>
      mayConfirmDecision(person, { territoryId: territory.id, bodyId: body_id, recordedBy: recorded_by }),
    )
    .map((decision) => ({
      what: 'confirm',
      href: `${base}/staff/bodies/${decision.body_id}/decisions/${decision.id}`,
      name: decision.title,
      day: '',
    }));
}

/** Those that the person facilitates and that are not over. */
async function gatheringsToLead(
  db: Db,
  { territory, cycle, base }: Place,
  person: Person,
  language: string,
): Promise<Duty[]> {
  const duties: Duty[] = [];
  for (const gathering of await listGatherings(db, territory.id, cycle.id)) {
    if (gathering.phase === 'closed') continue;
    const facilitators = await listFacilitatorIds(db, territory.id, gathering.id);
    if (person.account && facilitators.includes(person.account.id))
      duties.push({
        what: 'lead',
        href: `${base}/definitions/gatherings/${gathering.id}`,
        name: gathering.group_name,
        day: showDay(gathering.day, language),
      });
  }
  return duties.reverse();
}

/** What a territory needs before people can take part, and at a cycle's end. */
async function coordination(db: Db, { territory, cycle, base, today }: Place): Promise<Duty[]> {
  const staff = `${base}/staff`;
  const duty = (what: Duty['what'], path: string): Duty => ({ what, href: `${staff}/${path}`, name: '', day: '' });
  if (cycle.closed_at !== null) return [duty('start-next', 'cycle')];
  const duties: Duty[] = [];
  const bodies = await listBodies(db, territory.id);
  if (bodies.length === 0) duties.push(duty('make-body', 'bodies/new'));
  else if (!(await canConfirm(db, territory.id, bodies))) duties.push(duty('seat-members', 'bodies'));
  if ((await listGroups(db, territory.id, cycle.id)).length === 0) duties.push(duty('make-groups', 'groups/new'));
  const holders = await listRoleHolders(db, territory.id);
  if (!holders.some((holder) => holder.role === 'facilitator')) duties.push(duty('invite-facilitator', 'people'));
  const { plan } = await getCalendar(db, territory.id, cycle.id);
  const asked = await findReview(db, territory.id, cycle.id);
  if (statusOf(plan, today) !== 'later' && !asked) duties.push(duty('ask-review', 'review'));
  return duties;
}

/** Whether some body has two members who can act in the program: one enters a decision, the other confirms it. */
async function canConfirm(db: Db, territoryId: string, bodies: readonly { id: string }[]): Promise<boolean> {
  for (const { id } of bodies) {
    const members = await listMembers(db, territoryId, id);
    if (members.filter((member) => member.account_id !== null && member.until === null).length >= 2) return true;
  }
  return false;
}
