import { redirect } from '@sveltejs/kit';
import { inviteAccount } from '#lib/people/invitation.server.ts';
import { deliverInvitation } from '#lib/people/letter.server.ts';
import {
  isMember,
  mayAcceptMember,
  mayConfirmDecision,
  mayCoordinate,
  mayRecordDecision,
} from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { acceptMemberForm, bodyForm, endMemberForm, memberForm } from '#lib/territory/body.form.ts';
import { changeBody, endBody, getBody, listMembers } from '#lib/territory/body.server.ts';
import { listDecisions } from '#lib/territory/decision.server.ts';
import { canDecide } from '#lib/territory/seat.server.ts';
import { acceptMember, addMember, endMembership } from '#lib/territory/member.server.ts';
import { act, actorOf, admit, button } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { house, person } = event.locals;
  const { territory, today } = await getPlace(event);
  const seat = { territoryId: territory.id, bodyId: event.params.body };
  admit(event, mayRecordDecision(person, seat));
  const body = await orNotFound(getBody(house.db, territory.id, event.params.body));
  const members = await listMembers(house.db, territory.id, body.id);
  const decisions = await listDecisions(house.db, territory.id, body.id);
  return {
    body: { id: body.id, kind: body.kind, name: body.name, mandate: body.mandate, ended: body.ended_at !== null },
    coordinates: mayCoordinate(person, territory.id),
    /** Enough members for two persons, and still nobody can be the second one. */
    stuck:
      members.filter((member) => member.account_id !== null).length > 1 &&
      !(await canDecide(house.db, seat, house.clock())),
    today,
    members: members
      .filter((member) => member.until === null || member.until >= today)
      .map(({ id, name, capacity, since, until, account_id, seated_by, accepted_at, accepted_by }) => ({
        id,
        name,
        capacity,
        since,
        until,
        account: account_id !== null,
        waits: account_id !== null && accepted_at === null,
        mayAccept:
          accepted_by === null &&
          account_id !== null &&
          seated_by !== null &&
          mayAcceptMember(person, { ...seat, accountId: account_id, seatedBy: seated_by }),
      })),
    waiting: decisions
      .filter((decision) => decision.confirmed_at === null && decision.withdrawn_at === null)
      .map((decision) => ({
        id: decision.id,
        title: decision.title,
        mayConfirm: mayConfirmDecision(person, { ...seat, recordedBy: decision.recorded_by }),
      })),
    saved: event.url.searchParams.has('saved'),
    sentId: randomId(),
  };
}

export const actions = {
  save: act(bodyForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const body = { territoryId: territory.id, bodyId: event.params.body ?? '', actor: actorOf(event) };
    await write((db, now) => changeBody(db, { ...facts, ...body }, now));
    redirect(303, `${base}/staff/bodies/${body.bodyId}?saved`);
  }),
  end: act(button, async ({ event, write }) => {
    const { territory, base } = await coordinate(event);
    const body = { territoryId: territory.id, bodyId: event.params.body ?? '', actor: actorOf(event) };
    await write((db, now) => endBody(db, body, now));
    redirect(303, `${base}/staff/bodies`);
  }),
  addMember: act(memberForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const { house, person } = event.locals;
    const { email, sentId: id, ...seat } = facts;
    const body = { territoryId: territory.id, bodyId: event.params.body ?? '', actor: actorOf(event) };
    const mail = house.mail !== undefined;
    const invited = await write(async (db, now) => {
      const inviting = { ...seat, email, invitedIn: territory.id, mail, actor: body.actor };
      const account = email ? await inviteAccount(db, inviting, now) : undefined;
      await addMember(db, { ...body, ...seat, id, accountId: account?.accountId ?? null }, now);
      return account;
    });
    if (!invited) redirect(303, `${base}/staff/bodies/${body.bodyId}?saved`);
    const letter = { ...seat, email, place: territory.name, inviter: person.account?.name ?? territory.name };
    const link = invited.token && (await deliverInvitation(house, { ...letter, token: invited.token }));
    return { invited: seat.name, link, mailed: mail && invited.token !== undefined };
  }),
  acceptMember: act(acceptMemberForm, async ({ event, facts, write }) => {
    const { territory, base } = await getPlace(event);
    const seat = { territoryId: territory.id, bodyId: event.params.body ?? '' };
    const { id: accountId } = admit(event, isMember(event.locals.person, seat));
    await write((db, now) => acceptMember(db, { ...facts, ...seat, accountId, actor: actorOf(event) }, now));
    redirect(303, `${base}/staff/bodies/${seat.bodyId}?saved`);
  }),
  endMember: act(endMemberForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const ending = { ...facts, territoryId: territory.id, bodyId: event.params.body ?? '', actor: actorOf(event) };
    await write((db, now) => endMembership(db, ending, now));
    redirect(303, `${base}/staff/bodies/${event.params.body}?saved`);
  }),
};
