import { expect, test } from 'vitest';
import { beginAnswers, rateIndicators, senderOf } from '#lib/evaluation/answer.server.ts';
import { agreeLevel } from '#lib/evaluation/group-evaluation.server.ts';
import { prepareResults, publishResults } from '#lib/evaluation/release.server.ts';
import { prepareRound } from '#lib/evaluation/round-preparation.server.ts';
import { endRound, openRound } from '#lib/evaluation/round.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { createGroup } from '#lib/territory/group.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { adoptIndicators } from '#tests/support/indicator.ts';
import { foundTown } from '#tests/support/town.ts';
import { placeOf, readCsv } from './read.ts';

/** An open round of one indicator; in it eight people of one group and two of another, and a group's agreed level. */
async function answeredRound(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId, cycleId, first: actor } = town;
  const versionIds = await adoptIndicators(house, town, 1);
  const [versionId = ''] = versionIds;
  const by = { territoryId, cycleId, actor };
  const asked = { closesOn: '2026-05-31', officialReading: 'each-person', drawnByLot: false, versionIds } as const;
  const roundId = await house.write((db, now) => prepareRound(db, { ...by, ...asked, name: 'Printemps' }, now));
  const prepared = await readCsv(await placeOf(house), 'rounds');
  await town.decide('open-round', roundId);
  await house.write((db, now) => openRound(db, { territoryId, roundId, actor }, now));
  const usual = { kind: 'homogeneous', standsFor: '', targetSize: 10, neighbourhoodId: null } as const;
  const groupIds: string[] = [];
  for (const name of ['Grand', 'Petit'])
    groupIds.push(await house.write((db, now) => createGroup(db, { ...by, ...usual, name }, now)));
  const [groupId = '', smallId = ''] = groupIds;
  const levels = ['1', '2', '2', '3', '3', '4', '4', '5'] as const;
  for (const [level, of] of [
    ...levels.map((one) => [one, groupId] as const),
    ['1', smallId],
    ['5', smallId],
  ] as const) {
    const facts = { territoryId, roundId, sender: senderOf(randomId(), roundId) };
    const profile = { groupId: of, neighbourhoodId: null, ageBand: null };
    await house.write((db, now) => beginAnswers(db, { ...facts, profile, source: 'online' }, now));
    await house.write((db, now) => rateIndicators(db, { ...facts, answers: new Map([[versionId, level]]) }, now));
  }
  const agreed = { groupId, versionId, level: 2, reasons: 'Trop loin', dissent: '' } as const;
  await house.write((db, now) => agreeLevel(db, { territoryId, roundId, actor, ...agreed }, now));
  return { town, roundId, versionId, prepared };
}

eachDatabase('the open data of an evaluation', (open) => {
  test('tell nothing of a round that is being prepared, and only its rules while it is open', async () => {
    const house = await open();
    const { roundId, prepared } = await answeredRound(house);
    expect(prepared).toEqual([]);
    const here = await placeOf(house);
    expect(await readCsv(here, 'rounds')).toMatchObject([
      { round_id: roundId, state: 'open', people: '', release: '' },
    ]);
    expect(await readCsv(here, 'results')).toEqual([]);
    expect(await readCsv(here, 'group-evaluations')).toEqual([]);
  });

  test('tell exactly what the release shows once it is closed, and why the rest is empty', async () => {
    const house = await open();
    const { town, roundId, versionId } = await answeredRound(house);
    const { territoryId } = town;
    await town.decide('close-round', roundId);
    const round = await house.write((db, now) => endRound(db, { territoryId, roundId, actor: town.first }, now));
    const release = await prepareResults(house.db, round);
    await house.write((db, now) => publishResults(db, release, now));
    const here = await placeOf(house);
    expect(await readCsv(here, 'rounds')).toMatchObject([{ state: 'closed', people: '10', least_shown: '5' }]);
    const results = await readCsv(here, 'results');
    const cells = await house.db.selectFrom('release_cell').selectAll().where('round_id', '=', roundId).execute();
    expect(results).toHaveLength(cells.length);
    for (const cell of cells) {
      const row = results.find((one) =>
        cell.dimension === ''
          ? one.dimension === 'everybody'
          : one.dimension === cell.dimension && one.category_id?.replace(/^'/, '') === cell.category,
      );
      expect(row).toMatchObject({ shown: cell.shown, not_shown_because: cell.reason ?? '', n: String(cell.n ?? '') });
      if (cell.shown !== 'no') continue;
      const { round: _r, indicator: _i, component: _c, category: _n, ...rest } = row ?? {};
      const told = Object.entries(rest).filter(([name, value]) => value !== '' && !/_id$|^dimension$/.test(name));
      expect(told.map(([name]) => name)).toEqual(['shown', 'not_shown_because']);
    }
    expect(results[0]).toMatchObject({ dimension: 'everybody', shown: 'classes', n: '10', n_1_to_2: '4', n_3: '2' });
    expect(results[0]).toMatchObject({ n_1: '', n_5: '', median: '', mean: '', n_4_to_5: '4' });
    expect(results.find((row) => row.category === 'Petit')).toMatchObject({ shown: 'no', not_shown_because: 'few' });
    expect(await readCsv(here, 'group-evaluations')).toMatchObject([
      { group: 'Grand', situation: '2', reasons: 'Trop loin', version_id: expect.stringContaining(versionId) },
    ]);
  });
});
