import { expect, test } from 'vitest';
import { changeRound, discardRound, prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { getRound, listAsked, listRounds, openingOf, openRound, stageOf } from '#lib/evaluation/round.server.ts';
import { getDecision } from '#lib/territory/decision.server.ts';
import { stateOfDecision } from '#lib/territory/decision.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown } from '#tests/support/town.ts';

const ASKED = {
  name: 'Printemps',
  closesOn: '2026-05-31',
  officialReading: 'each-person',
  drawnByLot: false,
} as const;

async function prepared(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const versionIds = await adoptIndicators(house, town, 3);
  const roundId = await house.write((db, now) =>
    prepareRound(db, { territoryId, cycleId, actor, ...ASKED, versionIds }, now),
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
    // From a form that was opened before the correction: about what is no longer there.
    await town.decide('open-round', roundId);
    await expect(open()).rejects.toMatchObject({ reason: 'decision.needed' });
    await town.decide('open-round', openingOf(await getRound(house.db, town.territoryId, roundId)));
    await open();
  });

  test('saved as it was stays as it was, and the decision on it still opens it', async () => {
    const house = await fresh();
    const { town, versionIds, roundId, on, open } = await prepared(house);
    const decisionId = await town.decide('open-round', roundId);
    const asWas = { ...ASKED, versionIds: versionIds.toReversed() };
    expect(await house.write((db, now) => changeRound(db, { ...on, ...asWas }, now))).toBe(false);
    expect(stateOfDecision(await getDecision(house.db, town.territoryId, decisionId))).toBe('confirmed');
    const told = await house.db.selectFrom('journal').select('verb').where('subject_id', '=', roundId).execute();
    expect(told.map(({ verb }) => verb)).toEqual(['round.prepared']);
    await open();
  });

  test.each([
    { name: 'Autre' },
    { closesOn: '2026-06-01' },
    { officialReading: 'each-group' },
    { drawnByLot: true },
  ] as const)('is another round with %o', async (other) => {
    const house = await fresh();
    const { versionIds, on } = await prepared(house);
    const change = { ...on, ...ASKED, versionIds, ...other };
    expect(await house.write((db, now) => changeRound(db, change, now))).toBe(true);
  });

  test('ends today at the earliest, as days are counted in the territory, and opens until then', async () => {
    const house = await fresh();
    const { town, versionIds, roundId, on, open } = await prepared(house);
    const { territoryId, cycleId } = town;
    const endingOn = (closesOn: string) => ({ ...ASKED, closesOn, versionIds });
    const prepare = (closesOn: string) =>
      house.write((db, now) => prepareRound(db, { ...on, territoryId, cycleId, ...endingOn(closesOn) }, now));
    const change = (closesOn: string) =>
      house.write((db, now) => changeRound(db, { ...on, ...endingOn(closesOn) }, now));
    // Half past midnight on 8 May in the territory.
    house.setClock(Date.parse('2026-05-07T22:30:00Z'));
    await expect(prepare('2026-05-07')).rejects.toMatchObject({ reason: 'evaluation.lastDayOver' });
    await expect(change('2026-05-07')).rejects.toMatchObject({ reason: 'evaluation.lastDayOver' });
    await prepare('2026-05-08');
    await change('2026-05-08');
    await town.decide('open-round', openingOf(await getRound(house.db, territoryId, roundId)));
    house.setClock(Date.parse('2026-05-08T22:30:00Z'));
    await expect(open()).rejects.toMatchObject({ reason: 'evaluation.lastDayPassed' });
    expect((await getRound(house.db, territoryId, roundId)).opened_at).toBeNull();
    house.setClock(Date.parse('2026-05-08T21:30:00Z'));
    await open();
    const round = await getRound(house.db, territoryId, roundId);
    expect([stageOf(round, '2026-05-08'), stageOf(round, '2026-05-09')]).toEqual(['open', 'over']);
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
