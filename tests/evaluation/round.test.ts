import { expect, test } from 'vitest';
import { beginAnswers, rateIndicators, senderOf } from '#lib/evaluation/answer.server.ts';
import { checkCounters } from '#lib/evaluation/counter-check.server.ts';
import { agreeLevel, listGroupEvaluations } from '#lib/evaluation/group-evaluation.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { findResults } from '#lib/evaluation/result.server.ts';
import { changeRound, discardRound, prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { countRespondents, endRound, openRound } from '#lib/evaluation/round.server.ts';
import type { KeptAnswer } from '#lib/evaluation/tables.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { carryIndicators } from '#lib/indicators/carry.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { createCycle } from '#lib/territory/cycle.server.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown, type Town } from '#tests/support/town.ts';

const SOMEONE = { groupId: null, neighbourhoodId: null, ageBand: null };

async function aRound(house: TestHouse, closesOn = '2026-05-31') {
  const town = await foundTown(house);
  const versionIds = await adoptIndicators(house, town, 2);
  const place = { territoryId: town.territoryId, cycleId: town.cycleId, actor: town.first };
  const facts = { name: 'Printemps', closesOn, officialReading: 'each-person', drawnByLot: false, versionIds } as const;
  const roundId = await house.write((db, now) => prepareRound(db, { ...place, ...facts }, now));
  return { town, versionIds, roundId, place };
}

async function open(house: TestHouse, town: Town, roundId: string) {
  await town.decide('open-round', roundId);
  await house.write((db, now) => openRound(db, { territoryId: town.territoryId, roundId, actor: town.first }, now));
}

/** One more person who answers. @returns the secret on their device */
async function answer(
  house: TestHouse,
  { town, roundId }: { town: Town; roundId: string },
  answers: Readonly<Record<string, KeptAnswer>>,
  {
    profile = SOMEONE,
    secret = randomId(),
  }: { profile?: Parameters<typeof beginAnswers>[1]['profile']; secret?: string } = {},
) {
  const facts = { territoryId: town.territoryId, roundId, sender: senderOf(secret, roundId) };
  await house.write((db, now) => beginAnswers(db, { ...facts, profile, source: 'online' }, now));
  await house.write((db, now) => rateIndicators(db, { ...facts, answers: new Map(Object.entries(answers)) }, now));
  return secret;
}

async function close(house: TestHouse, town: Town, roundId: string) {
  const { territoryId } = town;
  await town.decide('close-round', roundId);
  const round = await house.write((db, now) => endRound(db, { territoryId, roundId, actor: town.first }, now));
  // What the rules alone allow; the lot has tests of its own.
  await house.write((db) => db.deleteFrom('round_lot').execute());
  const prepared = await prepareResults(house.db, round);
  await house.write((db, now) => publishResults(db, prepared, now));
  await house.write((db, now) => publishResults(db, prepared, now));
  return findResults(house.db, territoryId, roundId);
}

eachDatabase('a round', (fresh) => {
  test('is neither corrected nor opened once its cycle is closed; what was open is brought to its end', async () => {
    const house = await fresh();
    const { town, versionIds, roundId, place } = await aRound(house);
    const facts = {
      name: 'Printemps',
      closesOn: '2026-05-31',
      officialReading: 'each-person',
      drawnByLot: false,
    } as const;
    const begun = await house.write((db, now) => prepareRound(db, { ...place, ...facts, versionIds }, now));
    await open(house, town, begun);
    await town.decide('open-round', roundId);
    await town.decide('close-cycle', town.cycleId);
    await house.write((db, now) => closeCycle(db, place, now));
    const on = { ...place, roundId };
    for (const refused of [
      house.write((db, now) => openRound(db, on, now)),
      house.write((db, now) => changeRound(db, { ...on, ...facts, name: 'Été', versionIds }, now)),
    ])
      await expect(refused).rejects.toMatchObject({ reason: 'cycle.closed' });
    await house.write((db, now) => discardRound(db, on, now));
    await answer(house, { town, roundId: begun }, { [versionIds[0] ?? '']: '3' });
    await close(house, town, begun);
    expect(await countRespondents(house.db, town.territoryId, begun)).toBe(1);
  });

  test('asks frozen indicators only, and opens only by a confirmed decision', async () => {
    const house = await fresh();
    const { town, roundId, place } = await aRound(house);
    const preparing = (versionIds: string[]) =>
      house.write((db, now) =>
        prepareRound(
          db,
          {
            ...place,
            name: 'x',
            closesOn: '2026-05-31',
            officialReading: 'each-person',
            drawnByLot: false,
            versionIds,
          },
          now,
        ),
      );
    await expect(preparing([])).rejects.toMatchObject({ reason: 'evaluation.noIndicator' });
    await expect(preparing(['unknown'])).rejects.toMatchObject({ reason: 'evaluation.notFrozen' });
    const opening = house.write((db, now) =>
      openRound(db, { territoryId: town.territoryId, roundId, actor: town.first }, now),
    );
    await expect(opening).rejects.toMatchObject({ reason: 'decision.needed' });
    await expect(answer(house, { town, roundId }, {})).rejects.toMatchObject({ reason: 'evaluation.notOpen' });
    await open(house, town, roundId);
    await answer(house, { town, roundId }, {});
  });

  test('takes answers until the end of its last day in the territory, and none after', async () => {
    const house = await fresh();
    const { town, roundId, versionIds } = await aRound(house, '2026-05-08');
    await open(house, town, roundId);
    house.setClock(Date.parse('2026-05-08T21:59:59Z'));
    await answer(house, { town, roundId }, { [versionIds[0] ?? '']: '3' });
    house.setClock(Date.parse('2026-05-08T22:00:00Z'));
    await expect(answer(house, { town, roundId }, {})).rejects.toMatchObject({ reason: 'evaluation.notOpen' });
  });

  test('counts a person once however often they answer, and their last answer only', async () => {
    const house = await fresh();
    const { town, roundId, versionIds } = await aRound(house);
    const [first = '', second = ''] = versionIds;
    await open(house, town, roundId);
    const secret = await answer(house, { town, roundId }, { [first]: '1' });
    await Promise.all(
      Array.from({ length: 10 }, () =>
        answer(house, { town, roundId }, { [first]: '4', [second]: 'dont-know' }, { secret }),
      ),
    );
    expect(await countRespondents(house.db, town.territoryId, roundId)).toBe(1);
    const counted = await house.db
      .selectFrom('answer_count')
      .select(['answer', 'people'])
      .where('people', '>', 0)
      .execute();
    expect(counted.toSorted((a, b) => (a.answer < b.answer ? -1 : 1))).toEqual([
      { answer: '4', people: 1 },
      { answer: 'dont-know', people: 1 },
    ]);
    expect(await checkCounters(house.db)).toEqual([]);
  });

  test('refuses an indicator that it does not ask', async () => {
    const house = await fresh();
    const { town, roundId } = await aRound(house);
    await open(house, town, roundId);
    await expect(answer(house, { town, roundId }, { other: '3' })).rejects.toMatchObject({
      reason: 'evaluation.notAsked',
    });
  });

  test('leaves no trail: no journal entry, and no column that leads to a device', async () => {
    const house = await fresh();
    const { town, roundId, versionIds } = await aRound(house);
    await open(house, town, roundId);
    const before = await house.db.selectFrom('journal').select('id').execute();
    const secret = await answer(house, { town, roundId }, { [versionIds[0] ?? '']: '2' });
    expect(await house.db.selectFrom('journal').select('id').execute()).toHaveLength(before.length);
    const rows = [
      ...(await house.db.selectFrom('respondent').selectAll().execute()),
      ...(await house.db.selectFrom('answer').selectAll().execute()),
    ];
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toMatch(/"\w*(_at|day|time)"/);
  });

  test('shows nothing before its release, and afterwards exactly what the rules allow', async () => {
    const house = await fresh();
    const { town, roundId, versionIds } = await aRound(house);
    const [first = '', second = ''] = versionIds;
    const { territoryId, cycleId } = town;
    const facts = { kind: 'homogeneous', name: 'G', standsFor: '', targetSize: 8, neighbourhoodId: null } as const;
    const groupId = await house.write((db, now) =>
      createGroup(db, { ...facts, territoryId, cycleId, actor: town.first }, now),
    );
    await open(house, town, roundId);
    for (let person = 0; person < 36; person++) {
      const level = String(1 + (person % 5)) as KeptAnswer;
      const answers: Record<string, KeptAnswer> = person < 4 ? { [first]: level, [second]: level } : { [first]: level };
      await answer(house, { town, roundId }, answers, {
        profile: { ...SOMEONE, groupId: person < 12 ? groupId : null },
      });
    }
    expect(await findResults(house.db, territoryId, roundId)).toBeUndefined();
    const results = await close(house, town, roundId);
    expect(results?.release).toMatchObject({ number: 0, people: 36 });
    const [one, two] = results?.results ?? [];
    expect(one?.everybody).toMatchObject({ shown: 'levels', n: 36, levels: [8, 7, 7, 7, 7] });
    expect(two?.everybody).toEqual({ shown: 'no', reason: 'few' });
    const group = one?.categories.find((cell) => cell.category === groupId);
    expect(group?.cell).toMatchObject({ shown: 'classes', n: 12, classes: [6, 2, 4] });
  });

  test('of a group in session keeps the level it agreed on last, and the one before in its history', async () => {
    const house = await fresh();
    const { town, roundId, versionIds } = await aRound(house);
    const { territoryId, cycleId } = town;
    const facts = { kind: 'homogeneous', name: 'G', standsFor: '', targetSize: 8, neighbourhoodId: null } as const;
    const groupId = await house.write((db, now) =>
      createGroup(db, { ...facts, territoryId, cycleId, actor: town.first }, now),
    );
    const agree = (level: 2 | 3) =>
      house.write((db, now) =>
        agreeLevel(
          db,
          {
            territoryId,
            roundId,
            groupId,
            versionId: versionIds[0] ?? '',
            level,
            reasons: 'r',
            dissent: '',
            actor: town.first,
          },
          now,
        ),
      );
    await expect(agree(2)).rejects.toMatchObject({ reason: 'evaluation.notOpen' });
    await open(house, town, roundId);
    await agree(2);
    await agree(3);
    expect((await listGroupEvaluations(house.db, territoryId, roundId)).map((one) => one.level)).toEqual([3]);
    expect(await house.db.selectFrom('group_evaluation').select('level').execute()).toHaveLength(2);
  });

  test('asks no indicator and no group of another cycle', async () => {
    const house = await fresh();
    const { town, versionIds, roundId } = await aRound(house);
    const { territoryId, first: actor } = town;
    const always = { opensOn: '2026-01-05', closesOn: null };
    const periods = { definitions: always, indicators: always, evaluation: always, plan: always };
    const next = await house.write((db, now) => createCycle(db, { territoryId, name: '2027', periods, actor }, now));
    const place = { territoryId, cycleId: next.id, actor };
    const facts = {
      name: 'Automne',
      closesOn: '2026-05-31',
      officialReading: 'each-person',
      drawnByLot: false,
    } as const;
    const prepare = () => house.write((db, now) => prepareRound(db, { ...place, ...facts, versionIds }, now));
    await expect(prepare()).rejects.toMatchObject({ reason: 'evaluation.notFrozen' });
    await house.write((db, now) =>
      carryIndicators(db, { ...place, fromCycleId: town.cycleId, toCycleId: next.id }, now),
    );
    await prepare();
    await open(house, town, roundId);
    const kind = { kind: 'homogeneous', name: 'G', standsFor: 'g', targetSize: 8, neighbourhoodId: null } as const;
    const groupId = await house.write((db, now) => createGroup(db, { ...place, ...kind }, now));
    const said = { level: 3, reasons: '', dissent: '', groupId, versionId: versionIds[0] ?? '' } as const;
    const agreeing = house.write((db, now) => agreeLevel(db, { territoryId, roundId, actor, ...said }, now));
    await expect(agreeing).rejects.toThrow(NotThere);
  });
});
