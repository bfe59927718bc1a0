import { leadForm, presenceForm } from '#lib/definitions/gathering.form.ts';
import { countPresence, findPresence } from '#lib/definitions/presence.server.ts';
import { getRoomState } from '#lib/definitions/wall.server.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { asked, lead } from './here.server.ts';
import { joinAddress, joinQr } from './joining.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory, base } = here;
  const { db, settings } = event.locals.house;
  const { language } = event.locals;
  return {
    here: here.here,
    base,
    groupId: group.id,
    group: group.name,
    place: gathering.place,
    questions: asked(here, language),
    room: await getRoomState(db, gathering),
    presence: await findPresence(db, territory.id, gathering.id),
    join: {
      code: showCode(gathering.code),
      address: joinAddress(settings.origin),
      qr: joinQr(settings.origin, gathering.code),
      reachesPhones: reachesPhones(settings.origin),
    },
  };
}

export const actions = {
  lead: act(leadForm, async ({ event, facts, write }) => {
    const { territory, gathering } = await lead(event);
    await write((db, now) =>
      leadGathering(
        db,
        {
          territoryId: territory.id,
          gatheringId: gathering.id,
          phase: facts.phase,
          questionId: facts.question ?? null,
          from: facts.from,
          actor: actorOf(event),
        },
        now,
      ),
    );
  }),
  presence: act(presenceForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    await write((db, now) =>
      countPresence(db, { territoryId: territory.id, gatheringId: gathering.id, people: facts.people, accountId }, now),
    );
    return { presenceKept: true };
  }),
};
