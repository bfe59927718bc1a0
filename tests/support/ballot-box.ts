import { openVote, prepareVote } from '#lib/plan/vote.server.ts';
import { reviewProposal } from '#lib/plan/proposal-review.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { confirmDecision, recordDecision, type Purpose } from '#lib/territory/decision.server.ts';
import { makeTown, type Town } from './territory.ts';
import { USUAL_VOTE } from './vote.ts';

type Opening = Pick<House, 'write' | 'db' | 'clock'>;

/** A town whose vote takes ballots from any device. */
export async function openBallotBox(
  house: Opening,
): Promise<{ town: Town; voteId: string; proposalIds: readonly string[] }> {
  const town = await makeTown(house);
  const actor: Actor = { kind: 'account', id: town.people.coordinator.id };
  const proposalIds: string[] = [];
  for (let turn = 1; turn <= 10; turn++) proposalIds.push(await acceptProposal(house, town, actor, turn * 10_000));
  const place = { territoryId: town.territory.id, cycleId: town.cycle.id };
  const closesOn = dayAfter(dayOf(house.clock(), town.territory.time_zone), 30);
  const voteId = await house.write((db, now) =>
    prepareVote(db, { ...USUAL_VOTE, ...place, closesOn, councilOn: dayAfter(closesOn, 10), proposalIds, actor }, now),
  );
  await decide(house, town, 'open-vote', voteId);
  await house.write((db, now) => openVote(db, { territoryId: place.territoryId, voteId, actor }, now));
  return { town, voteId, proposalIds };
}

/** A decision of the town's coordination group, confirmed by a second person. */
export async function decide(house: Opening, town: Town, purpose: Purpose, subjectId: string): Promise<string> {
  const { member, secondMember } = town.people;
  const territoryId = town.territory.id;
  const facts = {
    territoryId,
    bodyId: town.bodyId,
    decidedOn: dayOf(house.clock(), town.territory.time_zone),
    title: purpose,
    text: '',
    purpose,
    subjectId,
  };
  return house.write(async (db, now) => {
    const decisionId = await recordDecision(db, { ...facts, actor: { kind: 'account', id: member.id } }, now);
    const second: Actor = { kind: 'account', id: secondMember.id };
    await confirmDecision(db, { territoryId, decisionId, accountId: secondMember.id, actor: second }, now);
    return decisionId;
  });
}

async function acceptProposal(house: Opening, town: Town, actor: Actor, cost: number): Promise<string> {
  const proposalId = randomId();
  const territoryId = town.territory.id;
  const review = { outcome: 'accepted', reasons: 'utile', panel: 'mixte', actor } as const;
  await house.write(async (db, now) => {
    await db
      .insertInto('proposal')
      .values({
        territory_id: territoryId,
        id: proposalId,
        cycle_id: town.cycle.id,
        title: `Proposition à ${cost / 100} €`,
        description: 'Un banc à l’ombre sur la place',
        place: '',
        kind: 'action',
        cost_cents: cost,
        cost_reasons: 'devis',
        holder_actor_id: null,
        neighbourhood_id: null,
        sender: 'test',
        sent_id: proposalId,
        written_by: '',
        proposed_at: now,
        withdrawn_at: null,
      })
      .execute();
    await reviewProposal(db, { territoryId, proposalId, ...review }, now);
  });
  return proposalId;
}
