import { INSTALLATION } from '#lib/people/account.server.ts';
import { listTerritoriesWithCycle } from '#lib/territory/territory-list.server.ts';
import { publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { house } = event.locals;
  publicPage(event, INSTALLATION);
  return { territories: await listTerritoriesWithCycle(house.db) };
}
