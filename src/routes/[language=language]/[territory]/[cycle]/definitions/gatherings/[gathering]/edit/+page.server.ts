import { redirect, type RequestEvent } from '@sveltejs/kit';
import { changeForm, typedInvitations } from '#lib/definitions/gathering.form.ts';
import { mayCoordinate } from '#lib/people/permission.ts';
import { listFacilitatorIds } from '#lib/territory/facilitator.server.ts';
import { changeGathering } from '#lib/territory/gathering.server.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { listInvitations } from '#lib/territory/gathering-invitation.server.ts';
import { listFacilitators, requireFacilitators } from '../../facts.server.ts';
import { getHere, leads, type Here } from '../here.server.ts';

export async function load(event) {
  const here = await getHere(event);
  const { territory, base, gathering, group } = here;
  admit(event, await mayChange(event, here));
  const { db } = event.locals.house;
  return {
    base,
    group: group.name,
    values: {
      place: gathering.place,
      day: gathering.day,
      time: gathering.time ?? '',
      ...typedInvitations(await listInvitations(db, territory.id, gathering.id)),
    },
    chosen: await listFacilitatorIds(db, territory.id, gathering.id),
    facilitators: await listFacilitators(db, territory.id),
  };
}

export const actions = {
  default: act(changeForm, async ({ event, facts, write }) => {
    const here = await getHere(event);
    const { territory, base, gathering } = here;
    admit(event, await mayChange(event, here));
    await requireFacilitators(event.locals.house.db, territory.id, facts.facilitators);
    await write((db, now) =>
      changeGathering(
        db,
        {
          territoryId: territory.id,
          gatheringId: gathering.id,
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
    redirect(303, `${base}/definitions/gatherings`);
  }),
};

/** Nobody who facilitates elsewhere seats themself here: words belong to their group. Town staff changes the rest. */
async function mayChange(event: RequestEvent, here: Here): Promise<boolean> {
  return mayCoordinate(event.locals.person, here.territory.id) || leads(event, here);
}
