import { expect, test } from 'vitest';
import { NotThere } from '#lib/platform/refusal.ts';
import { chooseStrengths, isBeside, listStrengths } from '#lib/plan/strength.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { readyTown } from './ready.ts';

eachDatabase('what people do already', (open) => {
  test('is offered once it is published, and stands beside an objective when it is chosen', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const list = () => listStrengths(house.db, ready.territoryId, objectiveId);
    const [drive = '', listen = ''] = await ready.approve(['je peux conduire quelqu’un', 'j’écoute'], 2);
    expect(await list()).toEqual([]);
    const choose = (...criterionIds: string[]) =>
      house.write((db, now) => chooseStrengths(db, { ...ready.by, objectiveId, criterionIds }, now));
    await expect(choose(drive)).rejects.toBeInstanceOf(NotThere);
    house.setClock(house.clock() + 1);
    await ready.publish();
    expect((await list()).map((one) => one.id).sort()).toEqual([drive, listen].sort());
    expect((await list()).some(isBeside)).toBe(false);
    await choose(drive);
    await choose(drive);
    expect((await list()).filter(isBeside)).toMatchObject([{ id: drive, words: 'je peux conduire quelqu’un' }]);
    await choose(listen);
    expect((await list()).filter(isBeside).map((one) => one.id)).toEqual([listen]);
    await choose();
    expect((await list()).some(isBeside)).toBe(false);
  });

  test('of well-being, or of another town, is not offered and can’t be chosen', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    const objectiveId = await ready.agree();
    const [foreign = ''] = await other.approve(['je répare'], 2);
    house.setClock(house.clock() + 1);
    await other.publish();
    for (const criterionId of [ready.ids[0] ?? '', foreign])
      await expect(
        house.write((db, now) => chooseStrengths(db, { ...ready.by, objectiveId, criterionIds: [criterionId] }, now)),
      ).rejects.toBeInstanceOf(NotThere);
    expect(await listStrengths(house.db, ready.territoryId, objectiveId)).toEqual([]);
  });
});
