import { grantRole } from '#lib/people/role.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { addNeighbourhood } from './neighbourhood.server.ts';
import { createTerritory, findTerritoryById, type TerritoryFacts } from './territory.server.ts';

export interface FoundingFacts extends TerritoryFacts {
  /** As the sender made it: sent again it is the same territory. */
  readonly id: string;
  readonly neighbourhoods: readonly string[];
  /** Who founds it and becomes its first coordinator. */
  readonly accountId: string;
}

/**
 * Founds a territory with its neighbourhoods; its founder coordinates it.
 * @returns its address
 * @throws Refusal `territory.nameTaken` when another territory has the same address
 */
export async function foundTerritory(db: Db, facts: FoundingFacts, now: number): Promise<string> {
  // Sent again: nothing is done a second time, and above all no role is given in a territory that was there before.
  const known = await findTerritoryById(db, facts.id);
  if (known) return known.slug;
  const actor = { kind: 'account', id: facts.accountId } as const;
  const { id: territoryId, slug } = await createTerritory(db, { ...facts, actor }, now);
  for (const name of facts.neighbourhoods) await addNeighbourhood(db, { territoryId, name, actor }, now);
  await grantRole(db, { territoryId, accountId: facts.accountId, role: 'coordinator', actor }, now);
  return slug;
}
