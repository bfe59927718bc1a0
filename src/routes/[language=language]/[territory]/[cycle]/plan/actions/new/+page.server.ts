import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { startForm } from '#lib/plan/action.form.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { startVoted } from '#lib/plan/action.server.ts';
import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { findTally } from '#lib/plan/tally.server.ts';
import { getVote, listVotes, stateOfVote, type Vote } from '#lib/plan/vote.server.ts';
import { act, actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const all = await listVotes(db, territory.id, cycle.id);
  const closed = all.filter((vote) => stateOfVote(vote) === 'closed').map(({ id, name }) => ({ id, name }));
  const voteId = event.url.searchParams.get('vote');
  const here = `${base}/plan`;
  if (voteId === null) return { here, closed, vote: undefined };
  const vote = await getVoteHere(event, voteId);
  const [tally, proposals, started] = await Promise.all([
    findTally(db, territory.id, vote.id),
    listProposals(db, territory.id, cycle.id),
    listActions(db, territory.id, cycle.id),
  ]);
  const winners = tally?.result.equalShares.winners ?? [];
  return {
    here,
    closed,
    currency: territory.currency,
    vote: { id: vote.id, name: vote.name, counted: tally !== undefined, departure: vote.departure },
    winners: winners.flatMap((id) => {
      const proposal = proposals.find((one) => one.id === id);
      if (!proposal) return [];
      const { title, cost_cents, holderName } = proposal;
      return { id, title, cost_cents, holderName, started: started.some((action) => action.proposal_id === id) };
    }),
  };
}

export const actions = {
  default: act(startForm, async ({ event, facts, write }) => {
    const { territory, base } = await getPlace(event);
    admit(event, mayPrepare(event.locals.person, territory.id));
    const { id: voteId } = await getVoteHere(event, facts.vote);
    const start = {
      territoryId: territory.id,
      voteId,
      proposalIds: facts.proposals,
      actor: actorOf(event),
    };
    await write((db, now) => startVoted(db, start, now));
    redirect(303, `${base}/plan#actions`);
  }),
};

async function getVoteHere(event: Parameters<typeof getPlace>[0], id: string): Promise<Vote> {
  const { territory, cycle } = await getPlace(event);
  const vote = await orNotFound(getVote(event.locals.house.db, territory.id, id));
  allow(vote.cycle_id === cycle.id);
  return vote;
}
