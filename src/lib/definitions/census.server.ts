import { record, type Actor } from '#lib/platform/journal.server.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { AGE_BANDS, SEXES, type ProfileItem } from './profile.ts';
import './tables.ts';

/** People of one category, or any figure in proportion to them; from 0. */
export interface CensusPart {
  readonly value: string;
  readonly people: number;
}

/** For each item of a profile the categories that can be told, in their order. */
export type Offered = Readonly<Record<ProfileItem, readonly string[]>>;

export async function listOffered(db: Db, territoryId: string): Promise<Offered> {
  const neighbourhoods = await listNeighbourhoods(db, territoryId);
  return { age: AGE_BANDS, sex: SEXES, neighbourhood: neighbourhoods.map(({ id }) => id) };
}

/**
 * Keeps who lives here by one item of a profile, in place of what was kept before. No parts: it is forgotten.
 * @throws Refusal `definitions.census.nobody` when the figures add up to nothing; NotThere for a category that isn't
 * offered here
 */
export async function setCensus(
  db: Db,
  facts: {
    territoryId: string;
    item: ProfileItem;
    /** Where the figures come from, and of which year. */
    source: string;
    parts: readonly CensusPart[];
    actor: Actor & { id: string };
  },
  now: number,
): Promise<void> {
  const { territoryId, item, source, parts, actor } = facts;
  const offered = (await listOffered(db, territoryId))[item];
  if (parts.some(({ value }) => !offered.includes(value))) throw new NotThere('category');
  if (parts.length > 0 && parts.every(({ people }) => people === 0)) throw new Refusal('definitions.census.nobody');
  const here = { territory_id: territoryId, item };
  for (const table of ['census_part', 'census'] as const)
    await db.deleteFrom(table).where('territory_id', '=', territoryId).where('item', '=', item).execute();
  if (parts.length > 0) {
    const entered = { source, entered_by: actor.id, entered_at: now };
    await db
      .insertInto('census')
      .values({ ...here, ...entered })
      .execute();
    await db
      .insertInto('census_part')
      .values(parts.map((part) => ({ ...here, ...part })))
      .execute();
  }
  await record(db, { territoryId, actor, verb: 'census.set', subject: ['territory', territoryId] }, now);
}

export interface Census {
  readonly source: string;
  /** By category, as it was entered. A category that isn't there is none that the census counts. */
  readonly people: ReadonlyMap<string, number>;
}

/** Who lives here, by each item of which it is known. */
export async function listCensus(db: Db, territoryId: string): Promise<ReadonlyMap<ProfileItem, Census>> {
  const sources = await db.selectFrom('census').selectAll().where('territory_id', '=', territoryId).execute();
  const parts = await db.selectFrom('census_part').selectAll().where('territory_id', '=', territoryId).execute();
  const peopleOf = (item: ProfileItem) =>
    new Map(parts.filter((part) => part.item === item).map(({ value, people }) => [value, people]));
  return new Map(sources.map(({ item, source }) => [item, { source, people: peopleOf(item) }]));
}
