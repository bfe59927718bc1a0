import { expect, test } from 'vitest';
import { NotThere } from '#lib/platform/refusal.ts';
import { answerObjection, raiseObjection } from '#lib/plan/objection.server.ts';
import { listScenarios } from '#lib/plan/scenario-list.server.ts';
import { chooseScenario, withdrawScenario, writeScenario } from '#lib/plan/scenario.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { readyTown, type Ready } from './ready.ts';

function write(house: TestHouse, ready: Ready, objectiveId: string, name: string, effect = 1) {
  const facts = {
    name,
    description: 'd',
    onWorstOff: 'w',
    onFuture: 'f',
    costCents: 0,
    effects: [{ versionId: ready.versionId, effect, words: 'parce que' }],
  };
  return house.write((db, now) => writeScenario(db, { ...facts, ...ready.by, objectiveId, sentId: name }, now));
}

eachDatabase('scenarios', (open) => {
  test('are compared before one is chosen, and objections answered', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const one = await write(house, ready, objectiveId, 'Un médecin sur place');
    const facts = { ...ready.by, scenarioId: one };
    const choose = (chosen = true, reason = 'plus durable') =>
      house.write((db, now) => chooseScenario(db, { ...facts, chosen, reason }, now));
    await expect(choose()).rejects.toMatchObject({ reason: 'plan.twoScenarios' });
    const two = await write(house, ready, objectiveId, 'Soigner à distance', -2);
    const objection = { ...ready.by, scenarioId: two, objection: 'Parler à un écran, non.', sentId: 'once' };
    const objectionId = await house.write((db, now) => raiseObjection(db, objection, now));
    expect(await house.write((db, now) => raiseObjection(db, objection, now))).toBe(objectionId);
    await expect(choose()).rejects.toMatchObject({ reason: 'plan.openObjections', facts: { count: 1 } });
    const answering = (answer: string) =>
      house.write((db, now) => answerObjection(db, { ...ready.by, scenarioId: two, objectionId, answer }, now));
    await answering('Une infirmière sera là.');
    await answering('Une infirmière sera là.');
    await expect(answering('Autre chose.')).rejects.toMatchObject({ reason: 'plan.answered' });
    await choose();
    await choose();
    await choose(false, 'le médecin s’est retiré');
    const all = await listScenarios(house.db, ready.territoryId, objectiveId);
    const [first, second] = [one, two].map((id) => all.find((scenario) => scenario.id === id));
    expect(first?.choices.map((choice) => [choice.chosen, choice.reason])).toEqual([
      [1, 'plus durable'],
      [0, 'le médecin s’est retiré'],
    ]);
    expect(second?.effects).toMatchObject([{ effect: -2, words: 'parce que' }]);
    expect(second?.objections).toMatchObject([{ answer: 'Une infirmière sera là.' }]);
  });

  test('two people who choose at the same moment both learn what holds', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const scenarioId = await write(house, ready, objectiveId, 'Un');
    await write(house, ready, objectiveId, 'Deux');
    const choose = (chosen: boolean) =>
      house.write((db, now) => chooseScenario(db, { ...ready.by, scenarioId, chosen, reason: String(chosen) }, now));
    const outcomes = await Promise.allSettled([choose(true), choose(false)]);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ reason: 'plan.meanwhile' });
    const all = await listScenarios(house.db, ready.territoryId, objectiveId);
    const first = all.find((scenario) => scenario.id === scenarioId);
    const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
    expect(first?.choices.map((choice) => choice.number)).toEqual(kept === 2 ? [1, 2] : [1]);
  });

  test('one that was chosen can’t be taken back, another can', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const chosen = await write(house, ready, objectiveId, 'Un');
    const other = await write(house, ready, objectiveId, 'Deux');
    await house.write((db, now) =>
      chooseScenario(db, { ...ready.by, scenarioId: chosen, chosen: true, reason: 'r' }, now),
    );
    const withdraw = (scenarioId: string) =>
      house.write((db, now) => withdrawScenario(db, { ...ready.by, scenarioId }, now));
    await expect(withdraw(chosen)).rejects.toMatchObject({ reason: 'plan.chosenAlready' });
    await withdraw(other);
    await expect(withdraw(other)).rejects.toBeInstanceOf(NotThere);
    expect((await listScenarios(house.db, ready.territoryId, objectiveId)).map((one) => one.name)).toEqual(['Un']);
  });

  test('effects go from −2 to 2, and of nothing but this territory', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    const objectiveId = await ready.agree();
    await write(house, ready, objectiveId, 'Bornes', 2);
    await expect(write(house, ready, objectiveId, 'Trop', 3)).rejects.toThrow();
    await expect(write(house, ready, objectiveId, 'Trop peu', -3)).rejects.toThrow();
    await expect(write(house, { ...ready, by: other.by }, objectiveId, 'Ailleurs')).rejects.toBeInstanceOf(NotThere);
    const foreign = { ...ready, versionId: other.versionId };
    await expect(write(house, foreign, objectiveId, 'D’ailleurs')).rejects.toBeInstanceOf(NotThere);
    const scenarioId = await write(house, ready, objectiveId, 'Ici');
    const objecting = house.write((db, now) => raiseObjection(db, { ...other.by, scenarioId, objection: 'non' }, now));
    await expect(objecting).rejects.toBeInstanceOf(NotThere);
    const answering = house.write((db, now) =>
      answerObjection(db, { ...ready.by, scenarioId, objectionId: 'nobody-said', answer: 'oui' }, now),
    );
    await expect(answering).rejects.toBeInstanceOf(NotThere);
  });
});
