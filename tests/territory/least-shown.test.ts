import { expect, test } from 'vitest';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { createCycle, getCycle } from '#lib/territory/cycle.server.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { findLeastShownNow } from '#lib/territory/least-shown.server.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { openReview } from '#lib/territory/review.server.ts';
import { changeTerritory, getTerritory } from '#lib/territory/territory.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { makeTown, settingsOf, type Town } from '#tests/support/territory.ts';

const always = { opensOn: '2026-01-05', closesOn: null };
const periods = { definitions: always, indicators: always, evaluation: always, plan: always };

/** A town whose number can be set, and what holds in one of its cycles. */
async function begin(house: TestHouse) {
  const town = await makeTown(house);
  const territoryId = town.territory.id;
  const set = (leastShown: number) =>
    house.write((db, now) => changeTerritory(db, { ...settingsOf(town), leastShown }, now));
  const holds = async (cycleId: string) =>
    leastShownIn(await getCycle(house.db, territoryId, cycleId), await getTerritory(house.db, territoryId));
  const next = () =>
    house.write((db, now) => createCycle(db, { territoryId, name: 'Un autre', periods, actor: PROGRAM }, now));
  return { town, set, holds, next };
}

const lead = (house: TestHouse, { territory, gatheringId }: Town, phase: 'planned' | 'writing') =>
  house.write((db, now) =>
    leadGathering(db, { territoryId: territory.id, gatheringId, phase, questionId: null, actor: PROGRAM }, now),
  );

eachDatabase('the smallest number that is shown', (open) => {
  test('neither falls nor rises in a cycle in which people were asked; it changes for the next', async () => {
    const house = await open();
    const { town, set, holds, next } = await begin(house);
    for (const leastShown of [7, 3, 11, 6]) {
      await set(leastShown);
      expect(await holds(town.cycle.id)).toBe(5);
    }
    expect(await findLeastShownNow(house.db, town.territory.id)).toBe(5);
    house.setClock(house.clock() + 1);
    const { id } = await next();
    expect(await holds(id)).toBe(6);
    await set(3);
    expect([await holds(town.cycle.id), await holds(id)]).toEqual([5, 3]);
    expect(await findLeastShownNow(house.db, town.territory.id)).toBe(3);
  });

  test('may fall as long as nobody was asked: before the first gathering, and before the review', async () => {
    const house = await open();
    const { town, set, holds } = await begin(house);
    await lead(house, town, 'planned');
    await set(4);
    expect(await holds(town.cycle.id)).toBe(4);
    const here = { territoryId: town.territory.id, cycleId: town.cycle.id, actor: PROGRAM };
    await house.write((db, now) => openReview(db, here, now));
    await set(3);
    expect(await holds(town.cycle.id)).toBe(4);
  });
});
