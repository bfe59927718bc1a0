import { mayConfirmDecision, mayRecordDecision } from '#lib/people/permission.ts';
import { getBody, listMembers } from '#lib/territory/body.server.ts';
import { dayOf } from '#lib/platform/time.ts';
import { listDecisions } from '#lib/territory/decision.server.ts';
import { byYearAndDay, stateOfDecision } from '#lib/territory/decision.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { listDecided } from '../decided.server.ts';

/** A body in public: its mandate, who sits in it, and everything it has decided, with a way to what came of it. */
export async function load(event) {
  const { house, person, language } = event.locals;
  const { territory, today, base } = await getPlace(event);
  const body = await orNotFound(getBody(house.db, territory.id, event.params.body));
  publicPage(event, territory.id);
  const seat = { territoryId: territory.id, bodyId: body.id };
  const members = await listMembers(house.db, territory.id, body.id);
  const decided = await listDecided(house.db, territory.id, `/${language}/${territory.slug}`);
  const log = (await listDecisions(house.db, territory.id, body.id)).map(
    ({ body_id, recorded_by, confirmed_by, withdrawn_by, ...decision }) => ({
      ...decision,
      href: decided.get(decision.subject_id ?? ''),
      mayConfirm:
        stateOfDecision(decision) === 'waiting' && mayConfirmDecision(person, { ...seat, recordedBy: recorded_by }),
    }),
  );
  return {
    base,
    body: { id: body.id, name: body.name, kind: body.kind, mandate: body.mandate, ended: body.ended_at !== null },
    members: members.map(({ id, name, capacity, since, until, account_id, ...seat }) => ({
      id,
      name,
      capacity,
      since,
      until,
      sits: until === null || until >= today,
      seated: seat.seated_at === null ? undefined : dayOf(seat.seated_at, territory.time_zone),
      seatedBy: seat.seated_by_name,
      acceptedBy: seat.accepted_by_name,
      waits: account_id !== null && seat.accepted_at === null,
    })),
    toConfirm: log.filter((decision) => decision.mayConfirm),
    years: byYearAndDay(log),
    mayRecord: body.ended_at === null && mayRecordDecision(person, seat),
  };
}
