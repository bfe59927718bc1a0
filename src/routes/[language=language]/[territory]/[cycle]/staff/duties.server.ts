import { countWaiting, listUsedDecisions, listWaitingGroups } from '#lib/definitions/publishing.server.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { listReported } from '#lib/definitions/report.server.ts';
import { listUnvalidated } from '#lib/definitions/synthesis.server.ts';
import { countBoard } from '#lib/indicators/board.server.ts';
import { findGridVersion } from '#lib/indicators/grid-version.server.ts';
import { getViewer } from '#lib/indicators/visible.server.ts';
import type { Language } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { findTally } from '#lib/plan/tally.server.ts';
import { listVotes } from '#lib/plan/vote.server.ts';
import { listRoleHolders } from '#lib/people/role.server.ts';
import {
  mayConfirmDecision,
  mayCoordinate,
  mayLead,
  mayModerate,
  mayPrepare,
  mayWorkOnIndicators,
} from '#lib/people/permission.ts';
import type { Person } from '#lib/people/person.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listBodies } from '#lib/territory/body.server.ts';
import { showDay } from '#lib/territory/calendar.ts';
import { getCalendar, listCycles } from '#lib/territory/cycle.server.ts';
import { findDecision, listAllowed, listUnconfirmedDecisions } from '#lib/territory/decision.server.ts';
import { listFacilitatorIds } from '#lib/territory/facilitator.server.ts';
import { listGatherings } from '#lib/territory/gathering.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { findReview } from '#lib/territory/review.server.ts';
import { statusOf } from '#lib/territory/step.ts';
import { dayAfter } from '#lib/platform/time.ts';
import type { Place } from '#routes/place.server.ts';
import { listGroupFacilitatorIds } from '../definitions/groups/[group]/here.server.ts';
import { canAnyDecide, listSeatsToAccept } from './seats.server.ts';
import { listMissed, listSubjects, mayDo } from './subjects.server.ts';

/** Something that waits for this person now. */
export interface Duty {
  readonly what:
    | 'confirm'
    | 'accept-seat'
    | 'act'
    | 'decide'
    | 'missed'
    | 'publish-words'
    | 'review-proposals'
    | 'start-actions'
    | 'sort-words'
    | 'make-grid'
    | 'settle-reports'
    | 'lead'
    | 'settle-notes'
    | 'validate-synthesis'
    | 'make-body'
    | 'seat-members'
    | 'make-groups'
    | 'invite-facilitator'
    | 'ask-review'
    | 'start-next';
  readonly href: string;
  /** Put into the sentence: a decision's title, a group's name, a day in words, how many. */
  readonly name: string;
  readonly day: string;
  readonly count: number;
}

type Facts = Partial<Pick<Duty, 'name' | 'day' | 'count'>>;

function duty(what: Duty['what'], href: string, facts: Facts = {}): Duty {
  return { what, href, name: '', day: '', count: 0, ...facts };
}

/** What is to be done now, most pressing first. */
export async function dutiesOf(db: Db, place: Place, person: Person, language: Language, now: number): Promise<Duty[]> {
  const { territory, cycle } = place;
  const duties = [
    ...(await decisionsToConfirm(db, place, person)),
    ...(await listSeatsToAccept(db, place, person)).map(({ href, name }) => duty('accept-seat', href, { name })),
    ...(await actsToDo(db, place, person, language)),
  ];
  if (cycle.closed_at === null) {
    duties.push(...(await gatheringsToLead(db, place, person, language)));
    duties.push(...(await synthesesToValidate(db, place, person)));
    if (mayPrepare(person, territory.id))
      duties.push(
        ...(await thingsToDecide(db, place, language)),
        ...(await proposalsToReview(db, place)),
        ...(await actionsToStart(db, place)),
      );
    if (mayWorkOnIndicators(person, territory.id)) duties.push(...(await wordsToSort(db, place, person)));
  }
  if (mayModerate(person, territory.id)) duties.push(...(await reportsToSettle(db, place)));
  if (mayCoordinate(person, territory.id)) duties.push(...(await coordination(db, place, now)));
  return duties;
}

/** What a body has decided, a second person has confirmed, and nobody has done yet. */
async function actsToDo(db: Db, place: Place, person: Person, language: Language): Promise<Duty[]> {
  const { territory } = place;
  const subjects = (await listSubjects(db, place, language)).filter((one) => mayDo(person, territory.id, one));
  if (subjects.length === 0) return [];
  const used = await listUsedDecisions(db, territory.id);
  const allowed = (await listAllowed(db, territory.id)).filter((decision) => !used.has(decision.id));
  const t = translator(language);
  return subjects
    .filter(({ purpose, id }) => allowed.some((one) => one.purpose === purpose && one.subject_id === id))
    .map(({ purpose, name, path }) =>
      duty('act', `${place.base}/${path}`, { name: t(`territory.decision.about.${purpose}`, { name }) }),
    );
}

/** Rounds and votes that are prepared, and approved words, on which no body has decided yet. */
async function thingsToDecide(db: Db, place: Place, language: Language): Promise<Duty[]> {
  const { territory, cycle, base } = place;
  const t = translator(language);
  const duties: Duty[] = [];
  for (const { purpose, id, name, path } of await listSubjects(db, place, language)) {
    if (purpose !== 'open-round' && purpose !== 'open-vote') continue;
    if (await findDecision(db, { territoryId: territory.id, purpose, subjectId: id })) continue;
    duties.push(duty('decide', `${base}/${path}`, { name: t(`territory.decision.about.${purpose}`, { name }) }));
  }
  for (const { name, path } of await listMissed(db, place)) duties.push(duty('missed', `${base}/${path}`, { name }));
  for (const { id, name } of await listWaitingGroups(db, territory.id, cycle.id)) {
    const decision = await findDecision(db, { territoryId: territory.id, purpose: 'publish-words', subjectId: id });
    const { criteria, decided } = await countWaiting(db, territory.id, id);
    const count = criteria - decided.criteria;
    if (count > 0 && (decision === undefined || decision.confirmed_at !== null))
      duties.push(duty('publish-words', `${base}/definitions/groups/${id}/publication`, { name, count }));
  }
  return duties;
}

/** Proposals that no panel has given its opinion on. */
async function proposalsToReview(db: Db, { territory, cycle, base }: Place): Promise<Duty[]> {
  const proposals = await listProposals(db, territory.id, cycle.id);
  const count = proposals.filter((proposal) => proposal.review === undefined).length;
  return count > 0 ? [duty('review-proposals', `${base}/plan/proposals?show=waiting`, { count })] : [];
}

/** Votes of which something won that nobody carries out yet. */
async function actionsToStart(db: Db, { territory, cycle, base }: Place): Promise<Duty[]> {
  const started = new Set((await listActions(db, territory.id, cycle.id)).map((action) => action.proposal_id));
  const duties: Duty[] = [];
  for (const { id, name, closed_at } of await listVotes(db, territory.id, cycle.id)) {
    if (closed_at === null) continue;
    const winners = (await findTally(db, territory.id, id))?.result.equalShares.winners ?? [];
    const count = winners.filter((proposalId) => !started.has(proposalId)).length;
    if (count > 0) duties.push(duty('start-actions', `${base}/plan/actions/new?vote=${id}`, { name, count }));
  }
  return duties;
}

/** Words that lie in no component yet; before there is a grid to lay them in, it is for those who prepare it. */
async function wordsToSort(db: Db, { territory, cycle, base }: Place, person: Person): Promise<Duty[]> {
  const viewer = await getViewer(db, person, territory.id);
  const count = await countBoard(db, { territoryId: territory.id, cycleId: cycle.id, viewer }, { state: 'unsorted' });
  if (count === 0) return [];
  if (await findGridVersion(db, territory.id, cycle.id))
    return [duty('sort-words', `${base}/indicators/sorting`, { count })];
  return mayPrepare(person, territory.id) ? [duty('make-grid', `${base}/indicators/grid/edit`, { count })] : [];
}

/** Public words that somebody has reported and at which nobody has looked. */
async function reportsToSettle(db: Db, { territory, cycle, base }: Place): Promise<Duty[]> {
  const { length: count } = await listReported(db, territory.id, cycle.id);
  return count > 0 ? [duty('settle-reports', `${base}/staff/reports`, { count })] : [];
}

async function decisionsToConfirm(db: Db, { territory, base }: Place, person: Person): Promise<Duty[]> {
  const bodyIds = person.memberships.filter((seat) => seat.territoryId === territory.id).map((seat) => seat.bodyId);
  const waiting = await listUnconfirmedDecisions(db, territory.id, bodyIds);
  return waiting
    .filter(({ body_id, recorded_by }) =>
      mayConfirmDecision(person, { territoryId: territory.id, bodyId: body_id, recordedBy: recorded_by }),
    )
    .map(({ body_id, id, title }) =>
      duty('confirm', `${base}/staff/bodies/${body_id}/decisions/${id}`, { name: title }),
    );
}

/** Days before a gathering from which on it is something to do now. */
const SOON = 14;

/** Those that the person facilitates: near ones and those under way are led, in closed ones nothing stays asked for. */
async function gatheringsToLead(
  db: Db,
  { territory, cycle, base, today }: Place,
  person: Person,
  language: string,
): Promise<Duty[]> {
  const duties: Duty[] = [];
  for (const gathering of await listGatherings(db, territory.id, cycle.id)) {
    const soon = gathering.phase !== 'planned' || gathering.day <= dayAfter(today, SOON);
    const facilitatorIds = await listFacilitatorIds(db, territory.id, gathering.id);
    if (!soon || !mayLead(person, { territoryId: territory.id, facilitatorIds })) continue;
    const here = `${base}/definitions/gatherings/${gathering.id}`;
    const named = { name: gathering.group_name, day: showDay(gathering.day, language) };
    const count = gathering.phase === 'closed' ? (await countUnsettled(db, gathering)).toTalk : 0;
    if (gathering.phase !== 'closed') duties.push(duty('lead', here, named));
    else if (count > 0) duties.push(duty('settle-notes', `${here}/approval`, { ...named, count }));
  }
  return duties.reverse();
}

/** Written, and waiting for the group to hear it at its second meeting and to say that this is what it said. */
async function synthesesToValidate(db: Db, { territory, cycle, base }: Place, person: Person): Promise<Duty[]> {
  const duties: Duty[] = [];
  for (const { groupId, name } of await listUnvalidated(db, territory.id, cycle.id)) {
    const facilitatorIds = await listGroupFacilitatorIds(db, territory.id, groupId);
    if (mayLead(person, { territoryId: territory.id, facilitatorIds }))
      duties.push(duty('validate-synthesis', `${base}/definitions/groups/${groupId}/synthesis`, { name }));
  }
  return duties;
}

/** What a territory needs before people can take part, and at a cycle's end. */
async function coordination(db: Db, { territory, cycle, base, today }: Place, now: number): Promise<Duty[]> {
  const staff = `${base}/staff`;
  if (cycle.closed_at !== null) {
    const [newest] = await listCycles(db, territory.id);
    return newest?.id === cycle.id ? [duty('start-next', `${staff}/cycle`)] : [];
  }
  const duties: Duty[] = [];
  const bodies = await listBodies(db, territory.id);
  if (bodies.length === 0) duties.push(duty('make-body', `${staff}/bodies/new`));
  else if (!(await canAnyDecide(db, territory.id, bodies, now))) duties.push(duty('seat-members', `${staff}/bodies`));
  if ((await listGroups(db, territory.id, cycle.id)).length === 0)
    duties.push(duty('make-groups', `${staff}/groups/new`));
  const holders = await listRoleHolders(db, territory.id);
  if (!holders.some((holder) => holder.role === 'facilitator'))
    duties.push(duty('invite-facilitator', `${staff}/people`));
  const { plan } = await getCalendar(db, territory.id, cycle.id);
  const asked = await findReview(db, territory.id, cycle.id);
  if (statusOf(plan, today) !== 'later' && !asked) duties.push(duty('ask-review', `${staff}/review`));
  return duties;
}
