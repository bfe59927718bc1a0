import type { RequestEvent } from '@sveltejs/kit';
import type { InferOutput } from 'valibot';
import { translator } from '#lib/messages/translate.ts';
import { byTitle, dearerThan } from '#lib/plan/vote-proposal.ts';
import { listAcceptedProposals, listTakenUp } from '#lib/plan/vote-proposal.server.ts';
import type { voteForm } from '#lib/plan/vote.form.ts';
import type { VoteFacts } from '#lib/plan/vote.server.ts';
import { readAmount, showAmount } from '#lib/platform/money.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Place } from '#routes/place.server.ts';

type Facts = InferOutput<typeof voteForm>;

/**
 * What can be put to the vote, and what is ticked: after a correction what was ticked, else what the vote has already,
 * or all that nothing has taken up yet.
 */
export async function describeChoice(event: RequestEvent, { territory, cycle }: Place, on?: readonly string[]) {
  const { house, language, sent } = event.locals;
  const t = translator(language);
  const proposals = byTitle(await listAcceptedProposals(house.db, territory.id, cycle.id), language);
  const takenUp = new Map((await listTakenUp(house.db, territory.id, cycle.id)).map((one) => [one.proposalId, one]));
  const noteOf = (id: string) => {
    const taken = takenUp.get(id);
    if (!taken) return undefined;
    return taken.vote === undefined ? t('votes.new.started') : t('votes.new.elsewhere', { name: taken.vote });
  };
  const free = proposals.filter(({ id }) => !takenUp.has(id)).map(({ id }) => id);
  const ticked = sent ? sent.getAll('proposals').map(String) : (on ?? free);
  const budget = readAmount(String(sent?.get('budget') ?? ''));
  const chosen = proposals.filter(({ id }) => ticked.includes(id));
  return {
    proposals: proposals.map(({ id, title, cost_cents }) => ({
      id,
      title,
      cost: showAmount(cost_cents, territory.currency, language),
      note: noteOf(id),
    })),
    ticked,
    // Asked only once it was sent: before, nobody knows the budget.
    asksDearer: budget !== undefined && dearerThan(chosen, budget).length > 0,
  };
}

/**
 * The vote as the form has it.
 * @param known ids of those of which it has been said before that they may
 * @throws Refusal `votes.dearer` where a proposal alone costs more than the budget and it isn't said that it may
 */
export async function readVote(
  event: RequestEvent,
  { territory, cycle }: Place,
  facts: Facts,
  known: readonly string[] = [],
): Promise<VoteFacts> {
  const { sentId: _sentId, budget, binding, proposals, dearer: kept, ...rest } = facts;
  const accepted = await listAcceptedProposals(event.locals.house.db, territory.id, cycle.id);
  const dearer = dearerThan(
    accepted.filter(({ id }) => proposals.includes(id) && !known.includes(id)),
    budget,
  );
  if (dearer.length > 0 && !kept)
    throw new Refusal('votes.dearer', { titles: dearer.map(({ title }) => title).join(' · ') });
  return { ...rest, budgetCents: budget, isBinding: binding === 'yes', proposalIds: proposals };
}
