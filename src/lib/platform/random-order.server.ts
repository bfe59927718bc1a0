import { randomBelow } from './random-id.ts';
import type { Db, Tables } from './tables.ts';

/** A random order, every one equally likely: Fisher–Yates with a cryptographic source. */
export function drawOrder<T>(items: readonly T[]): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomBelow(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/**
 * At a closing: writes rows of secret tables anew in random order. On PostgreSQL each row carries the hidden number of
 * the transaction that wrote it, which would tie who took part to what they said; after this all rows share one.
 * @param within the columns that say which rows
 */
export async function rewriteInRandomOrder(
  db: Db,
  tables: readonly (keyof Tables)[],
  within: Readonly<Record<string, string>>,
): Promise<void> {
  for (const name of tables as readonly 'ballot'[]) {
    const rows = await db
      .selectFrom(name)
      .selectAll()
      .where((e) => e.and(within))
      .execute();
    await db
      .deleteFrom(name)
      .where((e) => e.and(within))
      .execute();
    const shuffled = drawOrder<object>(rows);
    for (let start = 0; start < shuffled.length; start += 500) {
      await db
        .insertInto(name)
        .values(shuffled.slice(start, start + 500) as never)
        .execute();
    }
  }
}
