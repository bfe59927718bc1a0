import type { Migration } from 'kysely/migration';
import * as ground from './001_ground.ts';
import * as people from './002_people.ts';
import * as territory from './003_territory.ts';
import * as definitions from './004_definitions.ts';
import * as grid from './005_grid.ts';
import * as indicators from './005_indicators.ts';

/** In the order in which they run. A migration that has been released is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '001_ground': ground,
  '002_people': people,
  '003_territory': territory,
  '004_definitions': definitions,
  '005_grid': grid,
  '005_indicators': indicators,
} as Record<string, Migration>;
