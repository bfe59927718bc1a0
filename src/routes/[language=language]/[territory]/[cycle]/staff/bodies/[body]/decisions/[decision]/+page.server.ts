import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { translateReason } from '#lib/messages/translate.ts';
import { isMember, mayRecordDecision, mayWithdrawDecision } from '#lib/people/permission.ts';
import { ownPath } from '#lib/people/way.ts';
import { getBody } from '#lib/territory/body.server.ts';
import { confirmDecision, getDecision, withdrawDecision, type Decision } from '#lib/territory/decision.server.ts';
import { canDecide, findSeatLack } from '#lib/territory/seat.server.ts';
import { act, actorOf, admit, button } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';
import { listDecided } from '../../../../../bodies/decided.server.ts';
import { listSubjects, mayDo } from '../../../../subjects.server.ts';

export async function load(event) {
  const { house, person } = event.locals;
  const place = await getPlace(event);
  const { territory } = place;
  const seat = { territoryId: territory.id, bodyId: event.params.body };
  admit(event, mayRecordDecision(person, seat));
  const body = await orNotFound(getBody(house.db, territory.id, event.params.body));
  const row = await orNotFound(getDecision(house.db, territory.id, event.params.decision));
  if (row.body_id !== body.id) error(404, 'not there');
  const { recorded_by, confirmed_by, withdrawn_by, body_id, territory_id, ...decision } = row;
  const waiting = row.confirmed_at === null && row.withdrawn_at === null;
  const about = (await listSubjects(house.db, place, event.locals.language)).find(
    ({ purpose, id }) => purpose === row.purpose && id === row.subject_id,
  );
  const decided = await listDecided(house.db, territory.id, `/${event.locals.language}/${territory.slug}`);
  const does = row.withdrawn_at === null && about && mayDo(person, territory.id, about);
  const at = does ? `${place.base}/${about.path}` : undefined;
  return {
    body: { id: body.id, name: body.name },
    decision,
    /** What it allows as soon as it is confirmed: its title is whatever somebody typed. */
    allows: waiting ? about : undefined,
    /** Where what is decided is read, and done once it is allowed. */
    at,
    /** Where anyone reads what is decided, where there is nothing left to do or it isn't theirs to do. */
    came: at ? undefined : decided.get(row.subject_id ?? ''),
    stuck: waiting && !(await canDecide(house.db, seat, house.clock())),
    ...(waiting ? await secondPerson(event, row) : { mayConfirm: false, lack: undefined }),
    mayWithdraw: waiting && mayWithdrawDecision(person, { recordedBy: recorded_by }),
    next: ownPath(event.url.searchParams.get('next')),
  };
}

/** Whether whoever reads can be the second person of a decision, and else why a member can't. */
async function secondPerson({ locals: { house, person, language } }: RequestEvent, row: Decision) {
  const { territory_id: territoryId, body_id: bodyId, recorded_by: recordedBy } = row;
  const accountId = person.account?.id;
  if (accountId === undefined || accountId === recordedBy || !isMember(person, { territoryId, bodyId }))
    return { mayConfirm: false, lack: undefined };
  const lack = await findSeatLack(house.db, { territoryId, bodyId, accountId, recordedBy }, house.clock());
  return { mayConfirm: lack === undefined, lack: lack && translateReason(language, lack) };
}

export const actions = {
  confirm: act(button, async ({ event, write }) => {
    const { territory, row, seat } = await decisionHere(event);
    const account = admit(event, isMember(event.locals.person, seat));
    const confirming = { territoryId: territory.id, decisionId: row.id, accountId: account.id };
    await write((db, now) => confirmDecision(db, { ...confirming, actor: actorOf(event) }, now));
    redirect(303, event.url.pathname);
  }),
  withdraw: act(button, async ({ event, write }) => {
    const { territory, row } = await decisionHere(event);
    admit(event, mayWithdrawDecision(event.locals.person, { recordedBy: row.recorded_by }));
    const withdrawing = { territoryId: territory.id, decisionId: row.id, actor: actorOf(event) };
    await write((db, now) => withdrawDecision(db, withdrawing, now));
    redirect(303, event.url.pathname);
  }),
};

/** @throws NotThere when the address names no decision of this body */
async function decisionHere(event: Parameters<typeof getPlace>[0]) {
  const { territory } = await getPlace(event);
  const row = await getDecision(event.locals.house.db, territory.id, event.params.decision ?? '');
  if (row.body_id !== event.params.body) error(404, 'not there');
  return { territory, row, seat: { territoryId: territory.id, bodyId: row.body_id } };
}
