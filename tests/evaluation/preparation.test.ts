import { expect, test } from 'vitest';
import { changeRound, discardRound, prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { getRound, listAsked, listRounds, openRound } from '#lib/evaluation/round.server.ts';
import { getDecision } from '#lib/territory/decision.server.ts';
import { stateOfDecision } from '#lib/territory/decision.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown } from '#tests/support/town.ts';

async function prepared(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const versionIds = await adoptIndicators(house, town, 3);
  const asked = {
    name: 'Printemps',
    closesOn: '2026-05-31',
    officialReading: 'each-person',
    drawnByLot: false,
  } as const;
  const roundId = await house.write((db, now) =>
    prepareRound(db, { territoryId, cycleId, actor, ...asked, versionIds }, now),
  );
  const on = { territoryId, roundId, actor };
  const open = () => house.write((db, now) => openRound(db, on, now));
  return { town, versionIds, roundId, on, open };
}

const CORRECTED = { name: 'Été', closesOn: '2026-06-30', officialReading: 'each-group', drawnByLot: true } as const;

eachDatabase('a round that isn’t open yet', (fresh) => {
  test('can be corrected in all it asks; a decision on what it was no longer opens it', async () => {
    const house = await fresh();
    const { town, versionIds, roundId, on, open } = await prepared(house);
    const decisionId = await town.decide('open-round', roundId);
    const fewer = versionIds.slice(1);
    await house.write((db, now) => changeRound(db, { ...on, ...CORRECTED, versionIds: fewer }, now));
    expect(await getRound(house.db, town.territoryId, roundId)).toMatchObject({
      name: 'Été',
      closes_on: '2026-06-30',
      official_reading: 'each-group',
      drawn_by_lot: 1,
    });
    expect(await listAsked(house.db, town.territoryId, roundId)).toEqual(fewer);
    await expect(open()).rejects.toMatchObject({ reason: 'decision.needed' });
    expect(stateOfDecision(await getDecision(house.db, town.territoryId, decisionId))).toBe('lapsed');
    await town.decide('open-round', roundId);
    await open();
  });

  test('can be given up, and nothing of it stays but what the journal says', async () => {
    const house = await fresh();
    const { town, roundId, on, open } = await prepared(house);
    await house.write((db, now) => discardRound(db, on, now));
    expect(await listRounds(house.db, town.territoryId, town.cycleId)).toEqual([]);
    await expect(open()).rejects.toThrow('round');
    const told = await house.db.selectFrom('journal').select('verb').where('subject_id', '=', roundId).execute();
    expect(told.map(({ verb }) => verb).toSorted()).toEqual(['round.discarded', 'round.prepared']);
  });

  test('is neither corrected nor given up once it is open', async () => {
    const house = await fresh();
    const { town, versionIds, roundId, on, open } = await prepared(house);
    await town.decide('open-round', roundId);
    await open();
    const changing = house.write((db, now) => changeRound(db, { ...on, ...CORRECTED, versionIds }, now));
    await expect(changing).rejects.toMatchObject({ reason: 'evaluation.alreadyOpened' });
    const discarding = house.write((db, now) => discardRound(db, on, now));
    await expect(discarding).rejects.toMatchObject({ reason: 'evaluation.alreadyOpened' });
    expect((await getRound(house.db, town.territoryId, roundId)).name).toBe('Printemps');
  });
});
