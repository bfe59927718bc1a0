import type { Db } from '#lib/platform/tables.ts';
import './tables.ts';

export interface GridWords {
  readonly name: string;
  readonly explanation: string;
}

/** A component's words in one language, to be edited; undefined while it has none in it. */
export function findWordsOfComponent(
  db: Db,
  territoryId: string,
  componentId: string,
  language: string,
): Promise<GridWords | undefined> {
  return db
    .selectFrom('component_text')
    .select(['name', 'explanation'])
    .where('territory_id', '=', territoryId)
    .where('component_id', '=', componentId)
    .where('language', '=', language)
    .executeTakeFirst();
}

/** A family's words in one language, to be edited; undefined while it has none in it. */
export function findWordsOfFamily(
  db: Db,
  territoryId: string,
  familyId: string,
  language: string,
): Promise<GridWords | undefined> {
  return db
    .selectFrom('family_text')
    .select(['name', 'explanation'])
    .where('territory_id', '=', territoryId)
    .where('family_id', '=', familyId)
    .where('language', '=', language)
    .executeTakeFirst();
}
