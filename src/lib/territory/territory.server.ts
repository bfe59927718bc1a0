import { INSTALLATION } from '#lib/people/account.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
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

/** Words that are routes, or may become some, and can't name a territory. A test compares this list with the routes. */
export const TAKEN_SLUGS: readonly string[] = [
  'about',
  'account',
  'api',
  'data',
  'health',
  'help',
  'join',
  'new',
  'sign-in',
  'sign-out',
  'staff',
];

/** How long what people wrote is kept: the author's tie to it, and words that no group approved; in days, 30 to 3650. */
export const USUAL_AUTHOR_DAYS = 365;
export const USUAL_UNAPPROVED_DAYS = 730;

/** @throws Refusal `territory.nameTaken` when another territory has the same address */
export async function createTerritory(
  db: Db,
  facts: TerritoryFacts & { id?: string; demonstration?: boolean; actor: Actor },
  now: number,
): Promise<{ id: string; slug: string }> {
  const slug = await freeSlug(db, facts.name);
  const id = facts.id ?? randomId();
  const demonstration: Flag = facts.demonstration ? 1 : 0;
  await db
    .insertInto('territory')
    .values({
      id,
      slug,
      ...columnsOf(facts),
      author_days: USUAL_AUTHOR_DAYS,
      unapproved_days: USUAL_UNAPPROVED_DAYS,
      demonstration,
      created_at: now,
    })
    .execute();
  announce(db, { territoryId: INSTALLATION });
  await record(db, { territoryId: id, actor: facts.actor, verb: 'territory.created', subject: ['territory', id] }, now);
  return { id, slug };
}

/**
 * Changes the settings; the address stays, since people have it on paper. Another `leastShown` holds only for what
 * hasn't begun.
 */
export async function changeTerritory(
  db: Db,
  facts: TerritoryFacts & { territoryId: string; authorDays: number; unapprovedDays: number; actor: Actor },
  now: number,
): Promise<void> {
  const { least_shown } = await getTerritory(db, facts.territoryId);
  if (facts.leastShown !== least_shown) await keepLeastShown(db, facts.territoryId, least_shown);
  await db
    .updateTable('territory')
    .set({ ...columnsOf(facts), author_days: facts.authorDays, unapproved_days: facts.unapprovedDays })
    .where('id', '=', facts.territoryId)
    .execute();
  announce(db, { territoryId: INSTALLATION });
  const subject = ['territory', facts.territoryId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'territory.changed', subject }, now);
}

/** Cycles in which people were asked keep what held so far. */
async function keepLeastShown(db: Db, territoryId: string, leastShown: number): Promise<void> {
  await db
    .updateTable('cycle')
    .set({ least_shown: leastShown })
    .where('territory_id', '=', territoryId)
    .where('least_shown', 'is', null)
    .where((e) =>
      e.or([
        e(
          'id',
          'in',
          e
            .selectFrom('group')
            .innerJoin('gathering', (join) =>
              join
                .onRef('gathering.territory_id', '=', 'group.territory_id')
                .onRef('gathering.group_id', '=', 'group.id'),
            )
            .select('group.cycle_id')
            .where('group.territory_id', '=', territoryId)
            .where('gathering.phase', '!=', 'planned'),
        ),
        e('id', 'in', e.selectFrom('review').select('review.cycle_id').where('review.territory_id', '=', territoryId)),
      ]),
    )
    .execute();
}

export function findTerritory(db: Db, slug: string): Promise<Row<'territory'> | undefined> {
  return db.selectFrom('territory').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export function findTerritoryById(db: Db, id: string): Promise<Row<'territory'> | undefined> {
  return db.selectFrom('territory').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function getTerritory(db: Db, id: string): Promise<Row<'territory'>> {
  return there(await findTerritoryById(db, id), 'territory');
}

export function listTerritories(db: Db): Promise<Row<'territory'>[]> {
  return db.selectFrom('territory').selectAll().orderBy('name').execute();
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
  const taken = slug === '' || TAKEN_SLUGS.includes(slug) || (await findTerritory(db, slug));
  if (taken) throw new Refusal('territory.nameTaken', { name });
  return slug;
}
