import { redirect } from '@sveltejs/kit';
import { checkForm } from '#lib/definitions/checking.form.ts';
import { checkTyped, countChecked, listCorrected, listToCheck } from '#lib/definitions/checking.server.ts';
import { MOST } from '#lib/definitions/note.ts';
import { act } from '#routes/act.server.ts';
import { asked, lead } from '../here.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { territory, gathering, group, accountId } = here;
  const { db } = event.locals.house;
  const where = { territoryId: territory.id, gatheringId: gathering.id, accountId };
  const waiting = await listToCheck(db, where);
  const passed = Math.max(0, Number(event.url.searchParams.get('passed')) || 0);
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    here: here.here,
    group: group.name,
    timeZone: territory.time_zone,
    limit: MOST,
    questions: asked(here, event.locals.language),
    note: waiting[passed],
    passed,
    waiting: waiting.length,
    counts: await countChecked(db, where),
    corrected: await listCorrected(db, where),
  };
}

export const actions = {
  default: act(checkForm, async ({ event, facts: { note, text }, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    const where = { territoryId: territory.id, gatheringId: gathering.id, accountId };
    await write((db, now) => checkTyped(db, { ...where, noteId: note, text }, now));
    redirect(303, event.url.pathname + event.url.search);
  }),
};
