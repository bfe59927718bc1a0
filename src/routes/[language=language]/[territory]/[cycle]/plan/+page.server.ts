import { listActions } from '#lib/plan/action-list.server.ts';
import { listEveryActor } from '#lib/plan/actor.server.ts';
import { listCommitments } from '#lib/plan/commitment-list.server.ts';
import { listObjectiveWords } from '#lib/plan/objective-words.server.ts';
import { findPact, listSignatures } from '#lib/plan/pact.server.ts';
import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { isPublished, isVoting, listVotes } from '#lib/plan/vote.server.ts';
import { mayPrepare, mayWorkOnIndicators } from '#lib/people/permission.ts';
import { getPlace, publicPage, type Place } from '#routes/place.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { dateOf, wordsFor } from './reading.server.ts';

export async function load(event) {
  const place = await getPlace(event);
  const { territory, cycle, base } = place;
  const { house, person } = event.locals;
  publicPage(event, territory.id);
  const objectives = await listObjectiveWords(house.db, { ...wordsFor(event, territory), cycleId: cycle.id });
  const ids = objectives.map((objective) => objective.id);
  const [commitments, actions, everyone] = await Promise.all([
    listCommitments(house.db, territory.id, ids),
    listActions(house.db, territory.id, cycle.id),
    listEveryActor(house.db, territory.id),
  ]);
  const promised = new Set(commitments.map((one) => one.actor_id));
  const open = cycle.closed_at === null;
  return {
    base,
    here: `${base}/plan`,
    currency: territory.currency,
    objectives: objectives.map((objective) => ({ ...objective, by: dateOf(objective.byDay) })),
    actions,
    commitments: commitments.map((one) => ({ ...one, until: dateOf(one.until_day) })),
    actors: everyone.filter((actor) => actor.retired_at === null || promised.has(actor.id)),
    ...(await describeRest(house.db, place)),
    works: open && mayWorkOnIndicators(person, territory.id),
    prepares: open && mayPrepare(person, territory.id),
  };
}

async function describeRest(db: Db, { territory, cycle, today }: Place) {
  const [proposals, votes, pact] = await Promise.all([
    listProposals(db, territory.id, cycle.id),
    listVotes(db, territory.id, cycle.id),
    findPact(db, territory.id, cycle.id),
  ]);
  const published = await Promise.all(votes.map((vote) => isPublished(db, vote)));
  const signatures = pact ? await listSignatures(db, territory.id, pact.id) : [];
  return {
    proposals: { all: proposals.length, orphans: proposals.filter((one) => one.holder_actor_id === null).length },
    voting: votes
      .filter((vote) => isVoting(vote, today))
      .map(({ id, name, question, closes_on }) => ({ id, name, question, closesOn: closes_on })),
    votes: published.filter(Boolean).length,
    pact: pact && {
      title: pact.title,
      opening: pact.text.split('\n', 1)[0] ?? '',
      signed: pact.signed_at !== null,
      signedOn: signatures[0] && dateOf(signatures[0].signed_on),
      signatures: signatures.length,
      reviewOn: dateOf(pact.review_on),
    },
  };
}
