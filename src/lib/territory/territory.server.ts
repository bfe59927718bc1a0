import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { slugOf } from '#lib/platform/text.ts';
import type { Db, Flag, Row } from '#lib/platform/tables.ts';

export interface TerritoryFacts {
  readonly name: string;
  readonly tagline: string;
  readonly language: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** k of the disclosure rules, 3 to 11. */
  readonly leastShown: number;
  /** Whom people write to about their data. */
  readonly contact: string;
}

/** Words that are routes and can't name a territory. A test compares this list with the routes. */
export const TAKEN_SLUGS = ['join', 'sign-in', 'account', 'api', 'health', 'new'] as const;

/** @throws Refusal `territory.nameTaken` when another territory has the same address */
export async function createTerritory(
  db: Db,
  facts: TerritoryFacts & { demonstration?: boolean; actor: Actor },
  now: number,
): Promise<{ id: string; slug: string }> {
  const slug = await freeSlug(db, facts.name);
  const id = randomId();
  const demonstration: Flag = facts.demonstration ? 1 : 0;
  await db
    .insertInto('territory')
    .values({ id, slug, ...columnsOf(facts), author_days: 365, unapproved_days: 730, demonstration, created_at: now })
    .execute();
  await record(db, { territoryId: id, actor: facts.actor, verb: 'territory.created', subject: ['territory', id] }, now);
  return { id, slug };
}

/** Changes the settings; the address stays, since people have it on paper. */
export async function changeTerritory(
  db: Db,
  facts: TerritoryFacts & { territoryId: string; authorDays: number; unapprovedDays: number; actor: Actor },
  now: number,
): Promise<void> {
  await db
    .updateTable('territory')
    .set({ ...columnsOf(facts), author_days: facts.authorDays, unapproved_days: facts.unapprovedDays })
    .where('id', '=', facts.territoryId)
    .execute();
  const subject = ['territory', facts.territoryId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'territory.changed', subject }, now);
}

export function findTerritory(db: Db, slug: string): Promise<Row<'territory'> | undefined> {
  return db.selectFrom('territory').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export async function getTerritory(db: Db, id: string): Promise<Row<'territory'>> {
  return there(await db.selectFrom('territory').selectAll().where('id', '=', id).executeTakeFirst(), 'territory');
}

export function listTerritories(db: Db): Promise<Row<'territory'>[]> {
  return db.selectFrom('territory').selectAll().orderBy('name').execute();
}

export async function addNeighbourhood(db: Db, facts: { territoryId: string; name: string }): Promise<string> {
  const id = randomId();
  const { position } = await db
    .selectFrom('neighbourhood')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('position'))
    .where('territory_id', '=', facts.territoryId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('neighbourhood')
    .values({ territory_id: facts.territoryId, id, name: facts.name, position: position + 1 })
    .execute();
  return id;
}

export function listNeighbourhoods(db: Db, territoryId: string): Promise<Row<'neighbourhood'>[]> {
  return db
    .selectFrom('neighbourhood')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .orderBy('position')
    .execute();
}

function columnsOf(facts: TerritoryFacts) {
  return {
    name: facts.name,
    tagline: facts.tagline,
    language: facts.language,
    time_zone: facts.timeZone,
    currency: facts.currency,
    least_shown: facts.leastShown,
    contact: facts.contact,
  };
}

async function freeSlug(db: Db, name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = slug === '' || (TAKEN_SLUGS as readonly string[]).includes(slug) || (await findTerritory(db, slug));
  if (taken) throw new Refusal('territory.nameTaken', { name });
  return slug;
}
