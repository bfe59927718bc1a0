import { expect, test } from 'vitest';
import { randomId } from '#lib/platform/random-id.ts';
import { castBallot } from '#lib/plan/ballot.server.ts';
import { createCodes, replaceCode } from '#lib/plan/roll-code.server.ts';
import { countVote } from '#lib/plan/tally.server.ts';
import { endVote } from '#lib/plan/vote.server.ts';
import { countRoll, listBatches, voterHash } from '#lib/plan/roll.server.ts';
import { DAY } from '#lib/platform/time.ts';
import { eachDatabase, NOON, type TestHouse } from '#tests/support/database.ts';
import { foundTown } from '#tests/support/town.ts';
import { acceptProposals, openedVote } from '#tests/support/vote.ts';

async function aVoteByRoll(house: TestHouse) {
  const town = await foundTown(house);
  const { territoryId } = town;
  const proposals = await acceptProposals(house, town, [60_000, 50_000, 40_000]);
  const voteId = await openedVote(house, town, proposals, { admission: 'roll' });
  const make = (batch: string, number: number, sentId = randomId()) =>
    house.write((db, now) => createCodes(db, { territoryId, voteId, number, batch, sentId, actor: town.first }, now));
  const replace = (batch: string, number: number, sentId = randomId()) =>
    house.write((db, now) => replaceCode(db, { territoryId, voteId, batch, number, sentId, actor: town.first }, now));
  const cast = (code: string) => {
    const hash = voterHash(voteId, 'code', code);
    const facts = { territoryId, voteId, voterHash: hash, choices: proposals.slice(0, 1), receipt: randomId() };
    return house.write((db, now) => castBallot(db, facts, now));
  };
  const counts = () => countRoll(house.db, territoryId, voteId);
  /** Closes the vote by decision, and counts it. @returns what is published as result.json */
  const result = async () => {
    await town.decide('close-vote', voteId);
    await house.write((db, now) => endVote(db, { territoryId, voteId, actor: town.first }, now));
    const { published } = await countVote(house.db, { territoryId, voteId });
    return JSON.parse(published.result) as { codes: unknown };
  };
  return { territoryId, voteId, make, replace, cast, counts, result };
}

eachDatabase('the roll of a vote', (open) => {
  test('each code works once, an unknown one never', async () => {
    const { make, cast, counts } = await aVoteByRoll(await open());
    const [first] = await make('guichet', 3);
    await expect(cast('XXXXXXXXXXXX')).rejects.toMatchObject({ reason: 'votes.codeUnknown' });
    await cast(first?.code ?? '');
    await expect(cast(first?.code ?? '')).rejects.toMatchObject({ reason: 'votes.alreadyVoted' });
    expect(await counts()).toEqual({ ready: 2, used: 1, void: 0, test: 0 });
  });

  test('keeps no code, only what tells one when it is typed', async () => {
    const house = await open();
    const { make } = await aVoteByRoll(house);
    const codes = await make('guichet', 20);
    const rows = JSON.stringify(await house.db.selectFrom('roll_entry').selectAll().execute());
    expect(new Set(codes.map(({ code }) => code)).size).toBe(20);
    expect(codes.filter(({ code }) => rows.includes(code))).toEqual([]);
  });

  test('a form that is sent twice makes its codes once, and shows the same ones', async () => {
    const { make, counts } = await aVoteByRoll(await open());
    const sentId = randomId();
    const codes = await make('guichet', 600, sentId);
    expect(codes.map(({ number }) => number)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
    expect(await make('guichet', 600, sentId)).toEqual(codes);
    expect((await counts()).ready).toBe(600);
  });

  test('two batches cannot have one name', async () => {
    const { make, counts } = await aVoteByRoll(await open());
    await make('guichet', 2);
    await expect(make('guichet', 2)).rejects.toMatchObject({ reason: 'votes.batchTaken' });
    await make('lettres', 2);
    expect((await counts()).ready).toBe(4);
  });

  test('a lost code is made void and replaced under the same number, once', async () => {
    const house = await open();
    const { territoryId, voteId, make, replace, cast } = await aVoteByRoll(house);
    const codes = await make('lettres', 3);
    const sentId = randomId();
    const other = await replace('lettres', 2, sentId);
    expect(await replace('lettres', 2, sentId)).toEqual(other);
    await expect(cast(codes[1]?.code ?? '')).rejects.toMatchObject({ reason: 'votes.noBallot.void' });
    await cast(other.code);
    expect(await listBatches(house.db, territoryId, voteId)).toMatchObject([
      { name: 'lettres', number: 3, replaced: 1 },
    ]);
  });

  test('is told batch by batch: how many, when and by whom, and not which were used', async () => {
    const house = await open();
    const { territoryId, voteId, make, cast } = await aVoteByRoll(house);
    const [one] = await make('guichet', 1);
    await cast(one?.code ?? '');
    house.setClock(house.clock() + DAY);
    const sentId = randomId();
    await make('lettres', 600, sentId);
    await make('lettres', 600, sentId);
    const made = { replaced: 0, madeBy: 'Une' };
    expect(await listBatches(house.db, territoryId, voteId)).toEqual([
      { ...made, name: 'guichet', number: 1, madeAt: NOON },
      { ...made, name: 'lettres', number: 600, madeAt: NOON + DAY },
    ]);
  });

  test('is told in the published result too, by number and day, without who made them', async () => {
    const house = await open();
    const { make, replace, result } = await aVoteByRoll(house);
    await make('guichet', 4);
    house.setClock(house.clock() + DAY);
    await make('lettres', 3);
    await replace('lettres', 2);
    const { codes } = await result();
    expect(codes).toEqual([
      { number: 4, replaced: 0, made_on: '2026-05-07', after_opening: false },
      { number: 3, replaced: 1, made_on: '2026-05-08', after_opening: true },
    ]);
  });

  test('a code somebody voted with is never replaced', async () => {
    const { make, replace, cast, counts } = await aVoteByRoll(await open());
    const [first] = await make('lettres', 1);
    await cast(first?.code ?? '');
    await expect(replace('lettres', 1)).rejects.toMatchObject({ reason: 'votes.codeUsed' });
    await expect(replace('lettres', 2)).rejects.toMatchObject({ reason: 'votes.codeUnknown' });
    expect(await counts()).toEqual({ ready: 0, used: 1, void: 0, test: 0 });
  });
});
