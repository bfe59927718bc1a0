import { expect, test } from 'vitest';
import { NotThere } from '#lib/platform/refusal.ts';
import { getAction, listActions, listReports } from '#lib/plan/action-list.server.ts';
import { followAction, startActions, startVoted } from '#lib/plan/action.server.ts';
import { nameHolder } from '#lib/plan/holder.server.ts';
import { judgeAction, listJudgements } from '#lib/plan/judgement.server.ts';
import { reviewProposal } from '#lib/plan/proposal-review.server.ts';
import { countVote, keepTally } from '#lib/plan/tally.server.ts';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { endVote } from '#lib/plan/vote.server.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { openedVote } from '#tests/support/vote.ts';
import { readyTown, type Ready } from './ready.ts';

async function anAction(house: TestHouse, ready: Ready) {
  const objectiveId = await ready.agree();
  const actorId = await ready.enter('Régie des bus');
  const proposalId = await ready.propose([objectiveId]);
  await house.write((db, now) => nameHolder(db, { ...ready.by, proposalId, actorId }, now));
  const start = () => house.write((db, now) => startActions(db, { ...ready.by, proposalIds: [proposalId] }, now));
  expect([await start(), await start()]).toEqual([1, 0]);
  const [action] = await listActions(house.db, ready.territoryId, ready.cycleId);
  return { objectiveId, proposalId, actionId: action?.id ?? '' };
}

eachDatabase('an action', (open) => {
  test('is started once from a proposal, with its holder, cost and objectives', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const { objectiveId, actionId } = await anAction(house, ready);
    expect(await getAction(house.db, ready.territoryId, actionId)).toMatchObject({
      status: 'planned',
      spentCents: 0,
      cost_voted_cents: 1_200_050,
      holderName: 'Régie des bus',
      objectiveIds: [objectiveId],
    });
    const unknown = house.write((db, now) => startActions(db, { ...ready.by, proposalIds: ['nothing'] }, now));
    await expect(unknown).rejects.toBeInstanceOf(NotThere);
  });

  test('comes of a vote only for its winners, and only once it is counted', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const objectiveId = await ready.agree();
    const town = { ...ready, first: ready.by.actor, second: ready.by.actor, bodyId: '' } as never;
    const ids: string[] = [];
    for (const [title, costCents] of [
      ['Gagne', 100_000],
      ['Perd', 90_000],
    ] as const) {
      const proposalId = await ready.propose([objectiveId], { title, costCents });
      ids.push(proposalId);
      await house.write((db, now) =>
        reviewProposal(db, { ...ready.by, proposalId, outcome: 'accepted', reasons: 'r', panel: 'p' }, now),
      );
    }
    const [winner = '', loser = ''] = ids;
    const voteId = await openedVote(house, town, ids);
    const { territoryId } = ready;
    for (const device of ['a', 'b', 'c'])
      await house.write((db, now) =>
        castBallot(
          db,
          {
            territoryId,
            voteId,
            voterHash: voterHash(voteId, 'device', device),
            choices: [winner],
            receipt: randomId(),
          },
          now,
        ),
      );
    const start = (proposalIds: string[]) =>
      house.write((db, now) => startVoted(db, { ...ready.by, voteId, proposalIds }, now));
    await expect(start([winner])).rejects.toMatchObject({ reason: 'plan.notCounted' });
    await ready.decide('close-vote', voteId);
    await house.write((db, now) => endVote(db, { ...ready.by, voteId }, now));
    const tally = await countVote(house.db, { territoryId, voteId });
    await house.write((db, now) => keepTally(db, { ...ready.by, voteId, tally }, now));
    await expect(start([loser])).rejects.toBeInstanceOf(NotThere);
    // The cycle was closed while people voted: what was voted is to be done all the same.
    await ready.decide('close-cycle', ready.cycleId);
    await house.write((db, now) => closeCycle(db, ready.by, now));
    expect([await start([winner]), await start([winner])]).toEqual([1, 0]);
  });

  test('is reported on in public: all reports stay, the newest holds, stopping needs a word', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const { actionId } = await anAction(house, ready);
    const report = (status: 'under-way' | 'stopped', words: string, seen?: number) =>
      house.write((db, now) =>
        followAction(
          db,
          { ...ready.by, actionId, status, spentCents: 50_001, words, ...(seen === undefined ? {} : { seen }) },
          now,
        ),
      );
    await report('under-way', 'Premier trajet.', 1);
    await report('under-way', 'Premier trajet.', 1);
    await expect(report('stopped', '', 2)).rejects.toMatchObject({ reason: 'plan.reasonNeeded' });
    await expect(report('stopped', 'Panne.', 1)).rejects.toMatchObject({ reason: 'plan.meanwhile' });
    await report('stopped', 'Panne.', 2);
    const reports = await listReports(house.db, ready.territoryId, actionId);
    expect(reports.map((one) => [one.number, one.status, one.words])).toEqual([
      [3, 'stopped', 'Panne.'],
      [2, 'under-way', 'Premier trajet.'],
      [1, 'planned', ''],
    ]);
    expect(await getAction(house.db, ready.territoryId, actionId)).toMatchObject({ status: 'stopped', number: 3 });
  });

  test('is judged on a frozen indicator, by situations 1 to 5 or none', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    const { actionId } = await anAction(house, ready);
    const judgement = {
      versionId: ready.versionId,
      before: 1,
      expected: 5,
      observed: null as number | null,
      reach: '40 personnes',
      worstOff: 'oui',
      fewerResources: '',
      multiplied: '',
      coResponsibility: '',
      evidence: 'registre',
      judgedBy: 'les personnes transportées',
    };
    const judge = (facts: Partial<typeof judgement> = {}, by = ready.by) =>
      house.write((db, now) => judgeAction(db, { ...judgement, ...facts, ...by, actionId, sentId: 'one' }, now));
    await judge();
    await judge();
    await judge({ observed: 4 });
    await expect(judge({ observed: 6 })).rejects.toThrow();
    await expect(judge({ observed: 0 })).rejects.toThrow();
    await expect(judge({ versionId: other.versionId })).rejects.toBeInstanceOf(NotThere);
    await expect(judge({}, other.by)).rejects.toBeInstanceOf(NotThere);
    const all = await listJudgements(house.db, ready.territoryId, actionId);
    expect(all.map((one) => one.level_observed).sort()).toEqual([4, null]);
  });
});
