import { redirect } from '@sveltejs/kit';
import { addComponent } from '#lib/indicators/component.server.ts';
import { copyGrid } from '#lib/indicators/grid-copy.server.ts';
import { componentForm } from '#lib/indicators/grid.form.ts';
import { copyGridVersion, findGrid } from '#lib/indicators/grid.server.ts';
import { hasClassification, listCyclesSharingGrid } from '#lib/indicators/grid-version.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { act, button } from '#routes/act.server.ts';
import { chooseLanguageOf } from '#lib/indicators/wording.ts';
import { workOnGrid } from '../../working.server.ts';

export async function load(event) {
  const { territory, cycle, base, reading, open } = await workOnGrid(event);
  const { db } = event.locals.house;
  const shared = await listCyclesSharingGrid(db, territory.id, cycle.id);
  return {
    base,
    open,
    grid: await findGrid(db, territory.id, cycle.id, reading),
    shared,
    mayCopy: shared.length > 0 && !(await hasClassification(db, territory.id, cycle.id)),
    starter: event.locals.starterGrid.notice[chooseLanguageOf(event.locals.language, territory.language)] ?? '',
    sentId: randomId(),
  };
}

export const actions = {
  start: act(button, async ({ event, write }) => {
    const { territory, cycle, base, reading, in: here } = await workOnGrid(event);
    const grid = event.locals.starterGrid;
    await write(async (db, now) => {
      // Two who press at once get one grid.
      if (await findGrid(db, territory.id, cycle.id, reading)) return;
      await copyGrid(db, { ...here, grid }, now);
    });
    redirect(303, `${base}/indicators/grid/edit`);
  }),

  own: act(button, async ({ event, write }) => {
    const { territory, cycle, base, in: here } = await workOnGrid(event);
    await write(async (db, now) => {
      if ((await listCyclesSharingGrid(db, territory.id, cycle.id)).length === 0)
        throw new Refusal('indicators.gridOwn');
      await copyGridVersion(db, here, now);
    });
    redirect(303, `${base}/indicators/grid/edit`);
  }),

  add: act(componentForm, async ({ event, facts, write }) => {
    const { territory, base, in: here } = await workOnGrid(event);
    const { family, code, ...words } = facts;
    const wanted = code === '' ? {} : { code };
    await write((db, now) =>
      addComponent(db, { ...here, familyId: family, ...wanted, ...words, language: territory.language }, now),
    );
    redirect(303, `${base}/indicators/grid/edit`);
  }),
};
