import { listSeries, type Series } from '#lib/evaluation/measure.server.ts';
import { publicTable, type Here } from '../table.ts';
import { listPublicVersions } from './indicators.server.ts';

/** Statistics that stand beside perception, with the territory's own passages between situations. */
export const measuredSeries = publicTable(
  'measured-series',
  'evaluation',
  {
    series_id: 'id',
    indicator_id: 'id',
    indicator: 'name',
    series: 'name',
    unit: 'name',
    source: 'text',
    better: ['up', 'down'],
    passage_1_2: 'number',
    passage_2_3: 'number',
    passage_3_4: 'number',
    passage_4_5: 'number',
  },
  async (here) =>
    (await listSeriesHere(here)).map(({ series, indicator }) => {
      const passages = series.thresholds?.passages ?? [];
      return {
        series_id: series.id,
        indicator_id: series.indicator_id,
        indicator,
        series: series.name,
        unit: series.unit,
        source: series.source,
        better: series.direction,
        passage_1_2: passages[0] ?? null,
        passage_2_3: passages[1] ?? null,
        passage_3_4: passages[2] ?? null,
        passage_4_5: passages[3] ?? null,
      };
    }),
);

export const measuredValues = publicTable(
  'measured-values',
  'evaluation',
  { series_id: 'id', series: 'name', day: 'day', value: 'number', unit: 'name', situation: 'number' },
  async (here) =>
    (await listSeriesHere(here)).flatMap(({ series }) =>
      series.values.map(({ day, value, level }) => ({
        series_id: series.id,
        series: series.name,
        day,
        value,
        unit: series.unit,
        situation: level ?? null,
      })),
    ),
);

async function listSeriesHere(here: Here): Promise<{ series: Series; indicator: string | null }[]> {
  const names = new Map((await listPublicVersions(here)).map((version) => [version.indicatorId, version.name]));
  const all = await listSeries(here.db, here.territory.id, [...names.keys()]);
  return all
    .map((series) => ({ series, indicator: names.get(series.indicator_id) ?? null }))
    .sort((a, b) => (a.series.name + a.series.id < b.series.name + b.series.id ? -1 : 1));
}
