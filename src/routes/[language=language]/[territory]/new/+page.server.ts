import { redirect } from '@sveltejs/kit';
import { carryIndicators } from '#lib/indicators/carry.server.ts';
import { mayCoordinate } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { dayOf } from '#lib/platform/time.ts';
import { calendarOf, startForm } from '#lib/territory/cycle.form.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import { proposeCalendar } from '#lib/territory/calendar.ts';
import { proposeCycleName } from '#lib/territory/cycle-name.ts';
import { startCycle } from '#lib/territory/start-cycle.server.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getTerritoryHere } from '#routes/place.server.ts';

/** A new cycle: the first one, or the next, which starts from the last one that was closed. */
export async function load(event) {
  const { house, language, person } = event.locals;
  const territory = await getTerritoryHere(event);
  admit(event, mayCoordinate(person, territory.id));
  const cycles = await listCycles(house.db, territory.id);
  const open = cycles.find((cycle) => cycle.closed_at === null);
  // One cycle at a time: the next one keeps what the last one was closed with.
  if (open) redirect(303, `/${language}/${territory.slug}/${open.slug}/staff/cycle`);
  const today = dayOf(house.clock(), territory.time_zone);
  return {
    territory: { name: territory.name, slug: territory.slug },
    previous: cycles[0] && { id: cycles[0].id, name: cycles[0].name },
    facts: { name: proposeCycleName(cycles, Number(today.slice(0, 4))), purpose: '', periods: proposeCalendar(today) },
    sentId: randomId(),
  };
}

export const actions = {
  default: act(startForm, async ({ event, facts, write }) => {
    const territory = await getTerritoryHere(event);
    admit(event, mayCoordinate(event.locals.person, territory.id));
    const actor = actorOf(event);
    const territoryId = territory.id;
    const previousCycleId = facts.previousCycleId ?? null;
    const { name, purpose, sentId: id } = facts;
    const start = { territoryId, id, name, purpose, periods: calendarOf(facts), previousCycleId, actor };
    const cycle = await write(async (db, now) => {
      const started = await startCycle(db, start, now);
      if (started.isNew && previousCycleId !== null) {
        const carrying = { territoryId, fromCycleId: previousCycleId, toCycleId: started.id, actor };
        await carryIndicators(db, carrying, now);
      }
      return started;
    });
    redirect(303, `/${event.locals.language}/${territory.slug}/${cycle.slug}/staff`);
  }),
};
