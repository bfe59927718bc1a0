import type { Here } from './table.ts';

/** Names of a cycle's groups by id, also of those that meet no more: what they said is still there. */
export async function listGroupNames({ db, territory, cycle }: Here): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('group')
    .select(['id', 'name'])
    .where('territory_id', '=', territory.id)
    .where('cycle_id', '=', cycle.id)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Names of the territory's neighbourhoods by id, also of those that are no longer offered. */
export async function listNeighbourhoodNames({ db, territory }: Here): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('neighbourhood')
    .select(['id', 'name'])
    .where('territory_id', '=', territory.id)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
