import type { Db } from '#lib/platform/tables.ts';
import { findCurrentCycle } from './cycle.server.ts';
import { leastShownIn } from './least-shown.ts';
import { getTerritory } from './territory.server.ts';

/** What people who take part now are told: of the current cycle, or before the first one the territory's. */
export async function findLeastShownNow(db: Db, territoryId: string): Promise<number> {
  const territory = await getTerritory(db, territoryId);
  return leastShownIn((await findCurrentCycle(db, territoryId)) ?? { least_shown: null }, territory);
}
