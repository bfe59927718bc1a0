import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { dearerThan } from '#lib/plan/vote-proposal.ts';
import { listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { voteForm } from '#lib/plan/vote.form.ts';
import { correctVote } from '#lib/plan/vote-preparation.server.ts';
import type { Vote } from '#lib/plan/vote.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { describeChoice, readVote } from '../../preparing.server.ts';
import { getVoteHere } from '../here.server.ts';

/** Until it is opened; from then on there is nothing to correct any more. */
export async function load(event) {
  const { place, vote, here } = await getVoteHere(event);
  admit(event, mayPrepare(event.locals.person, vote.territory_id));
  // A correction that came too late is told so, beside what was typed.
  if (vote.opened_at !== null && event.request.method === 'GET') redirect(303, here);
  const on = await listVoteProposals(event.locals.house.db, vote.territory_id, vote.id);
  const choice = await describeChoice(
    event,
    place,
    on.map((proposal) => proposal.proposal_id),
  );
  return {
    here,
    name: vote.name,
    today: place.today,
    sentId: randomId(),
    typed: fieldsOf(vote),
    ...choice,
  };
}

export const actions = {
  default: act(voteForm, async ({ event, facts, write }) => {
    const { place, vote, here } = await getVoteHere(event);
    admit(event, mayPrepare(event.locals.person, vote.territory_id));
    const on = await listVoteProposals(event.locals.house.db, vote.territory_id, vote.id);
    const known = dearerThan(on, vote.budget_cents).map((proposal) => proposal.proposal_id);
    const corrected = {
      ...(await readVote(event, place, facts, known)),
      territoryId: vote.territory_id,
      voteId: vote.id,
    };
    await write((db, now) => correctVote(db, { ...corrected, actor: actorOf(event) }, now));
    redirect(303, here);
  }),
};

/** The vote as it is typed. */
function fieldsOf(vote: Vote): Record<string, string> {
  return {
    name: vote.name,
    question: vote.question,
    budget: String(vote.budget_cents / 100),
    leastChoices: String(vote.least_choices),
    mostChoices: String(vote.most_choices),
    add1Stops: vote.add1_stops,
    admission: vote.admission,
    closesOn: vote.closes_on,
    whoDecides: vote.who_decides,
    binding: vote.is_binding === 1 ? 'yes' : 'no',
    councilOn: vote.council_on,
  };
}
