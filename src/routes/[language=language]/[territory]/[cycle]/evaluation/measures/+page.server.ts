import { redirect } from '@sveltejs/kit';
import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { seriesForm, valueForm } from '#lib/evaluation/measure.form.ts';
import { attachSeries, listSeries, putValue } from '#lib/evaluation/measure.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { act, actorOf, allow, requireAccount } from '#routes/act.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const prepares = mayPrepare(event.locals.person, territory.id) && cycle.closed_at === null;
  if (!prepares) publicPage(event, territory.id);
  const { indicators, series } = await listMeasured(event);
  return {
    base,
    prepares,
    indicators: indicators.map(({ indicatorId, name }) => ({ value: indicatorId, label: name })),
    series: series.map((one) => ({
      ...one,
      values: one.values.map((value) => ({ ...value, at: Date.parse(value.day) })),
    })),
  };
}

export const actions = {
  attach: act(seriesForm, async ({ event, facts, write }) => {
    const { territory, base } = await preparing(event);
    const { name, unit, source, direction, indicator, passages } = facts;
    const { indicators } = await listMeasured(event);
    allow(indicators.some(({ indicatorId }) => indicatorId === indicator));
    await write((db, now) =>
      attachSeries(
        db,
        {
          territoryId: territory.id,
          indicatorId: indicator,
          name,
          unit,
          source,
          direction,
          passages,
          actor: actorOf(event),
        },
        now,
      ),
    );
    redirect(303, `${base}/evaluation/measures`);
  }),
  value: act(valueForm, async ({ event, facts, write }) => {
    const { territory, base } = await preparing(event);
    const { series } = await listMeasured(event);
    allow(series.some(({ id }) => id === facts.series));
    await write((db, now) =>
      putValue(
        db,
        {
          territoryId: territory.id,
          seriesId: facts.series,
          day: facts.day,
          value: facts.value,
          actor: actorOf(event),
        },
        now,
      ),
    );
    redirect(303, `${base}/evaluation/measures`);
  }),
};

/** What a cycle's indicators are measured by. */
async function listMeasured(event: Parameters<typeof getPlace>[0]) {
  const { territory, cycle } = await getPlace(event);
  const { house, language } = event.locals;
  const versionIds = await listAdoptedVersions(house.db, territory.id, cycle.id);
  const words = { territoryId: territory.id, versionIds, language, fallback: territory.language };
  const indicators = await listIndicatorWords(house.db, words);
  const ids = indicators.map(({ indicatorId }) => indicatorId);
  return { indicators, series: await listSeries(house.db, territory.id, ids) };
}

async function preparing(event: Parameters<typeof getPlace>[0]) {
  requireAccount(event);
  const place = await getPlace(event);
  allow(mayPrepare(event.locals.person, place.territory.id));
  return place;
}
