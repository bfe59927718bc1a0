import { redirect } from '@sveltejs/kit';
import { leadForm, presenceForm } from '#lib/definitions/gathering.form.ts';
import { countPresence, findPresence } from '#lib/definitions/presence.server.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { isSettled } from '#lib/definitions/unsettled.ts';
import { getRoomState } from '#lib/definitions/wall.server.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { monthsOf } from '#lib/platform/time.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
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
    unsettled: await countUnsettled(db, gathering),
    months: monthsOf(territory.unapproved_days),
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
    const { territory, gathering, here } = await lead(event);
    if (facts.phase === 'closed' && facts.from === gathering.phase) {
      const unsettled = await countUnsettled(event.locals.house.db, gathering);
      if (!isSettled(unsettled)) redirect(303, `${here}/closing`);
    }
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
