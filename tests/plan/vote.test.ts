import { createHash, createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { DAY } from '#lib/platform/time.ts';
import { castBallot, signedText } from '#lib/plan/ballot.server.ts';
import { electionOf } from '#lib/plan/count/pabulib-election.ts';
import { usualRules } from '#lib/plan/count/election.ts';
import { countEqualShares } from '#lib/plan/count/equal-shares.ts';
import { readPabulib } from '#lib/plan/count/pabulib.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, findTally, keepTally, listReceipts } from '#lib/plan/tally.server.ts';
import { listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { hashRules, lotOf } from '#lib/plan/vote-rules.server.ts';
import { countBallots, endVote, getVote, openVote } from '#lib/plan/vote.server.ts';
import { prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { closeCycle } from '#lib/territory/cycle-closing.server.ts';
import { eachDatabase, NOON, type TestHouse } from '#tests/support/database.ts';
import { foundTown, type Town } from '#tests/support/town.ts';
import { acceptProposals, openedVote, USUAL_VOTE } from '#tests/support/vote.ts';

async function aVote(house: TestHouse, facts: Parameters<typeof openedVote>[3] = {}) {
  const town = await foundTown(house);
  const proposals = await acceptProposals(house, town, [60_000, 50_000, 40_000, 30_000]);
  return { town, proposals, voteId: await openedVote(house, town, proposals, facts) };
}

function cast(
  house: TestHouse,
  town: Town,
  voteId: string,
  device: string,
  choices: readonly string[],
  receipt = randomId(),
) {
  const facts = {
    territoryId: town.territoryId,
    voteId,
    voterHash: voterHash(voteId, 'device', device),
    choices,
    receipt,
  };
  return house.write((db, now) => castBallot(db, facts, now));
}

async function close(house: TestHouse, town: Town, voteId: string) {
  const { territoryId } = town;
  await town.decide('close-vote', voteId);
  await house.write((db, now) => endVote(db, { territoryId, voteId, actor: town.first }, now));
  const tally = await countVote(house.db, { territoryId, voteId });
  await house.write((db, now) => keepTally(db, { territoryId, voteId, tally, actor: town.first }, now));
  return tally;
}

eachDatabase('a vote', (open, engine) => {
  test('opens only by a confirmed decision, and fixes and hashes its rules then', async () => {
    const house = await open();
    const town = await foundTown(house);
    const { territoryId, cycleId } = town;
    const proposalIds = await acceptProposals(house, town, [1000, 2000]);
    const voteId = await house.write((db, now) =>
      prepareVote(
        db,
        { ...USUAL_VOTE, leastChoices: 0, mostChoices: 2, proposalIds, territoryId, cycleId, actor: town.first },
        now,
      ),
    );
    const opening = () => house.write((db, now) => openVote(db, { territoryId, voteId, actor: town.first }, now));
    await expect(opening()).rejects.toMatchObject({ reason: 'decision.needed' });
    await expect(cast(house, town, voteId, 'a', [proposalIds[0] ?? ''])).rejects.toMatchObject({
      reason: 'votes.notOpen',
    });
    await town.decide('open-vote', voteId);
    await opening();
    const vote = await getVote(house.db, territoryId, voteId);
    const onBallot = await listVoteProposals(house.db, territoryId, voteId);
    expect(vote.rules_hash).toBe(hashRules(vote, onBallot, lotOf(vote)));
    expect([...lotOf(vote).order].sort()).toEqual([...proposalIds].sort());
    await expect(opening()).rejects.toMatchObject({ reason: 'votes.alreadyOpened' });
  });

  test('doesn’t open once its cycle is closed; one that was open is brought to its end', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    const { territoryId, cycleId } = town;
    const place = { territoryId, cycleId, actor: town.first };
    const facts = { ...USUAL_VOTE, leastChoices: 0, mostChoices: 2, proposalIds: proposals, ...place };
    const late = await house.write((db, now) => prepareVote(db, facts, now));
    await town.decide('open-vote', late);
    await town.decide('close-cycle', cycleId);
    await house.write((db, now) => closeCycle(db, place, now));
    const opening = house.write((db, now) => openVote(db, { ...place, voteId: late }, now));
    await expect(opening).rejects.toMatchObject({ reason: 'cycle.closed' });
    await cast(house, town, voteId, 'a', [proposals[0] ?? '']);
    await close(house, town, voteId);
    expect(await countBallots(house.db, territoryId, voteId)).toBe(1);
  });

  test('takes only proposals that the panel accepted', async () => {
    const house = await open();
    const town = await foundTown(house);
    const [first = ''] = await acceptProposals(house, town, [1000]);
    const preparing = (proposalIds: string[]) =>
      house.write((db, now) =>
        prepareVote(
          db,
          { ...USUAL_VOTE, proposalIds, territoryId: town.territoryId, cycleId: town.cycleId, actor: town.first },
          now,
        ),
      );
    await expect(preparing([first])).rejects.toMatchObject({ reason: 'votes.fewProposals' });
    await expect(preparing([first, 'another'])).rejects.toMatchObject({ reason: 'votes.notAccepted' });
  });

  test('refuses ballots with too few or too many choices, or with something that is not on them', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    await expect(cast(house, town, voteId, 'a', [])).rejects.toMatchObject({
      reason: 'votes.tooFew',
      facts: { least: 1 },
    });
    await expect(cast(house, town, voteId, 'a', proposals)).rejects.toMatchObject({
      reason: 'votes.tooMany',
      facts: { most: 3 },
    });
    await expect(cast(house, town, voteId, 'a', ['x'])).rejects.toMatchObject({ reason: 'votes.notOnBallot' });
    expect(await countBallots(house.db, town.territoryId, voteId)).toBe(0);
    await cast(house, town, voteId, 'a', proposals.slice(0, 3));
    expect(await countBallots(house.db, town.territoryId, voteId)).toBe(1);
  });

  test('counts a ballot once however often it is sent, and refuses a second one of the same voter', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    const receipt = randomId();
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => cast(house, town, voteId, 'a', proposals.slice(0, 2), receipt)),
    );
    expect(sent.filter((outcome) => outcome.counted)).toHaveLength(1);
    expect(new Set(sent.map((outcome) => outcome.signature)).size).toBe(1);
    await expect(cast(house, town, voteId, 'a', [proposals[3] ?? ''])).rejects.toMatchObject({
      reason: 'votes.alreadyVoted',
    });
    expect(await countBallots(house.db, town.territoryId, voteId)).toBe(1);
  });

  test('takes ballots until the end of its last day in the territory, and none after', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house, { closesOn: '2026-05-08' });
    house.setClock(Date.parse('2026-05-08T21:59:59Z'));
    await cast(house, town, voteId, 'late', proposals.slice(0, 1));
    house.setClock(Date.parse('2026-05-08T22:00:00Z'));
    await expect(cast(house, town, voteId, 'later', proposals.slice(0, 1))).rejects.toMatchObject({
      reason: 'votes.notOpen',
    });
  });

  test('signs receipts that anyone can check, apart from the ballots', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    const receipt = randomId();
    const { signature } = await cast(house, town, voteId, 'a', proposals.slice(0, 1), receipt);
    const vote = await getVote(house.db, town.territoryId, voteId);
    const key = createPublicKey(vote.signing_key ?? '');
    expect(verify(null, signedText(voteId, hashOf(receipt)), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, signedText(voteId, hashOf('other')), key, Buffer.from(signature, 'base64'))).toBe(false);
    await close(house, town, voteId);
    expect((await listReceipts(house.db, town.territoryId, voteId)).map((row) => row.receipt_hash)).toEqual([
      hashOf(receipt),
    ]);
  });

  test('publishes what anyone recounts to the same winners, and the hashes of it', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    for (let voter = 0; voter < 24; voter++) {
      await cast(house, town, voteId, `device${voter}`, proposals.slice(voter % 3, (voter % 3) + 2));
    }
    const tally = await close(house, town, voteId);
    const file = tally.published.ballots ?? '';
    const { election } = electionOf(readPabulib(file));
    const { order } = (JSON.parse(tally.published.rules) as { lot: { order: string[] } }).lot;
    expect(countEqualShares(election, usualRules(order)).winners).toEqual(tally.result.equalShares.winners);
    expect(tally.hashes.ballots).toBe(createHash('sha256').update(file).digest('hex'));
    const kept = await findTally(house.db, town.territoryId, voteId);
    expect(kept?.ballots).toBe(24);
    expect(kept?.result).toEqual(tally.result);
  });

  test('publishes totals only below twice the least number shown', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    for (let voter = 0; voter < 9; voter++) await cast(house, town, voteId, `device${voter}`, proposals.slice(0, 1));
    expect((await close(house, town, voteId)).published.ballots).toBeUndefined();
  });

  test('a count that was interrupted is done again with the same result, and kept once', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    for (let voter = 0; voter < 12; voter++)
      await cast(house, town, voteId, `device${voter}`, [proposals[voter % 4] ?? '']);
    const first = await close(house, town, voteId);
    const again = await countVote(house.db, { territoryId: town.territoryId, voteId });
    expect(again.result).toEqual(first.result);
    await house.write((db, now) =>
      keepTally(db, { territoryId: town.territoryId, voteId, tally: again, actor: town.first }, now),
    );
    expect((await findTally(house.db, town.territoryId, voteId))?.countedAt).toBe(NOON);
  });

  test(
    'thousands of racing attempts of two hundred voters give two hundred ballots',
    { timeout: 120_000 },
    async () => {
      const house = await open();
      const { town, proposals, voteId } = await aVote(house);
      const attempts = Array.from({ length: engine === 'sqlite' ? 10_000 : 2_000 }, (_, attempt) =>
        cast(house, town, voteId, `device${attempt % 200}`, [proposals[attempt % 4] ?? '']),
      );
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(200);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      for (const reason of refused) expect(reason).toMatchObject({ reason: 'votes.alreadyVoted' });
      const { number } = await house.db
        .selectFrom('ballot')
        .select((e) => e.fn.countAll<number>().as('number'))
        .executeTakeFirstOrThrow();
      expect([number, await countBallots(house.db, town.territoryId, voteId)]).toEqual([200, 200]);
    },
  );
});

eachDatabase('the secrecy of a vote', (open, engine) => {
  test('casting writes no journal entry and no time, and no column of one table is in the other', async () => {
    const house = await open();
    const { town, proposals, voteId } = await aVote(house);
    const before = await house.db.selectFrom('journal').select('id').execute();
    house.setClock(NOON + DAY);
    for (let voter = 0; voter < 20; voter++)
      await cast(house, town, voteId, `device${voter}`, [proposals[voter % 4] ?? '']);
    expect(await house.db.selectFrom('journal').select('id').execute()).toHaveLength(before.length);
    const values = async (table: 'roll_entry' | 'ballot' | 'receipt') =>
      (await house.db.selectFrom(table).selectAll().where('vote_id', '=', voteId).execute()).flatMap((row) =>
        Object.entries(row)
          .filter(([column]) => !['territory_id', 'vote_id', 'state', 'batch', 'number'].includes(column))
          .map(([, value]) => String(value)),
      );
    const [roll, ballots, receipts] = [await values('roll_entry'), await values('ballot'), await values('receipt')];
    expect(ballots).toHaveLength(40);
    expect(ballots.filter((value) => roll.includes(value) || receipts.includes(value))).toEqual([]);
    expect(roll.filter((value) => receipts.includes(value))).toEqual([]);
    for (const column of [...roll, ...ballots, ...receipts])
      expect(column).not.toContain(String(NOON + DAY).slice(0, 6));
  });

  test('the order in which rows lie says nothing of the order in which people voted', async () => {
    const house = await open();
    const { town, voteId } = await aVote(house, { leastChoices: 0 });
    const cast100 = Array.from({ length: 100 }, (_, voter) => `device${voter}`);
    for (const device of cast100) await cast(house, town, voteId, device, []);
    await close(house, town, voteId);
    const rows = await house.db.selectFrom('roll_entry').select('voter_hash').where('vote_id', '=', voteId).execute();
    const places = cast100.map((device) =>
      rows.findIndex((row) => row.voter_hash === voterHash(voteId, 'device', device)),
    );
    expect(Math.abs(correlation(places))).toBeLessThan(0.4);
    if (engine === 'postgres') {
      const { sql } = await import('kysely');
      const { rows: writers } = await sql<{ writers: number }>`
        select count(distinct w) as writers from (select xmin::text w from roll_entry union select xmin::text from ballot) x
      `.execute(house.db);
      expect(writers[0]?.writers).toBe(1);
    }
  });
});

/** Pearson's correlation of a list with its own order, −1 to 1. */
function correlation(values: readonly number[]): number {
  const mean = (values.length - 1) / 2;
  let both = 0;
  let spread = 0;
  for (const [place, value] of values.entries()) {
    both += (place - mean) * (value - mean);
    spread += (place - mean) ** 2;
  }
  return both / spread;
}
