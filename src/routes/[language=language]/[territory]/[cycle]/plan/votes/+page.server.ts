import { countBallots, isPublished, isVoting, listVotes, stateOfVote } from '#lib/plan/vote.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, today, base } = await getPlace(event);
  const { db } = event.locals.house;
  const prepares = mayPrepare(event.locals.person, territory.id);
  const all = await listVotes(db, territory.id, cycle.id);
  const votes = await Promise.all(all.map(async (vote) => ({ ...vote, published: await isPublished(db, vote) })));
  publicPage(event, territory.id);
  return {
    base,
    prepares: prepares && cycle.closed_at === null,
    votes: await Promise.all(
      votes
        .filter((vote) => prepares || vote.published)
        .map(async (vote) => ({
          id: vote.id,
          name: vote.name,
          question: vote.question,
          state: stateOfVote(vote),
          published: vote.published,
          taking: isVoting(vote, today),
          closesOn: vote.closes_on,
          ballots: await countBallots(db, territory.id, vote.id),
        })),
    ),
  };
}
