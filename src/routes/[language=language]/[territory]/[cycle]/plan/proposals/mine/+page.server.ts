import { listProposalsBy } from '#lib/plan/proposal-list.server.ts';
import { withdrawalForm } from '#lib/plan/proposal.form.ts';
import { getProposal, isInVote, withdrawProposal } from '#lib/plan/proposal.server.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { act, actorOf, allow, requireAccount } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { dateAt } from '../../reading.server.ts';
import { sendersOf } from '../sender.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { db } = event.locals.house;
  const proposals = await listProposalsBy(db, territory.id, await sendersOf(event, territory));
  const own = proposals.filter((proposal) => proposal.cycle_id === cycle.id);
  const actions = await listActions(db, territory.id, cycle.id);
  return {
    here: `${base}/plan`,
    currency: territory.currency,
    sent: own.some((proposal) => proposal.id === event.url.searchParams.get('sent')),
    proposals: await Promise.all(
      own.map(async (proposal) => ({
        ...proposal,
        inVote: await isInVote(db, territory.id, proposal.id),
        proposedOn: dateAt(proposal.proposed_at, territory),
        action: actions.find((action) => action.proposal_id === proposal.id),
      })),
    ),
  };
}

export const actions = {
  withdraw: act(withdrawalForm, async ({ event, facts, write }) => {
    const { territory, cycle } = await getPlace(event);
    const senders = await sendersOf(event, territory);
    const { sender, cycle_id } = await getProposal(event.locals.house.db, territory.id, facts.proposal);
    allow(cycle_id === cycle.id);
    // It may have been sent with an account: whoever isn't signed in can show that it is theirs.
    if (!senders.includes(sender)) requireAccount(event);
    const withdrawn = { territoryId: territory.id, proposalId: facts.proposal, senders, actor: actorOf(event) };
    await write((db, now) => withdrawProposal(db, withdrawn, now));
  }),
};
