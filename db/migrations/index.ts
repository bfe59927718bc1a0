import type { Migration } from 'kysely/migration';
import * as ground from './001_ground.ts';
import * as people from './002_people.ts';
import * as territory from './003_territory.ts';
import * as definitions from './004_definitions.ts';

/** In the order in which they run. A migration that has been released is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '001_ground': ground,
  '002_people': people,
  '003_territory': territory,
  '004_definitions': definitions,
} as Record<string, Migration>;
