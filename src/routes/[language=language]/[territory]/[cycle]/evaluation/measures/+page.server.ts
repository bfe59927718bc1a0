import { redirect } from '@sveltejs/kit';
import { listAdoptedVersions, listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { seriesForm, valueForm } from '#lib/evaluation/measure.form.ts';
import { attachSeries, listSeries, putValue } from '#lib/evaluation/measure.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { act, actorOf, allow, requireAccount } from '#routes/act.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { db } = event.locals.house;
  const prepares = mayPrepare(event.locals.person, territory.id) && cycle.closed_at === null;
  if (!prepares) publicPage(event, territory.id);
  const indicators = await listIndicatorWords(db, {
    territoryId: territory.id,
    versionIds: await listAdoptedVersions(db, territory.id, cycle.id),
    language: event.locals.language,
    fallback: territory.language,
  });
  const series = await listSeries(
    db,
    territory.id,
    indicators.map((indicator) => indicator.indicatorId),
  );
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

async function preparing(event: Parameters<typeof getPlace>[0]) {
  requireAccount(event);
  const place = await getPlace(event);
  allow(mayPrepare(event.locals.person, place.territory.id));
  return place;
}
