import { randomId } from './random-id.ts';
import { DAY } from './time.ts';
import type { Db } from './tables.ts';

/** How long a form waits for its sender to sign in again. */
export const KEPT_FOR = DAY;

export type Field = readonly [name: string, value: string];

/** Keeps what somebody sent when their session had ended. @returns the id under which they find it again */
export async function keepForm(
  db: Db,
  facts: { path: string; fields: readonly Field[] },
  now: number,
): Promise<string> {
  const id = randomId();
  await db
    .insertInto('kept_form')
    .values({ id, path: facts.path, body: JSON.stringify(facts.fields), kept_at: now })
    .execute();
  return id;
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
