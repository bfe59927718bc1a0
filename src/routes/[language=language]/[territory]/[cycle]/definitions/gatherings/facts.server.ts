import { listRoleHolders } from '#lib/people/role.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';

/** Who can facilitate a gathering of a territory, by name. */
export async function listFacilitators(db: Db, territoryId: string): Promise<{ value: string; label: string }[]> {
  const holders = await listRoleHolders(db, territoryId);
  return holders
    .filter((holder) => holder.role === 'facilitator')
    .map((holder) => ({ value: holder.account_id, label: holder.name }));
}

/** @throws Refusal `definitions.gathering.notFacilitator` for an account that has lost the role, or never had it */
export async function requireFacilitators(db: Db, territoryId: string, ids: readonly string[]): Promise<void> {
  const known = await listFacilitators(db, territoryId);
  if (ids.some((id) => !known.some((one) => one.value === id)))
    throw new Refusal('definitions.gathering.notFacilitator');
}
