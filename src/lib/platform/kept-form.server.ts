import { sql } from 'kysely';
import { randomId } from './random-id.ts';
import { DAY } from './time.ts';
import type { Db } from './tables.ts';

/** How long a form waits for its sender to sign in again. */
export const KEPT_FOR = DAY;

/** Bytes of one browser's forms, and of everyone's. Where there would be more, the oldest leave. */
export const MOST_OF_ONE = 1_000_000;
export const MOST_OF_ALL = 50_000_000;

/** Bytes that a row counts for besides what was sent, so that their number is bounded too. */
export const ROW = 1_000;

export type Field = readonly [name: string, value: string];

/**
 * Keeps what somebody sent when their session had ended.
 * @param facts.own the forms that the same browser has left before
 * @returns the id under which they find it again
 */
export async function keepForm(
  db: Db,
  facts: { path: string; fields: readonly Field[]; own: readonly string[] },
  now: number,
): Promise<string> {
  const id = randomId();
  const body = JSON.stringify(facts.fields);
  const size = Buffer.byteLength(body) + Buffer.byteLength(facts.path) + ROW;
  await forgetOldest(db, MOST_OF_ONE - size, facts.own);
  await forgetOldest(db, MOST_OF_ALL - size);
  await db.insertInto('kept_form').values({ id, path: facts.path, body, kept_at: now }).execute();
  return id;
}

/** The newest stay, as many as fit into `most` bytes. @param own only among these */
async function forgetOldest(db: Db, most: number, own?: readonly string[]): Promise<void> {
  const size = sql<number>`octet_length(body) + octet_length(path) + ${sql.lit(ROW)}`;
  const all = db
    .selectFrom('kept_form')
    .select(['id', sql<number>`sum(${size}) over (order by kept_at desc, id)`.as('upTo')]);
  const counted = own ? all.where('id', 'in', ['', ...own]) : all;
  await db
    .deleteFrom('kept_form')
    .where('id', 'in', (e) => e.selectFrom(counted.as('counted')).select('counted.id').where('counted.upTo', '>', most))
    .execute();
}

export async function findKeptForm(
  db: Db,
  id: string,
  now: number,
): Promise<{ path: string; fields: readonly Field[] } | undefined> {
  const row = await db
    .selectFrom('kept_form')
    .selectAll()
    .where('id', '=', id)
    .where('kept_at', '>', now - KEPT_FOR)
    .executeTakeFirst();
  return row && { path: row.path, fields: JSON.parse(row.body) as Field[] };
}

export async function forgetKeptForms(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('kept_form')
    .where('kept_at', '<=', now - KEPT_FOR)
    .execute();
}
