import { redirect } from '@sveltejs/kit';
import { listActors } from '#lib/plan/actor.server.ts';
import { listObjectiveWords } from '#lib/plan/objective-words.server.ts';
import { proposalForm } from '#lib/plan/proposal.form.ts';
import { propose } from '#lib/plan/proposal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { wordsFor } from '../../reading.server.ts';
import { senderOf } from '../sender.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { db } = event.locals.house;
  // The device is known before the form is sent, so that a second press is the same sender.
  if (cycle.closed_at === null) senderOf(event, territory);
  const [objectives, neighbourhoods, actors] = await Promise.all([
    listObjectiveWords(db, { ...wordsFor(event, territory), cycleId: cycle.id }),
    listNeighbourhoods(db, territory.id),
    listActors(db, territory.id),
  ]);
  return {
    here: `${base}/plan`,
    open: cycle.closed_at === null,
    currency: territory.currency,
    objectives: objectives.map(({ id, title, forWhom }) => ({ id, title, forWhom })),
    asked: event.url.searchParams.get('objective') ?? '',
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ id, name })),
    actors: actors.map(({ id, name }) => ({ id, name })),
    sentId: randomId(),
  };
}

export const actions = {
  default: act(proposalForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    const sender = senderOf(event, territory);
    await event.locals.house.limits.spend('proposal', event.getClientAddress());
    const proposal = {
      ...facts,
      costCents: facts.cost,
      holderActorId: facts.holder ?? null,
      neighbourhoodId: facts.neighbourhood ?? null,
      objectiveIds: facts.objectives,
      territoryId: territory.id,
      cycleId: cycle.id,
      sender,
      actor: actorOf(event),
    };
    const id = await write((db, now) => propose(db, proposal, now));
    redirect(303, `${base}/plan/proposals/mine?sent=${id}`);
  }),
};
