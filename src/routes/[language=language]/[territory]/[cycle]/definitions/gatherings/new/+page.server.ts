import { redirect } from '@sveltejs/kit';
import { gatheringForm } from '#lib/definitions/gathering.form.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { planGathering } from '#lib/territory/gathering.server.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { listFacilitators, requireFacilitators } from '../facts.server.ts';

export async function load(event) {
  const { territory, cycle, base, today } = await getPlace(event);
  const account = admit(event, mayPlanGathering(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const groups = await listGroups(db, territory.id, cycle.id);
  return {
    base,
    today,
    me: account.id,
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    chosenGroup: event.url.searchParams.get('group') ?? groups[0]?.id ?? '',
    facilitators: await listFacilitators(db, territory.id),
    sentId: randomId(),
  };
}

export const actions = {
  default: act(gatheringForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    admit(event, mayPlanGathering(event.locals.person, territory.id));
    const { db } = event.locals.house;
    const group = (await listGroups(db, territory.id, cycle.id)).find((one) => one.id === facts.group);
    await requireFacilitators(db, territory.id, facts.facilitators);
    await write((tx, now) =>
      planGathering(
        tx,
        {
          id: facts.sentId,
          territoryId: territory.id,
          groupId: group?.id ?? '',
          place: facts.place,
          day: facts.day,
          time: facts.time,
          facilitatorIds: facts.facilitators,
          invitations: facts.invitations,
          actor: actorOf(event),
        },
        now,
      ),
    );
    redirect(303, `${base}/definitions/gatherings?planned=${facts.sentId}`);
  }),
};
