import type { House } from '#lib/platform/house.server.ts';

/**
 * Fills a new database with the demonstration territory, unless DEMONSTRATION is `no`.
 * @returns one line for each demonstration account; none when nothing was or had been seeded
 */
export async function seedIfNew(house: House): Promise<readonly string[]> {
  if (!house.settings.demonstration) return [];
  return [];
}
