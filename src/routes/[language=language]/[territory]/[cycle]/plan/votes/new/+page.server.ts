import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { byTitle } from '#lib/plan/vote-proposal.ts';
import { listAcceptedProposals } from '#lib/plan/vote-proposal.server.ts';
import { voteForm } from '#lib/plan/vote.form.ts';
import { prepareVote } from '#lib/plan/vote.server.ts';
import { showAmount } from '#lib/platform/money.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base, today } = await getPlace(event);
  const { house, person, language, sent } = event.locals;
  admit(event, mayPrepare(person, territory.id));
  const proposals = byTitle(await listAcceptedProposals(house.db, territory.id, cycle.id), language);
  return {
    base,
    today,
    sentId: randomId(),
    proposals: proposals.map(({ id, title, cost_cents }) => ({
      id,
      title,
      cost: showAmount(cost_cents, territory.currency, language),
    })),
    // After a correction, what was ticked; at first, all of them.
    ticked: sent ? sent.getAll('proposals').map(String) : proposals.map(({ id }) => id),
  };
}

export const actions = {
  default: act(voteForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    admit(event, mayPrepare(event.locals.person, territory.id));
    const { sentId, budget, binding, proposals, ...rest } = facts;
    const prepared = {
      ...rest,
      id: sentId,
      budgetCents: budget,
      isBinding: binding === 'yes',
      proposalIds: proposals,
      territoryId: territory.id,
      cycleId: cycle.id,
      actor: actorOf(event),
    };
    const id = await write((db, now) => prepareVote(db, prepared, now));
    redirect(303, `${base}/plan/votes/${id}`);
  }),
};
