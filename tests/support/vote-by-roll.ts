import { openVote } from '#lib/plan/vote.server.ts';
import { prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { reviewProposal } from '#lib/plan/proposal-review.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import type { Db } from '#lib/platform/tables.ts';
import { dayOf } from '#lib/platform/time.ts';
import { confirmDecision, recordDecision } from '#lib/territory/decision.server.ts';
import type { Town } from './territory.ts';
import { USUAL_VOTE } from './vote.ts';

interface Place {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly bodyId: string;
  /** The day of the decision. */
  readonly today: string;
  /** Two members of the body. */
  readonly members: readonly [string, string];
}

/** A town with a vote by roll that takes ballots. */
export async function withVote(house: Pick<House, 'write'>, town: Town): Promise<Town> {
  const { member, secondMember } = town.people;
  const voteId = await house.write((db, now) =>
    openVoteByRoll(
      db,
      {
        territoryId: town.territory.id,
        cycleId: town.cycle.id,
        bodyId: town.bodyId,
        today: dayOf(now, town.territory.time_zone),
        members: [member.id, secondMember.id],
      },
      now,
    ),
  );
  return { ...town, voteId };
}

/** On two proposals, for years. @returns the vote's id */
async function openVoteByRoll(db: Db, place: Place, now: number): Promise<string> {
  const { territoryId, cycleId } = place;
  const [first, second] = place.members.map((id): Actor & { id: string } => ({ kind: 'account', id }));
  if (!first || !second) throw new Error('A decision needs two people');
  const proposalIds = [await accept(db, place, first, now), await accept(db, place, first, now)];
  const facts = { ...USUAL_VOTE, admission: 'roll', mostChoices: 2, proposalIds, territoryId, cycleId } as const;
  const days = { closesOn: '2099-05-31', councilOn: '2099-06-20' };
  const voteId = await prepareVote(db, { ...facts, ...days, actor: first }, now);
  const decisionId = await recordDecision(
    db,
    {
      territoryId,
      bodyId: place.bodyId,
      decidedOn: place.today,
      title: 'Ouvrir le vote',
      text: '',
      purpose: 'open-vote',
      subjectId: voteId,
      actor: first,
    },
    now,
  );
  await confirmDecision(db, { territoryId, decisionId, accountId: second.id, actor: second }, now);
  await openVote(db, { territoryId, voteId, actor: first }, now);
  return voteId;
}

async function accept(db: Db, { territoryId, cycleId }: Place, actor: Actor, now: number): Promise<string> {
  const id = randomId();
  await db
    .insertInto('proposal')
    .values({
      territory_id: territoryId,
      id,
      cycle_id: cycleId,
      title: 'Un banc à l’ombre',
      description: 'Sur la place',
      place: '',
      kind: 'action',
      cost_cents: 50_000,
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
  const review = { outcome: 'accepted', reasons: 'utile', panel: 'mixte', actor } as const;
  await reviewProposal(db, { territoryId, proposalId: id, ...review }, now);
  return id;
}
