import { redirect } from '@sveltejs/kit';
import { listSortings } from '#lib/indicators/history.server.ts';
import { traceCriterion } from '#lib/indicators/trace-forward.server.ts';
import { listVersions } from '#lib/indicators/indicator-words.server.ts';
import { undoForm } from '#lib/indicators/sorting.form.ts';
import { undoClassification } from '#lib/indicators/undoing.server.ts';
import { act, allow } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { work } from '../../working.server.ts';

export async function load(event) {
  const { territory, cycle, base, viewer, reading, open } = await work(event);
  const { db } = event.locals.house;
  const of = { territoryId: territory.id, criterionId: event.params.criterion };
  const trace = await orNotFound(traceCriterion(db, of, viewer));
  allow(trace.criterion.cycleId === cycle.id);
  return {
    base,
    open,
    timeZone: territory.time_zone,
    trace,
    sortings: await listSortings(db, territory.id, of.criterionId),
    indicators: (await listVersions(db, territory.id, trace.versionIds, reading)).map((version) => ({
      ...{ id: version.indicatorId, name: version.name, number: version.number },
    })),
  };
}

export const actions = {
  undo: act(undoForm, async ({ event, facts, write }) => {
    const { in: here, viewer } = await work(event);
    const only = { actId: facts.actId, criterionId: event.params.criterion };
    await write((db, now) => undoClassification(db, { ...here, viewer, ...only }, now));
    redirect(303, event.url.pathname);
  }),
};
