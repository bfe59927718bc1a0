import { redirect } from '@sveltejs/kit';
import { leadForm, presenceForm, timerForm } from '#lib/definitions/gathering.form.ts';
import { countPresence, findPresence } from '#lib/definitions/presence.server.ts';
import { setTimer, stopTimer } from '#lib/definitions/timing.server.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { isSettled } from '#lib/definitions/unsettled.ts';
import { getRoomState } from '#lib/definitions/wall.server.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { monthsOf } from '#lib/platform/time.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { act, actorOf, button } from '#routes/act.server.ts';
import { asked, lead, timeOf } from './here.server.ts';
import { joinAddress, joinQr } from './joining.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory, base } = here;
  const { db, settings } = event.locals.house;
  const { language } = event.locals;
  const room = await getRoomState(db, gathering);
  return {
    here: here.here,
    base,
    groupId: group.id,
    group: group.name,
    place: gathering.place,
    questions: asked(here, language),
    room,
    time: timeOf(event, here, room.endsAt),
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
  timer: act(timerForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    const where = { territoryId: territory.id, gatheringId: gathering.id };
    await write((db, now) =>
      setTimer(db, { ...where, minutes: facts.minutes, actor: { kind: 'account', id: accountId } }, now),
    );
  }),
  stop: act(button, async ({ event, write }) => {
    const { territory, gathering } = await lead(event);
    const where = { territoryId: territory.id, gatheringId: gathering.id };
    await write((db, now) => stopTimer(db, { ...where, actor: actorOf(event) }, now));
  }),
  presence: act(presenceForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    await write((db, now) =>
      countPresence(db, { territoryId: territory.id, gatheringId: gathering.id, people: facts.people, accountId }, now),
    );
    return { presenceKept: true };
  }),
};
