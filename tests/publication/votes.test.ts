import { expect, test } from 'vitest';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, keepTally } from '#lib/plan/tally.server.ts';
import { endVote } from '#lib/plan/vote.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { foundTown } from '#tests/support/town.ts';
import { acceptProposals, openedVote } from '#tests/support/vote.ts';
import { placeOf, readCsv } from './read.ts';

/** A vote on three proposals, all of them above the budget together; each ballot names one of them. */
async function votedOn(house: TestHouse, choices: readonly number[]) {
  const town = await foundTown(house);
  const { territoryId, first: actor } = town;
  const proposalIds = await acceptProposals(house, town, [60_000, 50_000, 40_000]);
  const voteId = await openedVote(house, town, proposalIds);
  for (const [voter, choice] of choices.entries()) {
    const ballot = {
      choices: [proposalIds[choice] ?? ''],
      voterHash: voterHash(voteId, 'device', `d${voter}`),
      receipt: randomId(),
    };
    await house.write((db, now) => castBallot(db, { territoryId, voteId, ...ballot }, now));
  }
  const open = { votes: await readCsv(await placeOf(house), 'votes'), rows: await read(house) };
  await town.decide('close-vote', voteId);
  await house.write((db, now) => endVote(db, { territoryId, voteId, actor }, now));
  const tally = await countVote(house.db, { territoryId, voteId });
  await house.write((db, now) => keepTally(db, { territoryId, voteId, tally, actor }, now));
  return { open, votes: await readCsv(await placeOf(house), 'votes'), rows: await read(house) };
}

async function read(house: TestHouse) {
  return readCsv(await placeOf(house), 'vote-proposals');
}

eachDatabase('the open data of a vote', (open) => {
  test('tell the ballot while it is open, and neither ballots nor votes', async () => {
    const { open: before } = await votedOn(await open(), [0, 0, 0]);
    expect(before.votes).toMatchObject([{ state: 'open', ballots: '', ballots_published: '', result_sha256: '' }]);
    expect(before.rows.map((row) => row.cost_cents).sort()).toEqual(['40000', '50000', '60000']);
    expect(before.rows.map((row) => row.votes)).toEqual(['', '', '']);
  });

  test('tell of four ballots only what won, where k is 5', async () => {
    const few = await votedOn(await open(), [0, 0, 1, 1]);
    expect(few.votes).toMatchObject([{ state: 'closed', ballots: '4', ballots_published: 'false' }]);
    expect(few.rows.map((row) => row.funded).sort()).toEqual(['false', 'false', 'true']);
    for (const row of few.rows) {
      expect(row).toMatchObject({ votes: '', because: '', funded_greedy: '', because_greedy: '' });
    }
  });

  test('tell no totals of nine ballots where one more would tell a choice of somebody', async () => {
    const { rows } = await votedOn(await open(), [0, 0, 0, 0, 0, 0, 1, 1, 2]);
    expect(rows.map((row) => row.votes)).toEqual(['', '', '']);
  });

  test('tell totals without a reason from nine ballots, and reasons from ten, where k is 5', async () => {
    const few = await votedOn(await open(), [0, 0, 0, 0, 0, 1, 1, 2, 2]);
    expect(few.votes).toMatchObject([
      { state: 'closed', ballots: '9', ballots_published: 'false', ballots_sha256: '' },
    ]);
    expect(few.rows.map((row) => row.votes).sort()).toEqual(['2', '2', '5']);
    for (const row of few.rows) expect(row).toMatchObject({ because: '', funded_greedy: '', because_greedy: '' });
    const enough = await votedOn(await open(), [0, 0, 0, 0, 0, 1, 1, 2, 2, 2]);
    expect(enough.votes).toMatchObject([{ ballots: '10', ballots_published: 'true' }]);
    expect(enough.rows.every((row) => row.because !== '' && row.because_greedy !== '')).toBe(true);
  });
});
