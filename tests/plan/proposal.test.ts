import { expect, test } from 'vitest';
import { NotThere } from '#lib/platform/refusal.ts';
import { getAction, listActions } from '#lib/plan/action-list.server.ts';
import { startActions } from '#lib/plan/action.server.ts';
import { retireActor } from '#lib/plan/actor.server.ts';
import { nameHolder, refuseHolder } from '#lib/plan/holder.server.ts';
import { listProposals, listProposalsBy } from '#lib/plan/proposal-list.server.ts';
import { listReviews, reviewProposal } from '#lib/plan/proposal-review.server.ts';
import { getProposal, isInVote, propose, withdrawProposal, type ProposalFacts } from '#lib/plan/proposal.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { openedVote } from '#tests/support/vote.ts';
import { IDEA, readyTown, type Ready } from './ready.ts';

function send(house: TestHouse, ready: Ready, objectiveIds: readonly string[], facts: Partial<ProposalFacts> = {}) {
  const sending = { ...ready.by, actor: { kind: 'participant', id: null }, sender: 'd', sentId: 's' } as const;
  return house.write((db, now) => propose(db, { ...IDEA, ...facts, objectiveIds, ...sending }, now));
}

eachDatabase('a proposal', (open) => {
  test('sent ten times at once is one proposal, with other words it is another', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const ids = await Promise.all(Array.from({ length: 10 }, () => send(house, ready, [objectiveId])));
    expect(new Set(ids).size).toBe(1);
    expect(await send(house, ready, [objectiveId], { costCents: 0 })).not.toBe(ids[0]);
    const listed = await listProposals(house.db, ready.territoryId, ready.cycleId);
    expect(listed.map((one) => [one.cost_cents, one.objectiveIds])).toEqual(
      expect.arrayContaining([
        [1_200_050, [objectiveId]],
        [0, [objectiveId]],
      ]),
    );
    expect(listed).toHaveLength(2);
  });

  test('answers at least one objective of the cycle, and names nothing of another territory', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    const [mine, theirs] = [await ready.agree(), await other.agree()];
    await expect(send(house, ready, [])).rejects.toMatchObject({ reason: 'plan.noObjective' });
    await expect(send(house, ready, [mine, theirs])).rejects.toBeInstanceOf(NotThere);
    const foreign = await other.enter('D’ailleurs');
    await expect(send(house, ready, [mine], { holderActorId: foreign })).rejects.toBeInstanceOf(NotThere);
    await expect(send(house, ready, [mine], { neighbourhoodId: 'nowhere' })).rejects.toBeInstanceOf(NotThere);
    expect(await listProposals(house.db, ready.territoryId, ready.cycleId)).toEqual([]);
  });

  test('is reviewed with reasons that all stay; the newest holds', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const proposalId = await ready.propose([await ready.agree()]);
    const review = (outcome: 'to-rework' | 'accepted', sentId: string) =>
      house.write((db, now) =>
        reviewProposal(db, { ...ready.by, proposalId, outcome, reasons: outcome, panel: 'mixte', sentId }, now),
      );
    await review('to-rework', 'one');
    await review('to-rework', 'one');
    house.setClock(house.clock() + 1);
    await review('accepted', 'two');
    const all = await listReviews(house.db, ready.territoryId, [proposalId]);
    expect(all.map((one) => one.outcome)).toEqual(['to-rework', 'accepted']);
    const [listed] = await listProposals(house.db, ready.territoryId, ready.cycleId);
    expect(listed?.review?.outcome).toBe('accepted');
  });

  test('that is an orphan finds a holder who is still there', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    const proposalId = await ready.propose([await ready.agree()]);
    const [here, gone, foreign] = [await ready.enter('Ici'), await ready.enter('Partie'), await other.enter('Là')];
    await house.write((db, now) => retireActor(db, { ...ready.by, actorId: gone }, now));
    const name = (actorId: string) =>
      house.write((db, now) => nameHolder(db, { ...ready.by, proposalId, actorId }, now));
    await expect(name(gone)).rejects.toMatchObject({ reason: 'plan.actorRetired' });
    await expect(name(foreign)).rejects.toBeInstanceOf(NotThere);
    await name(here);
    const [listed] = await listProposals(house.db, ready.territoryId, ready.cycleId);
    expect(listed).toMatchObject({ holder_actor_id: here, holderName: 'Ici' });
  });

  test('names nobody as its holder until somebody who may confirms it', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const [actorId, other] = [await ready.enter('Les voisins'), await ready.enter('La Régie')];
    const proposalId = await ready.propose([await ready.agree()], { holderActorId: actorId });
    const listed = async () => (await listProposals(house.db, ready.territoryId, ready.cycleId))[0];
    const orphan = { holder_actor_id: null, holderName: null };
    expect(await listed()).toMatchObject({ ...orphan, askedName: 'Les voisins' });
    await house.write((db, now) => startActions(db, { ...ready.by, proposalIds: [proposalId] }, now));
    const [action] = await listActions(house.db, ready.territoryId, ready.cycleId);
    expect(action).toMatchObject(orphan);
    await house.write((db, now) => nameHolder(db, { ...ready.by, proposalId, actorId }, now));
    expect(await listed()).toMatchObject({ holder_actor_id: actorId, holderName: 'Les voisins', askedName: null });
    expect(await getAction(house.db, ready.territoryId, action?.id ?? '')).toMatchObject({ holderName: 'Les voisins' });
    const rows = await house.db.selectFrom('proposal_holder').selectAll().execute();
    expect(rows).toMatchObject([{ proposal_id: proposalId, actor_id: actorId, confirmed_by: ready.by.actor.id }]);
    // What has been confirmed is no longer only named.
    await house.write((db, now) => refuseHolder(db, { ...ready.by, proposalId, actorId }, now));
    expect(await listed()).toMatchObject({ holderName: 'Les voisins' });
    await house.write((db, now) => nameHolder(db, { ...ready.by, proposalId, actorId: other }, now));
    await house.write((db, now) => nameHolder(db, { ...ready.by, proposalId, actorId }, now));
    expect(await listed()).toMatchObject({ holderName: 'Les voisins' });
  });

  test('loses the name of somebody who did not agree', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const actorId = await ready.enter('Les voisins');
    const proposalId = await ready.propose([await ready.agree()], { holderActorId: actorId });
    await house.write((db, now) => refuseHolder(db, { ...ready.by, proposalId, actorId }, now));
    const [listed] = await listProposals(house.db, ready.territoryId, ready.cycleId);
    expect(listed).toMatchObject({ holder_actor_id: null, holderName: null, askedName: null });
  });

  test('is taken back by whoever sent it only, and not once it is voted on', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const [mine, voted, third] = [
      await ready.propose([objectiveId]),
      await ready.propose([objectiveId], { title: 'Votée' }),
      await ready.propose([objectiveId], { title: 'Aussi' }),
    ];
    const withdraw = (proposalId: string, sender: string) =>
      house.write((db, now) => withdrawProposal(db, { ...ready.by, proposalId, senders: [sender] }, now));
    await expect(withdraw(mine, 'somebody else')).rejects.toBeInstanceOf(NotThere);
    await withdraw(mine, 'device');
    expect((await getProposal(house.db, ready.territoryId, mine)).withdrawn_at).toBe(house.clock());
    const reviewing = (proposalId: string) =>
      house.write((db, now) =>
        reviewProposal(db, { ...ready.by, proposalId, outcome: 'accepted', reasons: 'r', panel: 'p' }, now),
      );
    await expect(reviewing(mine)).rejects.toMatchObject({ reason: 'plan.withdrawn' });
    await reviewing(voted);
    await reviewing(third);
    await openedVote(house, { ...ready, bodyId: '', first: ready.by.actor, second: ready.by.actor } as never, [
      voted,
      third,
    ]);
    expect(await isInVote(house.db, ready.territoryId, voted)).toBe(true);
    expect(await isInVote(house.db, ready.territoryId, mine)).toBe(false);
    await expect(withdraw(voted, 'device')).rejects.toMatchObject({ reason: 'plan.inVote' });
    const own = await listProposalsBy(house.db, ready.territoryId, ['device']);
    expect(own.map((one) => one.withdrawn_at !== null)).toContain(true);
    expect(await listProposalsBy(house.db, ready.territoryId, ['nobody'])).toEqual([]);
  });
});
