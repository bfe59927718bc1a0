import { listActors } from '#lib/plan/actor.server.ts';
import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import { listObjectives } from '#lib/plan/objective.server.ts';
import { ACTOR_KINDS } from '#lib/plan/tables.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const [actors, objectives, neighbourhoods] = await Promise.all([
    listActors(house.db, territory.id),
    listObjectives(house.db, territory.id, cycle.id),
    listNeighbourhoods(house.db, territory.id),
  ]);
  const ids = objectives.map((objective) => objective.id);
  const commitments = await listCommitments(house.db, territory.id, ids);
  const described = actors.map(({ id, kind, name, description, neighbourhood_id }) => ({
    id,
    kind,
    name,
    description,
    neighbourhood: neighbourhoods.find((one) => one.id === neighbourhood_id)?.name,
    shares: commitments.filter((one) => one.actor_id === id).length,
  }));
  return {
    here: `${base}/plan`,
    kinds: ACTOR_KINDS.map((kind) => ({ kind, actors: described.filter((actor) => actor.kind === kind) })).filter(
      (one) => one.actors.length > 0,
    ),
    prepares: mayPrepare(person, territory.id),
  };
}
