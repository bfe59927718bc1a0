import { redirect } from '@sveltejs/kit';
import { rehearsalForm } from '#lib/definitions/gathering.form.ts';
import { translator } from '#lib/messages/translate.ts';
import { mayCoordinate, mayPlanGathering, mayRehearse } from '#lib/people/permission.ts';
import { randomId, showCode } from '#lib/platform/random-id.ts';
import { listGatherings } from '#lib/territory/gathering.server.ts';
import { findOwnRehearsal, startRehearsal } from '#lib/territory/rehearsal.server.ts';
import { act, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const account = admit(event, mayPlanGathering(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const coordinates = mayCoordinate(event.locals.person, territory.id);
  const gatherings = await listGatherings(db, territory.id, cycle.id);
  const led = await db
    .selectFrom('gathering_facilitator')
    .select('gathering_id')
    .where('territory_id', '=', territory.id)
    .where('account_id', '=', account.id)
    .execute();
  const planned = gatherings.find((gathering) => gathering.id === event.url.searchParams.get('planned'));
  return {
    base,
    planned: planned && { group: planned.group_name, code: showCode(planned.code) },
    closed: cycle.closed_at !== null,
    thrownAway: event.url.searchParams.has('thrown-away'),
    rehearses: mayRehearse(event.locals.person, territory.id),
    goesOn: (await findOwnRehearsal(db, territory.id, account.id)) !== undefined,
    sentId: randomId(),
    gatherings: gatherings.map((gathering) => ({
      id: gathering.id,
      group: gathering.group_name,
      place: gathering.place,
      day: gathering.day,
      time: gathering.time,
      phase: gathering.phase,
      mine: led.some((row) => row.gathering_id === gathering.id),
      changes: coordinates || led.some((row) => row.gathering_id === gathering.id),
    })),
  };
}

export const actions = {
  rehearse: act(rehearsalForm, async ({ event, facts, write }) => {
    const { territory, cycle, today } = await getPlace(event);
    const { language, person } = event.locals;
    const account = admit(event, mayRehearse(person, territory.id));
    const t = translator(language);
    const names = { group: t('definitions.rehearsal.group'), place: t('definitions.rehearsal.place') };
    const begun = { territoryId: territory.id, cycleId: cycle.id, id: facts.sentId, names, day: today };
    const { slug, gatheringId } = await write((db, now) =>
      startRehearsal(db, { ...begun, accountId: account.id }, now),
    );
    redirect(303, `/${language}/${territory.slug}/${slug}/definitions/gatherings/${gatheringId}`);
  }),
};
