import type { House } from '#lib/platform/house.server.ts';
import type { Town } from './territory.ts';

/** The other facilitator joins in leading the town's gathering. */
export async function addFacilitator(house: Pick<House, 'write'>, town: Town): Promise<void> {
  const row = {
    territory_id: town.territory.id,
    gathering_id: town.gatheringId,
    account_id: town.people.otherFacilitator.id,
  };
  await house.write((db) => db.insertInto('gathering_facilitator').values(row).execute());
}
