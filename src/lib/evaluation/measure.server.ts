import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { levelOfMeasure, readThresholds, type MeasureDirection, type Thresholds } from './measure.ts';
import type { Level } from './distribution.ts';

export interface SeriesFacts {
  readonly name: string;
  readonly unit: string;
  readonly source: string;
  /** Whether a greater value is better. */
  readonly direction: MeasureDirection;
  /** The territory's own four passages, or null while it has set none. */
  readonly passages: readonly number[] | null;
}

export interface Series extends Omit<Row<'measure_series'>, 'thresholds'> {
  readonly thresholds: Thresholds | undefined;
  /** Oldest first; the level is undefined without thresholds. */
  readonly values: readonly { readonly day: string; readonly value: number; readonly level: Level | undefined }[];
}

/**
 * Attaches a statistic to an indicator; it stands beside perception and is never mixed into it.
 * @throws Refusal `evaluation.thresholds` when the passages aren't four numbers in order
 */
export async function attachSeries(
  db: Db,
  facts: SeriesFacts & { territoryId: string; indicatorId: string; actor: Actor },
  now: number,
): Promise<string> {
  if (facts.passages && !readThresholds(facts.direction, facts.passages).ok) throw new Refusal('evaluation.thresholds');
  await requireIndicator(db, facts.territoryId, facts.indicatorId);
  const id = randomId();
  await db
    .insertInto('measure_series')
    .values({
      territory_id: facts.territoryId,
      id,
      indicator_id: facts.indicatorId,
      name: facts.name,
      unit: facts.unit,
      source: facts.source,
      direction: facts.direction,
      thresholds: facts.passages && JSON.stringify(facts.passages),
      created_at: now,
      retired_at: null,
    })
    .execute();
  const subject = ['measure_series', id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'series.attached', subject }, now);
  return id;
}

/** Puts a value on a day; putting another on the same day corrects it. */
export async function putValue(
  db: Db,
  facts: { territoryId: string; seriesId: string; day: string; value: number; actor: Actor },
  now: number,
): Promise<void> {
  await getSeriesRow(db, facts.territoryId, facts.seriesId);
  await db
    .insertInto('measure_value')
    .values({ territory_id: facts.territoryId, series_id: facts.seriesId, day: facts.day, value: facts.value })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'series_id', 'day']).doUpdateSet({ value: facts.value }),
    )
    .execute();
  const subject = ['measure_series', facts.seriesId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'value.put', subject }, now);
}

/** The series attached to some indicators, with their values. */
export async function listSeries(db: Db, territoryId: string, indicatorIds: readonly string[]): Promise<Series[]> {
  const rows = await db
    .selectFrom('measure_series')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('indicator_id', 'in', ['', ...indicatorIds])
    .where('retired_at', 'is', null)
    .orderBy('created_at')
    .execute();
  const values = await db
    .selectFrom('measure_value')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('series_id', 'in', ['', ...rows.map((row) => row.id)])
    .orderBy('day')
    .execute();
  return rows.map((row) =>
    seriesOf(
      row,
      values.filter((value) => value.series_id === row.id),
    ),
  );
}

function seriesOf(row: Row<'measure_series'>, values: readonly Row<'measure_value'>[]): Series {
  const read = row.thresholds && readThresholds(row.direction, JSON.parse(row.thresholds) as number[]);
  const thresholds = read && read.ok ? read.thresholds : undefined;
  return {
    ...row,
    thresholds,
    values: values.map(({ day, value }) => ({
      day,
      value,
      level: thresholds && levelOfMeasure(thresholds, value),
    })),
  };
}

async function getSeriesRow(db: Db, territoryId: string, id: string): Promise<Row<'measure_series'>> {
  const row = await db
    .selectFrom('measure_series')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'measure series');
}

async function requireIndicator(db: Db, territoryId: string, id: string): Promise<void> {
  const row = await db
    .selectFrom('indicator')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  there(row, 'indicator');
}
