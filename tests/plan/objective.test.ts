import { expect, test } from 'vitest';
import { NotThere } from '#lib/platform/refusal.ts';
import { agreeObjective, getObjective, proposeObjective, withdrawObjective } from '#lib/plan/objective.server.ts';
import { traceBackObjective, traceForwardIndicator } from '#lib/plan/trace.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { readyTown, type Ready } from './ready.ts';

function proposing(house: TestHouse, ready: Ready, facts: Partial<Parameters<typeof proposeObjective>[1]> = {}) {
  return house.write((db, now) => proposeObjective(db, { ...ready.objective, ...ready.by, ...facts }, now));
}

eachDatabase('an objective', (open) => {
  test('leads from one situation to a better one, never to the same or a worse one', async () => {
    const house = await open();
    const ready = await readyTown(house);
    for (const [fromLevel, toLevel] of [
      [3, 3],
      [4, 2],
    ] as const)
      await expect(proposing(house, ready, { fromLevel, toLevel })).rejects.toMatchObject({ reason: 'plan.levels' });
    const id = await proposing(house, ready, { fromLevel: 1, toLevel: 5 });
    expect(await getObjective(house.db, ready.territoryId, id)).toMatchObject({ from_level: 1, to_level: 5 });
    await expect(proposing(house, ready, { fromLevel: 0, toLevel: 5 })).rejects.toThrow();
    await expect(proposing(house, ready, { fromLevel: 4, toLevel: 6 })).rejects.toThrow();
  });

  test('sent twice is one objective, sent with other words is another', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const sentId = 'form-number-one-of-ten';
    const first = await proposing(house, ready, { sentId });
    expect(await proposing(house, ready, { sentId })).toBe(first);
    expect(await proposing(house, ready, { sentId, forWhom: 'Les enfants' })).not.toBe(first);
  });

  test('is agreed only by a decision that a second person confirmed, and then stands', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await proposing(house, ready);
    const facts = { ...ready.by, objectiveId };
    const agree = () => house.write((db, now) => agreeObjective(db, facts, now));
    await expect(agree()).rejects.toMatchObject({ reason: 'decision.needed' });
    const decisionId = await ready.decide('agree-objective', objectiveId);
    await agree();
    await agree();
    const row = await getObjective(house.db, ready.territoryId, objectiveId);
    expect(row).toMatchObject({ agree_decision_id: decisionId });
    const withdrawing = house.write((db, now) => withdrawObjective(db, facts, now));
    await expect(withdrawing).rejects.toMatchObject({ reason: 'plan.agreedAlready' });
  });

  test('can be taken back while nothing relies on it', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const [free, answered] = [await proposing(house, ready), await proposing(house, ready, { title: 'Autre' })];
    await ready.propose([answered]);
    const withdraw = (objectiveId: string) =>
      house.write((db, now) => withdrawObjective(db, { ...ready.by, objectiveId }, now));
    await withdraw(free);
    await expect(getObjective(house.db, ready.territoryId, free)).rejects.toBeInstanceOf(NotThere);
    await expect(withdraw(answered)).rejects.toMatchObject({ reason: 'plan.hasProposals' });
  });

  test('comes only of a frozen indicator of its territory, and of a round that asked it', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    await expect(proposing(house, ready, { versionId: other.versionId })).rejects.toBeInstanceOf(NotThere);
    await expect(proposing(house, ready, { roundId: 'no-such-round' })).rejects.toBeInstanceOf(NotThere);
    const id = await proposing(house, ready);
    const { territoryId } = other;
    const agreeing = house.write((db, now) => agreeObjective(db, { ...other.by, objectiveId: id }, now));
    await expect(agreeing).rejects.toBeInstanceOf(NotThere);
    await expect(getObjective(house.db, territoryId, id)).rejects.toBeInstanceOf(NotThere);
  });

  test('can be walked back to its indicator, and the indicator forward to it', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const id = await ready.agree();
    const objective = await getObjective(house.db, ready.territoryId, id);
    expect(await traceBackObjective(house.db, objective)).toMatchObject({
      indicatorId: ready.indicatorId,
      componentId: ready.componentId,
      roundId: null,
    });
    const [outcome] = await traceForwardIndicator(house.db, ready.territoryId, ready.indicatorId);
    expect(outcome).toMatchObject({ objective: { id }, actions: [], commitments: [] });
  });
});
