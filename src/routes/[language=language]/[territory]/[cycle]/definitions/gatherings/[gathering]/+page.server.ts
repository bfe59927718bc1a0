import { redirect } from '@sveltejs/kit';
import { leadForm, presenceForm, timerForm } from '#lib/definitions/gathering.form.ts';
import { countPresence, findPresence } from '#lib/definitions/presence.server.ts';
import { endRehearsal, letPeopleWrite } from '#lib/definitions/rehearsal.server.ts';
import { setTimer, stopTimer } from '#lib/definitions/timing.server.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { isSettled } from '#lib/definitions/unsettled.ts';
import { getRoomState } from '#lib/definitions/wall.server.ts';
import { reachesPhones } from '#lib/platform/origin.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { monthsOf } from '#lib/platform/time.ts';
import { findCurrentCycle } from '#lib/territory/cycle.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { findRehearsal } from '#lib/territory/rehearsal.server.ts';
import { act, actorOf, button } from '#routes/act.server.ts';
import { asked, lead, timeOf } from './here.server.ts';
import { joinAddress, joinQr } from './joining.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory, cycle, base } = here;
  const { db, settings } = event.locals.house;
  const { language } = event.locals;
  const room = await getRoomState(db, gathering);
  const rehearsal = await findRehearsal(db, territory.id, here.cycle.id);
  return {
    here: here.here,
    cycleClosed: cycle.closed_at !== null,
    base,
    groupId: group.id,
    group: group.name,
    place: gathering.place,
    rehearsal: rehearsal && { written: rehearsal.written_at !== null },
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
      kiosk: `/${event.locals.language}/join/${gathering.code}/kiosk`,
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
  people: act(button, async ({ event, write }) => {
    const { territory, cycle, gathering } = await lead(event);
    const where = { territoryId: territory.id, cycleId: cycle.id, gatheringId: gathering.id };
    await write((db, now) => letPeopleWrite(db, where, now));
  }),
  throwAway: act(button, async ({ event, write }) => {
    const { territory, cycle } = await lead(event);
    await write((db, now) =>
      endRehearsal(db, { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) }, now),
    );
    const current = await findCurrentCycle(event.locals.house.db, territory.id);
    const base = `/${event.locals.language}/${territory.slug}/${current?.slug}`;
    redirect(303, `${base}/definitions/gatherings?thrown-away`);
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
