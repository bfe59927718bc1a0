import { listGroups } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory, cycle } = await coordinate(event);
  const { db } = event.locals.house;
  const neighbourhoods = await listNeighbourhoods(db, territory.id);
  const groups = await listGroups(db, territory.id, cycle.id);
  return {
    groups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      kind: group.kind,
      standsFor: group.stands_for,
      targetSize: group.target_size,
      neighbourhood: neighbourhoods.find(({ id }) => id === group.neighbourhood_id)?.name,
    })),
  };
}
