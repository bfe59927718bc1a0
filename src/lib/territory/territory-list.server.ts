import type { Db } from '#lib/platform/tables.ts';
import { findCurrentCycle } from './cycle.server.ts';
import { listTerritories } from './territory.server.ts';

export interface ListedTerritory {
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly language: string;
  readonly demonstration: boolean;
  /** The cycle that is under way, or the newest; undefined while there is none. */
  readonly cycle: { readonly slug: string; readonly name: string } | undefined;
}

/** Every territory with its current cycle, by name. */
export async function listTerritoriesWithCycle(db: Db): Promise<ListedTerritory[]> {
  const listed: ListedTerritory[] = [];
  for (const { id, slug, name, tagline, language, demonstration } of await listTerritories(db)) {
    const cycle = await findCurrentCycle(db, id);
    listed.push({
      slug,
      name,
      tagline,
      language,
      demonstration: demonstration === 1,
      cycle: cycle && { slug: cycle.slug, name: cycle.name },
    });
  }
  return listed;
}
