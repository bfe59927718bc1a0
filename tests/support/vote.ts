import { randomId } from '#lib/platform/random-id.ts';
import { reviewProposal } from '#lib/plan/proposal-review.server.ts';
import { openVote, type VoteFacts } from '#lib/plan/vote.server.ts';
import { prepareVote } from '#lib/plan/vote-preparation.server.ts';
import type { TestHouse } from './database.ts';
import type { Town } from './town.ts';

/** Proposals that a panel accepted, straight in their table: what they answer doesn't matter to a vote. */
export async function acceptProposals(house: TestHouse, town: Town, costs: readonly number[]): Promise<string[]> {
  const { territoryId, cycleId } = town;
  const ids: string[] = [];
  for (const [place, cost] of costs.entries()) {
    const id = randomId();
    await house.write(async (db, now) => {
      await db
        .insertInto('proposal')
        .values({
          territory_id: territoryId,
          id,
          cycle_id: cycleId,
          title: `Proposition ${place + 1}`,
          description: 'd',
          place: '',
          kind: 'action',
          cost_cents: cost,
          cost_reasons: 'devis',
          holder_actor_id: null,
          neighbourhood_id: null,
          sender: 'test',
          sent_id: id,
          written_by: '',
          proposed_at: now,
          withdrawn_at: null,
        })
        .execute();
      const review = { outcome: 'accepted', reasons: 'utile', panel: 'mixte', actor: town.first } as const;
      await reviewProposal(db, { territoryId, proposalId: id, ...review }, now);
    });
    ids.push(id);
  }
  return ids;
}

export const USUAL_VOTE = {
  name: 'Vote',
  question: 'Que faire ?',
  budgetCents: 100_000,
  leastChoices: 1,
  mostChoices: 3,
  add1Stops: 'only-at-overspend',
  admission: 'open',
  closesOn: '2026-05-31',
  whoDecides: 'Le conseil municipal',
  isBinding: true,
  councilOn: '2026-06-20',
} as const satisfies Omit<VoteFacts, 'proposalIds'>;

/** A vote that takes ballots. */
export async function openedVote(
  house: TestHouse,
  town: Town,
  proposalIds: readonly string[],
  facts: Partial<VoteFacts> = {},
): Promise<string> {
  const { territoryId, cycleId } = town;
  const voteId = await house.write((db, now) =>
    prepareVote(db, { ...USUAL_VOTE, ...facts, proposalIds, territoryId, cycleId, actor: town.first }, now),
  );
  await town.decide('open-vote', voteId);
  await house.write((db, now) => openVote(db, { territoryId, voteId, actor: town.first }, now));
  return voteId;
}
