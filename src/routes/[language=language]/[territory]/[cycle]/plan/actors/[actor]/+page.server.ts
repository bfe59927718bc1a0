import { listActions } from '#lib/plan/action-list.server.ts';
import { getActor } from '#lib/plan/actor.server.ts';
import { listCommitmentsOf } from '#lib/plan/commitment-list.server.ts';
import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { getPlace, orNotFound, publicPage } from '#routes/place.server.ts';
import { dateOf } from '../../reading.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const actor = await orNotFound(getActor(house.db, territory.id, event.params.actor));
  const [commitments, proposals, actions] = await Promise.all([
    listCommitmentsOf(house.db, territory.id, { actorId: actor.id }),
    listProposals(house.db, territory.id, cycle.id),
    listActions(house.db, territory.id, cycle.id),
  ]);
  const prepares = cycle.closed_at === null && actor.retired_at === null && mayPrepare(person, territory.id);
  return {
    here: `${base}/plan`,
    currency: territory.currency,
    actor: { id: actor.id, kind: actor.kind, name: actor.name, description: actor.description },
    retired: actor.retired_at !== null,
    commitments: commitments.map((one) => ({ ...one, until: dateOf(one.until_day) })),
    actions: actions.filter((action) => action.holder_actor_id === actor.id),
    proposals: proposals
      .filter((one) => one.holder_actor_id === actor.id && !actions.some((action) => action.proposal_id === one.id))
      .map(({ id, title }) => ({ id, title })),
    prepares,
  };
}
