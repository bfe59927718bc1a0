import { redirect } from '@sveltejs/kit';
import { calendarOf, cycleForm } from '#lib/territory/cycle.form.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { changeCycle, getCalendar, listCycles } from '#lib/territory/cycle.server.ts';
import { findDecision } from '#lib/territory/decision.server.ts';
import { monthsOf } from '#lib/platform/time.ts';
import { act, actorOf, button } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';
import { listLeftOpen } from './left-open.server.ts';

export async function load(event) {
  const place = await coordinate(event);
  const { territory, cycle } = place;
  const { db } = event.locals.house;
  const decision = await findDecision(db, { territoryId: territory.id, purpose: 'close-cycle', subjectId: cycle.id });
  const cycles = await listCycles(db, territory.id);
  return {
    cycleId: cycle.id,
    facts: {
      name: cycle.name,
      purpose: cycle.purpose,
      periods: await getCalendar(db, territory.id, cycle.id),
    },
    leftOpen: cycle.closed_at === null ? await listLeftOpen(db, place, event.locals.person, event.locals.language) : [],
    months: monthsOf(territory.unapproved_days),
    closing: !decision ? 'none' : decision.confirmed_at === null ? 'waiting' : 'allowed',
    // The next cycle starts from the newest, once it is closed.
    next:
      cycles[0]?.id === cycle.id && cycle.closed_at !== null ? `/${event.locals.language}/${territory.slug}/new` : '',
    saved: event.url.searchParams.has('saved'),
  } as const;
}

export const actions = {
  save: act(cycleForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const { name, purpose } = facts;
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => changeCycle(db, { ...place, name, purpose, periods: calendarOf(facts) }, now));
    redirect(303, `${base}/staff/cycle?saved`);
  }),
  close: act(button, async ({ event, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => closeCycle(db, place, now));
    redirect(303, `${base}/staff/cycle`);
  }),
};
