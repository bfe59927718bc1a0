import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { randomId } from '#lib/platform/random-id.ts';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { voterHash } from '#lib/plan/roll.server.ts';
import { countVote, findTally, keepTally } from '#lib/plan/tally.server.ts';
import { countBallots, endVote, getVote, openVote, tellDeparture } from '#lib/plan/vote.server.ts';
import { prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';
import { foundTown } from '#tests/support/town.ts';
import { acceptProposals, openedVote, USUAL_VOTE } from '#tests/support/vote.ts';

async function aVote(house: TestHouse, { prepared = false, k = 5 } = {}) {
  const town = await foundTown(house);
  const { territoryId, cycleId } = town;
  await house.write((db) =>
    db.updateTable('territory').set({ least_shown: k }).where('id', '=', territoryId).execute(),
  );
  const act = { territoryId, actor: town.first };
  const proposals = await acceptProposals(house, town, [60_000, 50_000, 40_000, 30_000]);
  const facts = { ...USUAL_VOTE, proposalIds: proposals, territoryId, cycleId, actor: town.first };
  const prepare = (id: string) => house.write((db, now) => prepareVote(db, { ...facts, id }, now));
  const voteId = prepared ? await prepare(randomId()) : await openedVote(house, town, proposals);
  const openIt = () => house.write((db, now) => openVote(db, { ...act, voteId }, now));
  const end = () => house.write((db, now) => endVote(db, { ...act, voteId }, now));
  const cast = (device: string, choices: readonly string[], receipt = randomId()) => {
    const voter = { voterHash: voterHash(voteId, 'device', device), choices, receipt };
    return house.write((db, now) => castBallot(db, { territoryId, voteId, ...voter }, now));
  };
  return { town, territoryId, act, proposals, voteId, prepare, open: openIt, end, cast };
}

interface Told {
  readonly proposals: { readonly id: string; readonly votes?: number }[];
  readonly equal_shares: { readonly winners: string[] };
}

eachDatabase('a vote that is opened and closed', (open) => {
  test('opens only as it was read: not with a proposal that costs something else since', async () => {
    const house = await open();
    const { town, proposals, voteId, open: openIt } = await aVote(house, { prepared: true });
    await town.decide('open-vote', voteId);
    const cost = (cents: number) =>
      house.write((db) =>
        db
          .updateTable('proposal')
          .set({ cost_cents: cents })
          .where('id', '=', proposals[0] ?? '')
          .execute(),
      );
    await cost(61_000);
    await expect(openIt()).rejects.toMatchObject({ reason: 'votes.notAccepted' });
    await cost(60_000);
    await openIt();
  });

  test('does not open with a proposal that was withdrawn since, nor after its last day', async () => {
    const house = await open();
    const { town, proposals, voteId, open: openIt } = await aVote(house, { prepared: true });
    await town.decide('open-vote', voteId);
    await house.write((db, now) =>
      db
        .updateTable('proposal')
        .set({ withdrawn_at: now })
        .where('id', '=', proposals[0] ?? '')
        .execute(),
    );
    await expect(openIt()).rejects.toMatchObject({ reason: 'votes.notAccepted' });
    house.setClock(Date.parse('2026-05-31T22:00:00Z'));
    await expect(openIt()).rejects.toMatchObject({ reason: 'votes.lastDayOver' });
  });

  test('is prepared once however often the form is sent, and only for a council that meets after it', async () => {
    const house = await open();
    const { town, territoryId, proposals, prepare } = await aVote(house, { prepared: true });
    const id = randomId();
    expect([await prepare(id), await prepare(id)]).toEqual([id, id]);
    const facts = { ...USUAL_VOTE, proposalIds: proposals, territoryId, cycleId: town.cycleId, actor: town.first };
    const early = { ...facts, closesOn: '2026-05-31', councilOn: '2026-05-31' };
    await expect(house.write((db, now) => prepareVote(db, early, now))).rejects.toMatchObject({
      reason: 'votes.councilBefore',
    });
    await house.write((db, now) => prepareVote(db, { ...early, councilOn: '2026-06-01' }, now));
  });

  test('counts every ballot that was acknowledged while it was being closed, and no other', async () => {
    const house = await open();
    const { town, territoryId, proposals, voteId, end, cast } = await aVote(house);
    await town.decide('close-vote', voteId);
    const casting = Array.from({ length: 60 }, (_, voter) => cast(`d${voter}`, [proposals[voter % 4] ?? '']));
    const ending = end();
    const late = Array.from({ length: 60 }, (_, voter) => cast(`late${voter}`, [proposals[0] ?? '']));
    await ending;
    const tally = countVote(house.db, { territoryId, voteId });
    const outcomes = await Promise.allSettled([...casting, ...late]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ reason: 'votes.notOpen' });
    expect((await tally).ballots).toBe(120 - refused.length);
    expect(await countBallots(house.db, territoryId, voteId)).toBe(120 - refused.length);
  });

  test('two ballots never share a receipt', async () => {
    const house = await open();
    const { territoryId, proposals, voteId, cast } = await aVote(house);
    const receipt = randomId();
    await cast('a', proposals.slice(0, 1), receipt);
    await expect(cast('b', proposals.slice(1, 2), receipt)).rejects.toMatchObject({ reason: 'votes.receiptTaken' });
    expect(await countBallots(house.db, territoryId, voteId)).toBe(1);
    await cast('b', proposals.slice(1, 2));
  });

  test('refuses to count by rules other than those that were published', async () => {
    const house = await open();
    const { town, territoryId, proposals, voteId, end, cast } = await aVote(house);
    await cast('a', proposals.slice(0, 1));
    await town.decide('close-vote', voteId);
    await end();
    await house.write((db) => db.updateTable('vote').set({ budget_cents: 90_000 }).where('id', '=', voteId).execute());
    await expect(countVote(house.db, { territoryId, voteId })).rejects.toMatchObject({
      reason: 'votes.rulesChanged',
    });
  });

  /** A vote of ten ballots that was opened while the smallest number shown was k. */
  async function tenBallots(k: number) {
    const house = await open();
    const { town, territoryId, proposals, voteId, end, cast } = await aVote(house, { k });
    for (let voter = 0; voter < 10; voter++) {
      await cast(`d${voter}`, voter % 2 === 0 ? proposals.slice(0, 2) : proposals.slice(2, 4));
    }
    await town.decide('close-vote', voteId);
    await end();
    const count = async () => {
      const { published, hashes } = await countVote(house.db, { territoryId, voteId });
      expect(hashes.result).toBe(createHash('sha256').update(published.result).digest('hex'));
      return { ballots: published.ballots, rules: published.rules, ...(JSON.parse(published.result) as Told) };
    };
    const placeOf = (id: string) => proposals.indexOf(id);
    const lower = (k: number) =>
      house.write((db) => db.updateTable('territory').set({ least_shown: k }).where('id', '=', territoryId).execute());
    return { count, placeOf, lower };
  }

  test('tells details from 2k ballots on, totals from k, and below only what won', async () => {
    const [five, six, eleven] = [await tenBallots(5), await tenBallots(6), await tenBallots(11)];
    const everything = await five.count();
    expect(everything).toMatchObject({ told: 'everything', ballots: 10, equal_shares: { ended: expect.anything() } });
    const totals = await six.count();
    expect(totals).toMatchObject({ told: 'totals', ballots: 10 });
    expect(totals.proposals.map(({ votes }) => votes)).toEqual([5, 5, 5, 5]);
    expect(totals).not.toHaveProperty('greedy');
    expect(Object.keys(totals.equal_shares)).toEqual(['winners', 'total_cost', 'budget_left']);
    const outcome = await eleven.count();
    expect(outcome).toMatchObject({ told: 'outcome', ballots: 10 });
    expect(outcome).not.toHaveProperty('greedy');
    expect(outcome.proposals.flatMap((proposal) => Object.keys(proposal))).not.toContain('votes');
    expect(outcome.equal_shares.winners.map(eleven.placeOf).toSorted()).toEqual(
      everything.equal_shares.winners.map(five.placeOf).toSorted(),
    );
  });

  test('tells no more than was promised at the opening, whatever the smallest number shown is since', async () => {
    const { count, lower } = await tenBallots(11);
    await lower(3);
    const told = await count();
    expect(told).toMatchObject({ told: 'outcome' });
    expect(told.rules).toContain('"least_shown":11');
  });

  test('two counts at the same moment leave one tally', async () => {
    const house = await open();
    const { town, territoryId, act, proposals, voteId, end, cast } = await aVote(house);
    await cast('a', proposals.slice(0, 1));
    await town.decide('close-vote', voteId);
    await end();
    const tally = await countVote(house.db, { territoryId, voteId });
    await Promise.all([1, 2].map(() => house.write((db, now) => keepTally(db, { ...act, voteId, tally }, now))));
    expect((await findTally(house.db, territoryId, voteId))?.published).toEqual(tally.published);
  });

  test('tells once, after the end, why the council departed from the result', async () => {
    const house = await open();
    const { town, territoryId, act, voteId, end } = await aVote(house);
    const tell = (reason: string) => house.write((db, now) => tellDeparture(db, { ...act, voteId, reason }, now));
    await expect(tell('Le pont est fermé.')).rejects.toMatchObject({ reason: 'votes.stillOpen' });
    await town.decide('close-vote', voteId);
    await end();
    await tell('Le pont est fermé.');
    await tell('Le pont est fermé.');
    await expect(tell('Autre chose.')).rejects.toMatchObject({ reason: 'votes.departureTold' });
    expect((await getVote(house.db, territoryId, voteId)).departure).toBe('Le pont est fermé.');
  });
});
