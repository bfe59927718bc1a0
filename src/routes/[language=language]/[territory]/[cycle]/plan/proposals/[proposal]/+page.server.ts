import { listActions } from '#lib/plan/action-list.server.ts';
import { listActors, listEveryActor } from '#lib/plan/actor.server.ts';
import { findConfirmation, nameHolder, refuseHolder } from '#lib/plan/holder.server.ts';
import { listObjectiveWords } from '#lib/plan/objective-words.server.ts';
import { listProposalObjectives } from '#lib/plan/proposal-list.server.ts';
import { holderForm, reviewForm } from '#lib/plan/proposal.form.ts';
import { listReviews, reviewProposal } from '#lib/plan/proposal-review.server.ts';
import { getProposal } from '#lib/plan/proposal.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound, publicPage, type Place } from '#routes/place.server.ts';
import { dateAt, wordsFor } from '../../reading.server.ts';

export async function load(event) {
  const { proposal, ...place } = await getHere(event);
  const { territory, cycle, base } = place;
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const { sender: _sender, sent_id: _sentId, ...shown } = proposal;
  const [objectives, links, reviews, everyone, neighbourhoods, doings, confirmed] = await Promise.all([
    listObjectiveWords(house.db, { ...wordsFor(event, territory), cycleId: cycle.id }),
    listProposalObjectives(house.db, territory.id, [proposal.id]),
    listReviews(house.db, territory.id, [proposal.id]),
    listEveryActor(house.db, territory.id),
    listNeighbourhoods(house.db, territory.id),
    listActions(house.db, territory.id, cycle.id),
    findConfirmation(house.db, territory.id, proposal),
  ]);
  const prepares = cycle.closed_at === null && proposal.withdrawn_at === null && mayPrepare(person, territory.id);
  return {
    here: `${base}/plan`,
    currency: territory.currency,
    proposal: { ...shown, proposedOn: dateAt(proposal.proposed_at, territory) },
    objectives: objectives.filter((one) => links.some((link) => link.objective_id === one.id)),
    reviews: reviews.map((one) => ({ ...one, reviewedOn: dateAt(one.reviewed_at, territory) })).reverse(),
    named: everyone.find((actor) => actor.id === proposal.holder_actor_id),
    confirmedOn: confirmed && dateAt(confirmed.confirmed_at, territory),
    neighbourhood: neighbourhoods.find((one) => one.id === proposal.neighbourhood_id)?.name,
    action: doings.find((action) => action.proposal_id === proposal.id),
    staff: prepares ? { actors: await listActors(house.db, territory.id), sentId: randomId() } : undefined,
  };
}

export const actions = {
  review: act(reviewForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    await write((db, now) => reviewProposal(db, { ...here, ...facts }, now));
  }),
  refuse: act(holderForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    await write((db, now) => refuseHolder(db, { ...here, actorId: facts.holder }, now));
  }),
  holder: act(holderForm, async ({ event, facts, write }) => {
    const here = await preparing(event);
    await write((db, now) => nameHolder(db, { ...here, actorId: facts.holder }, now));
  }),
};

type Where = Parameters<typeof getPlace>[0];

async function getHere(event: Where): Promise<Place & { proposal: Awaited<ReturnType<typeof getProposal>> }> {
  const place = await getPlace(event);
  const reading = getProposal(event.locals.house.db, place.territory.id, event.params.proposal ?? '');
  const proposal = await orNotFound(reading);
  allow(proposal.cycle_id === place.cycle.id);
  return { ...place, proposal };
}

async function preparing(event: Where) {
  const { territory } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const { proposal } = await getHere(event);
  return { territoryId: territory.id, proposalId: proposal.id, actor: actorOf(event) };
}
