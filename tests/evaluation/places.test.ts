import { expect, test } from 'vitest';
import { beginAnswers, rateIndicators, senderOf } from '#lib/evaluation/answer.server.ts';
import { enterPaperForm } from '#lib/evaluation/paper.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { findResults } from '#lib/evaluation/result.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { endRound, getRound, openRound } from '#lib/evaluation/round.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { createGroup, retireGroup } from '#lib/territory/group.server.ts';
import { addNeighbourhood, retireNeighbourhood } from '#lib/territory/neighbourhood.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown } from '#tests/support/town.ts';

/** Of all minds, so that nothing has to be protected. */
const LEVELS = ['1', '2', '3', '4', '5'] as const;

async function askedRound(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const [versionId = ''] = await adoptIndicators(house, town, 1);
  const asked = { name: 'x', closesOn: '2026-05-31', officialReading: 'each-person', drawnByLot: false } as const;
  const made = await house.write(async (db, now) => {
    const group = (kind: 'homogeneous' | 'rainbow', name: string) =>
      createGroup(
        db,
        { territoryId, cycleId, kind, name, standsFor: 'x', targetSize: 9, neighbourhoodId: null, actor },
        now,
      );
    return {
      roundId: await prepareRound(db, { territoryId, cycleId, actor, ...asked, versionIds: [versionId] }, now),
      groupId: await group('homogeneous', 'Les aînés'),
      rainbowId: await group('rainbow', 'L’arc-en-ciel'),
      neighbourhoodId: await addNeighbourhood(db, { territoryId, name: 'Le Val', actor }, now),
    };
  });
  const on = { territoryId, roundId: made.roundId, actor };
  await town.decide('open-round', made.roundId);
  await house.write((db, now) => openRound(db, on, now));
  let turn = 0;
  const answer = (place: { groupId?: string; neighbourhoodId?: string }) =>
    house.write(async (db, now) => {
      const sender = senderOf(randomId(), made.roundId);
      const profile = { groupId: null, neighbourhoodId: null, ageBand: null, ...place };
      await beginAnswers(db, { ...on, sender, profile, source: 'online' }, now);
      await rateIndicators(db, { ...on, sender, answers: new Map([[versionId, LEVELS[turn++ % 5] ?? '1']]) }, now);
    });
  const close = async () => {
    await town.decide('close-round', made.roundId);
    await house.write((db, now) => endRound(db, on, now));
    const prepared = await prepareResults(house.db, await getRound(house.db, territoryId, made.roundId));
    await house.write((db, now) => publishResults(db, prepared, now));
    return findResults(house.db, territoryId, made.roundId);
  };
  return { ...made, on, actor, versionId, answer, close };
}

eachDatabase('where respondents are from', (open) => {
  test('is one of the places that the round offers: no rainbow group, nothing made up', async () => {
    const house = await open();
    const round = await askedRound(house);
    for (const place of [{ groupId: round.rainbowId }, { groupId: 'nope' }, { neighbourhoodId: 'nope' }])
      await expect(round.answer(place)).rejects.toMatchObject({ reason: 'evaluation.noSuchPlace' });
    const profile = { groupId: round.rainbowId, neighbourhoodId: null, ageBand: null };
    const answers = new Map([[round.versionId, '2' as const]]);
    await expect(
      house.write((db) => enterPaperForm(db, { ...round.on, sentId: randomId(), profile, answers })),
    ).rejects.toMatchObject({ reason: 'evaluation.noSuchPlace' });
    expect(await house.db.selectFrom('respondent').select('id').execute()).toEqual([]);
  });

  test('stays theirs when it is retired while people answer, and the round is closed all the same', async () => {
    const house = await open();
    const round = await askedRound(house);
    const from = { groupId: round.groupId, neighbourhoodId: round.neighbourhoodId };
    for (let press = 0; press < 6; press++) await round.answer(from);
    await house.write(async (db, now) => {
      await retireGroup(db, { ...round.on, groupId: round.groupId }, now);
      await retireNeighbourhood(db, { ...round.on, neighbourhoodId: round.neighbourhoodId }, now);
    });
    await round.answer(from);
    const results = (await round.close())?.results[0];
    expect(results?.everybody).toMatchObject({ n: 7 });
    expect(results?.categories.map((one) => one.category)).toEqual(
      expect.arrayContaining([round.groupId, round.neighbourhoodId]),
    );
  });

  test('keeps no round from being told where a row names what was never offered', async () => {
    const house = await open();
    const round = await askedRound(house);
    for (let press = 0; press < 6; press++) await round.answer({});
    // As an older version of the program let it in.
    await house.write((db) => db.updateTable('answer_count').set({ group_id: round.rainbowId }).execute());
    expect((await round.close())?.results[0]?.everybody).toMatchObject({ n: 6 });
  });
});
