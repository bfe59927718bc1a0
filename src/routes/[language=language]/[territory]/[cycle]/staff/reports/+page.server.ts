import { noteIdForm, settleForm } from '#lib/definitions/note.form.ts';
import { listHeldBack, showPublicNote } from '#lib/definitions/moderation.server.ts';
import { listReported, settleReports } from '#lib/definitions/report.server.ts';
import { mayModerate } from '#lib/people/permission.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { act, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle } = await moderate(event);
  const { db } = event.locals.house;
  return {
    timeZone: territory.time_zone,
    reported: await listReported(db, territory.id, cycle.id),
    heldBack: await listHeldBack(db, territory.id, cycle.id),
  };
}

export const actions = {
  settle: act(settleForm, async ({ event, facts, write }) => {
    const here = await moderate(event);
    const reason = facts.keep ? null : facts.reason;
    await write((db, now) => settleReports(db, { ...of(here), noteId: facts.note, reason }, now));
  }),
  show: act(noteIdForm, async ({ event, facts, write }) => {
    const here = await moderate(event);
    await write((db, now) => showPublicNote(db, { ...of(here), noteId: facts.note }, now));
  }),
};

async function moderate(event: RequestEvent<Partial<Record<string, string>>>) {
  const place = await getPlace(event);
  const account = admit(event, mayModerate(event.locals.person, place.territory.id));
  return { ...place, accountId: account.id };
}

function of({ territory, cycle, accountId }: Awaited<ReturnType<typeof moderate>>) {
  return { territoryId: territory.id, cycleId: cycle.id, accountId };
}
