import { redirect } from '@sveltejs/kit';
import { keepUpload, listBatches } from '#lib/definitions/import/batch.server.ts';
import { MOST_BYTES, MOST_ROWS, readUpload } from '#lib/definitions/import/upload.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import { act, admit, button } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const account = admit(event, mayPlanGathering(event.locals.person, territory.id));
  const which = { territoryId: territory.id, cycleId: cycle.id, accountId: account.id };
  return {
    base,
    closed: cycle.closed_at !== null,
    timeZone: territory.time_zone,
    most: { megabytes: MOST_BYTES / 1_000_000, rows: MOST_ROWS },
    batches: (await listBatches(event.locals.house.db, which)).map(({ uploaded_by, ...batch }) => ({
      ...batch,
      isOwn: uploaded_by === account.id,
    })),
  };
}

export const actions = {
  default: act(button, async ({ event, files, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    const account = admit(event, mayPlanGathering(event.locals.person, territory.id));
    const file = files.get('file');
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const upload = readUpload(file?.name ?? '', bytes);
    const batchId = await write((db, now) =>
      keepUpload(db, { territoryId: territory.id, cycleId: cycle.id, upload, accountId: account.id }, now),
    );
    redirect(303, `${base}/definitions/imports/${batchId}`);
  }),
};
