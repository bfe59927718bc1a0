import { expect, test } from 'vitest';
import { NotThere } from '#lib/platform/refusal.ts';
import { startActions } from '#lib/plan/action.server.ts';
import { listActions } from '#lib/plan/action-list.server.ts';
import { getCommitment, listCommitments, listCommitmentsOf } from '#lib/plan/commitment-list.server.ts';
import { commit, listHistory, markCommitment, type CommitmentFacts } from '#lib/plan/commitment.server.ts';
import { needsReason, nextStatuses } from '#lib/plan/commitment.ts';
import { proposeObjective } from '#lib/plan/objective.server.ts';
import { COMMITMENT_STATUSES, type CommitmentStatus } from '#lib/plan/tables.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { readyTown, type Ready } from './ready.ts';

async function promising(house: TestHouse, name?: string) {
  const ready = await readyTown(house, name);
  const facts = {
    actorId: await ready.enter('Entraide'),
    objectiveId: await ready.agree(),
    actionId: null,
    gives: 'time',
    words: 'Deux matins par semaine',
    fromDay: '2026-09-01',
    untilDay: '2027-06-30',
  } as const satisfies CommitmentFacts;
  return { ready, facts };
}

function promise(house: TestHouse, ready: Ready, facts: CommitmentFacts) {
  return house.write((db, now) => commit(db, { ...facts, ...ready.by, sentId: 'one' }, now));
}

function mark(
  house: TestHouse,
  ready: Ready,
  commitmentId: string,
  status: CommitmentStatus,
  reason = '',
  seen?: number,
) {
  const facts = { ...ready.by, commitmentId, status, reason, ...(seen === undefined ? {} : { seen }) };
  return house.write((db, now) => markCommitment(db, facts, now));
}

test('only what judges or changes a promise needs a reason, and every status has a way on', () => {
  expect(COMMITMENT_STATUSES.filter((status) => !needsReason(status))).toEqual(['proposed', 'confirmed']);
  for (const status of COMMITMENT_STATUSES) {
    expect(nextStatuses(status)).not.toContain(status);
    expect(nextStatuses(status)).not.toContain('proposed');
    expect(nextStatuses(status).length).toBeGreaterThan(0);
  }
});

eachDatabase('a commitment', (open) => {
  test('is made once, to an agreed objective, by an actor who is there, and ends no sooner than it begins', async () => {
    const house = await open();
    const { ready, facts } = await promising(house);
    const id = await promise(house, ready, facts);
    expect(await promise(house, ready, facts)).toBe(id);
    expect(await listCommitments(house.db, ready.territoryId, [facts.objectiveId])).toMatchObject([
      { id, status: 'proposed', number: 1, actorName: 'Entraide' },
    ]);
    const oneDay = { ...facts, untilDay: facts.fromDay };
    expect(await promise(house, ready, oneDay)).not.toBe(id);
    const backwards = { ...facts, untilDay: '2026-08-31' };
    await expect(promise(house, ready, backwards)).rejects.toMatchObject({ reason: 'plan.days' });
    const proposed = await house.write((db, now) => proposeObjective(db, { ...ready.objective, ...ready.by }, now));
    const early = { ...facts, objectiveId: proposed };
    await expect(promise(house, ready, early)).rejects.toMatchObject({ reason: 'plan.notAgreed' });
  });

  test('serves an action of the same objective only', async () => {
    const house = await open();
    const { ready, facts } = await promising(house);
    const elsewhere = await ready.agree({ title: 'Autre objectif' });
    const proposalId = await ready.propose([facts.objectiveId]);
    await house.write((db, now) => startActions(db, { ...ready.by, proposalIds: [proposalId] }, now));
    const [action] = await listActions(house.db, ready.territoryId, ready.cycleId);
    const actionId = action?.id ?? '';
    const wrong = { ...facts, actionId, objectiveId: elsewhere };
    await expect(promise(house, ready, wrong)).rejects.toMatchObject({ reason: 'plan.otherObjective' });
    const id = await promise(house, ready, { ...facts, actionId });
    expect(await listCommitmentsOf(house.db, ready.territoryId, { actionId })).toMatchObject([{ id }]);
  });

  test('goes from status to status in order, with reasons, and keeps its whole history', async () => {
    const house = await open();
    const { ready, facts } = await promising(house);
    const id = await promise(house, ready, facts);
    await expect(mark(house, ready, id, 'kept', 'fait')).rejects.toMatchObject({ reason: 'plan.statusOrder' });
    await mark(house, ready, id, 'confirmed');
    await expect(mark(house, ready, id, 'proposed')).rejects.toMatchObject({ reason: 'plan.statusOrder' });
    await expect(mark(house, ready, id, 'not-kept')).rejects.toMatchObject({ reason: 'plan.reasonNeeded' });
    await mark(house, ready, id, 'not-kept', 'plus de bénévoles');
    await mark(house, ready, id, 'not-kept', 'plus de bénévoles');
    await mark(house, ready, id, 'renegotiated', 'un matin au lieu de deux');
    await mark(house, ready, id, 'confirmed');
    await mark(house, ready, id, 'kept', 'chaque mardi');
    const history = await listHistory(house.db, ready.territoryId, id);
    expect(history.map((one) => `${one.number} ${one.status} ${one.reason}`.trim())).toEqual([
      '1 proposed',
      '2 confirmed',
      '3 not-kept plus de bénévoles',
      '4 renegotiated un matin au lieu de deux',
      '5 confirmed',
      '6 kept chaque mardi',
    ]);
    expect(await getCommitment(house.db, ready.territoryId, id)).toMatchObject({ status: 'kept', number: 6 });
  });

  test('marked by two people at once: one mark holds, the other person is told, nothing is lost', async () => {
    const house = await open();
    const { ready, facts } = await promising(house);
    const id = await promise(house, ready, facts);
    await mark(house, ready, id, 'confirmed');
    const outcomes = await Promise.allSettled([
      mark(house, ready, id, 'kept', 'vu sur place', 2),
      mark(house, ready, id, 'partly-kept', 'une fois sur deux', 2),
      mark(house, ready, id, 'not-kept', 'jamais vu', 2),
    ]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ reason: 'plan.meanwhile' });
    expect((await listHistory(house.db, ready.territoryId, id)).map((one) => one.number)).toEqual([1, 2, 3]);
  });

  test('names nothing of another territory, and nobody there can mark it', async () => {
    const house = await open();
    const { ready, facts } = await promising(house);
    const { ready: other, facts: theirs } = await promising(house, 'Autre');
    for (const mixed of [
      { ...facts, actorId: theirs.actorId },
      { ...facts, objectiveId: theirs.objectiveId },
      { ...facts, actionId: 'no-such-action' },
    ])
      await expect(promise(house, ready, mixed)).rejects.toBeInstanceOf(NotThere);
    const id = await promise(house, ready, facts);
    await expect(mark(house, other, id, 'confirmed')).rejects.toBeInstanceOf(NotThere);
    await expect(getCommitment(house.db, other.territoryId, id)).rejects.toBeInstanceOf(NotThere);
  });
});
