import { expect, test } from 'vitest';
import { beginAnswers, rateIndicators, senderOf } from '#lib/evaluation/answer.server.ts';
import { isWithheld, WITHHELD } from '#lib/evaluation/disclosure.ts';
import { findSecret, lotOf } from '#lib/evaluation/lot.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { findResults } from '#lib/evaluation/result.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { endRound, openRound } from '#lib/evaluation/round.server.ts';
import type { AgeBand } from '#lib/definitions/profile.ts';
import type { KeptAnswer } from '#lib/evaluation/tables.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown } from '#tests/support/town.ts';

/** A round of two indicators, closed and not yet released; in it three age bands of ten people, of all minds. */
async function closedRound(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const versionIds = await adoptIndicators(house, town, 2);
  const asked = { name: 'x', closesOn: '2026-05-31', officialReading: 'each-person', drawnByLot: false } as const;
  const roundId = await house.write((db, now) =>
    prepareRound(db, { territoryId, cycleId, actor, ...asked, versionIds }, now),
  );
  await town.decide('open-round', roundId);
  await house.write((db, now) => openRound(db, { territoryId, roundId, actor }, now));
  for (let person = 0; person < 30; person++) {
    const ageBand = (['16-25', '26-39', '40-59'] as const)[person % 3] as AgeBand;
    const facts = { territoryId, roundId, sender: senderOf(randomId(), roundId) };
    const answer = String(1 + (Math.floor(person / 3) % 5)) as KeptAnswer;
    const answers = new Map(versionIds.map((versionId) => [versionId, answer]));
    const profile = { groupId: null, neighbourhoodId: null, ageBand };
    await house.write((db, now) => beginAnswers(db, { ...facts, profile, source: 'online' }, now));
    await house.write((db, now) => rateIndicators(db, { ...facts, answers }, now));
  }
  await town.decide('close-round', roundId);
  const round = await house.write((db, now) => endRound(db, { territoryId, roundId, actor }, now));
  return { town, round, versionIds };
}

/** A secret with which this age band is left out for the first indicator, and nobody else for any. */
function secretHiding(band: AgeBand, versionIds: readonly string[]): string {
  for (let number = 0; ; number++) {
    const left = versionIds.flatMap((versionId) =>
      ['16-25', '26-39', '40-59', 'not-stated']
        .filter((one) => isWithheld(lotOf(String(number), versionId), 'age', one))
        .map((one) => [versionId, one]),
    );
    if (left.length === 1 && left[0]?.[0] === versionIds[0] && left[0]?.[1] === band) return String(number);
  }
}

test('a lot is the same for the same group of an indicator, another for another, and leaves out one in sixteen', () => {
  const drawn = Array.from({ length: 8000 }, (_, group) => lotOf('secret', 'v')('group', String(group)));
  expect(drawn).toEqual(Array.from({ length: 8000 }, (_, group) => lotOf('secret', 'v')('group', String(group))));
  expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(new Set(drawn).size).toBe(8000);
  const share = drawn.filter((number) => number < WITHHELD).length / 8000;
  expect(Math.abs(share - 1 / 16)).toBeLessThan(0.01);
  const [here, elsewhere] = ['secret', 'other'].map((secret) => lotOf(secret, 'v')('group', '1'));
  const [another, age] = [lotOf('secret', 'w')('group', '1'), lotOf('secret', 'v')('age', '1')];
  expect(new Set([here, elsewhere, another, age]).size).toBe(4);
});

eachDatabase('the lot of a round', (open) => {
  test('is drawn at closing and stays, and its secret is neither in the journal nor in what is released', async () => {
    const house = await open();
    const { round } = await closedRound(house);
    const secret = there(await findSecret(house.db, round), 'secret');
    expect(secret).toMatch(/^[\w-]{22}$/);
    const [one, again] = await Promise.all([1, 2].map(() => prepareResults(house.db, round)));
    expect(again).toEqual(one);
    await house.write((db, now) => publishResults(db, there(one, 'release'), now));
    const told = await Promise.all(
      (['journal', 'round', 'release', 'release_cell', 'release_mark'] as const).map((table) =>
        house.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  test('hides a group that might have been shown, for that indicator alone and without saying why', async () => {
    const house = await open();
    const { round, versionIds } = await closedRound(house);
    const secret = secretHiding('26-39', versionIds);
    await house.write((db) => db.updateTable('round_lot').set({ secret }).execute());
    const prepared = await prepareResults(house.db, round);
    await house.write((db, now) => publishResults(db, prepared, now));
    const released = await findResults(house.db, round.territory_id, round.id);
    const bands = (versionId: string | undefined) =>
      released?.results
        .find((one) => one.versionId === versionId)
        ?.categories.filter((one) => one.dimension === 'age' && one.cell.shown !== 'no')
        .map((one) => one.category)
        .toSorted();
    expect(bands(versionIds[0])).toEqual(['16-25', '40-59']);
    expect(bands(versionIds[1])).toEqual(['16-25', '26-39', '40-59']);
    const hidden = released?.results
      .find((one) => one.versionId === versionIds[0])
      ?.categories.find((one) => one.category === '26-39');
    expect(hidden?.cell).toEqual({ shown: 'no', reason: 'protected' });
  });
});
