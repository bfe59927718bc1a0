import { expect, test } from 'vitest';
import { beginAnswers, rateIndicators, senderOf } from '#lib/evaluation/answer.server.ts';
import { checkCounters } from '#lib/evaluation/counter-check.server.ts';
import { enterPaperForm, releaseLateForms } from '#lib/evaluation/paper.server.ts';
import { countLateForms, countParticipants, prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { findResults } from '#lib/evaluation/result.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { countRespondents, countScarce, endRound, getRound, openRound } from '#lib/evaluation/round.server.ts';
import type { KeptAnswer } from '#lib/evaluation/tables.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown } from '#tests/support/town.ts';

const SOMEONE = { groupId: null, neighbourhoodId: null, ageBand: null };
const OF_ALL_MINDS = ['1', '2', '3', '4', '5'] as const;

async function openedRound(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const versionIds = await adoptIndicators(house, town, 2);
  const asked = { name: 'x', closesOn: '2026-05-31', officialReading: 'each-person', drawnByLot: false } as const;
  const roundId = await house.write((db, now) =>
    prepareRound(db, { territoryId, cycleId, actor, ...asked, versionIds }, now),
  );
  const on = { territoryId, roundId, actor };
  await town.decide('open-round', roundId);
  await house.write((db, now) => openRound(db, on, now));
  const [versionId = ''] = versionIds;
  const enter = (answer: KeptAnswer, sentId = randomId()) =>
    house.write((db) =>
      enterPaperForm(db, { ...on, sentId, profile: SOMEONE, answers: new Map([[versionId, answer]]) }),
    );
  const enterAll = async (answers: readonly KeptAnswer[]) => {
    for (const answer of answers) await enter(answer);
  };
  const end = async () => {
    await town.decide('close-round', roundId);
    return house.write((db, now) => endRound(db, on, now));
  };
  const prepare = async () => prepareResults(house.db, await getRound(house.db, territoryId, roundId));
  const close = async () => {
    await end();
    const prepared = await prepare();
    await house.write((db, now) => publishResults(db, prepared, now));
  };
  const release = async () => {
    const prepared = await prepare();
    await house.write((db, now) => releaseLateForms(db, { prepared, actor }, now));
  };
  const everybody = async () => (await findResults(house.db, territoryId, roundId))?.results[0]?.everybody;
  return { on, versionId, enter, enterAll, end, close, prepare, release, everybody };
}

eachDatabase('a paper form', (open) => {
  test('counts like any other until the closing, once however often it is sent, and leaves no trail', async () => {
    const house = await open();
    const { on, versionId, enter, enterAll, close, everybody } = await openedRound(house);
    const journal = await house.db.selectFrom('journal').select('id').execute();
    const sentId = randomId();
    await Promise.all([1, 2, 3].map(() => enter('2', sentId)));
    // Another form under the same id, as from a page that was gone back to.
    await enter('4', sentId);
    const sender = senderOf(randomId(), on.roundId);
    await house.write((db, now) => beginAnswers(db, { ...on, sender, profile: SOMEONE, source: 'online' }, now));
    const answers = new Map([[versionId, '3' as const]]);
    await house.write((db, now) => rateIndicators(db, { ...on, sender, answers }, now));
    await enterAll(['1', '5']);
    expect(await countRespondents(house.db, on.territoryId, on.roundId)).toBe(5);
    expect(await house.db.selectFrom('journal').select('id').execute()).toHaveLength(journal.length);
    await close();
    expect(await everybody()).toMatchObject({ n: 5, classes: [2, 1, 2] });
    expect(await checkCounters(house.db)).toEqual([]);
  });

  test('says something, about what the round asks', async () => {
    const house = await open();
    const { on } = await openedRound(house);
    const enter = (answers: Map<string, KeptAnswer>) =>
      house.write((db) => enterPaperForm(db, { ...on, sentId: randomId(), profile: SOMEONE, answers }));
    await expect(enter(new Map())).rejects.toMatchObject({ reason: 'evaluation.emptyForm' });
    await expect(enter(new Map([['other', '3']]))).rejects.toMatchObject({ reason: 'evaluation.notAsked' });
    expect(await house.db.selectFrom('respondent').select('id').execute()).toEqual([]);
  });

  test('that is late waits until there are k of them, and then joins the results and the number of people told', async () => {
    const house = await open();
    const { on, enterAll, close, release, everybody } = await openedRound(house);
    const told = async () => countParticipants(house.db, await getRound(house.db, on.territoryId, on.roundId));
    await enterAll([...OF_ALL_MINDS, ...OF_ALL_MINDS]);
    expect(await told()).toBe(10);
    await close();
    await enterAll(OF_ALL_MINDS.slice(0, 4));
    expect(await told()).toBe(10);
    expect(await countLateForms(house.db, await getRound(house.db, on.territoryId, on.roundId))).toBe(4);
    await expect(release()).rejects.toMatchObject({ reason: 'evaluation.fewLate', facts: { least: 5 } });
    expect(await everybody()).toMatchObject({ n: 10, upTo: 0 });
    await enterAll(['5']);
    expect(await told()).toBe(10);
    await release();
    expect(await told()).toBe(15);
    expect(await everybody()).toMatchObject({ n: 15, classes: [6, 3, 6], upTo: 1 });
    await expect(release()).rejects.toMatchObject({ reason: 'evaluation.fewLate' });
    expect(await checkCounters(house.db)).toEqual([]);
  });

  test('that comes in while a release is worked out stops it, or it would be told as a difference', async () => {
    const house = await open();
    const { on, enterAll, enter, close, prepare, release, everybody } = await openedRound(house);
    await enterAll([...OF_ALL_MINDS, ...OF_ALL_MINDS]);
    await close();
    await enterAll(OF_ALL_MINDS);
    const prepared = await prepare();
    await enter('1');
    const publishing = house.write((db, now) => releaseLateForms(db, { prepared, actor: on.actor }, now));
    await expect(publishing).rejects.toMatchObject({ reason: 'evaluation.lateChanged' });
    expect(await everybody()).toMatchObject({ n: 10 });
    await release();
    expect(await everybody()).toMatchObject({ n: 16, upTo: 1 });
  });

  test('between the closing and its results has to wait', async () => {
    const house = await open();
    const { enter, end } = await openedRound(house);
    await end();
    await expect(enter('3')).rejects.toMatchObject({ reason: 'evaluation.notReleased' });
  });
});

eachDatabase('before a round is closed', (open) => {
  test('it is known how many indicators too few people have answered, one less than k and k', async () => {
    const house = await open();
    const { on, enterAll } = await openedRound(house);
    const scarce = async () => countScarce(house.db, await getRound(house.db, on.territoryId, on.roundId), 5);
    expect(await scarce()).toBe(2);
    await enterAll(OF_ALL_MINDS.slice(0, 4));
    expect(await scarce()).toBe(2);
    await enterAll(['dont-know']);
    expect(await scarce()).toBe(1);
  });
});
