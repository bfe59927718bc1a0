import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  getFinishedBatch,
  isUndoable,
  previewUndoing,
  UNDO_DAYS,
  undoImport,
} from '#lib/definitions/import/undoing.server.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import { act, admit, button } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

/** Lines that stay, before "and so many more". */
const LISTED = 300;

export async function load(event) {
  const { base, territory, batch } = await batchHere(event);
  const { going, staying } = await previewUndoing(event.locals.house.db, batch);
  return {
    base,
    timeZone: territory.time_zone,
    name: batch.file_name,
    undoneAt: batch.undone_at,
    isOpen: isUndoable(batch, event.locals.house.clock()),
    days: UNDO_DAYS,
    going,
    staying: { count: staying.length, lines: staying.slice(0, LISTED), more: Math.max(0, staying.length - LISTED) },
  };
}

export const actions = {
  default: act(button, async ({ event, write }) => {
    const { which, account } = await batchHere(event);
    await write((db, now) => undoImport(db, { ...which, accountId: account.id }, now));
    redirect(303, event.url.pathname);
  }),
};

async function batchHere(event: RequestEvent<Record<string, string>>) {
  const place = await getPlace(event);
  const account = admit(event, mayPlanGathering(event.locals.person, place.territory.id));
  const which = { territoryId: place.territory.id, cycleId: place.cycle.id, batchId: event.params.finished ?? '' };
  return { ...place, account, which, batch: await orNotFound(getFinishedBatch(event.locals.house.db, which)) };
}
