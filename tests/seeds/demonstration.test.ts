import { expect, test } from 'vitest';
import { checkCounters as checkWords } from '#lib/definitions/counter-check.server.ts';
import { checkCounters as checkAnswers } from '#lib/evaluation/counter-check.server.ts';
import { stateOf } from '#lib/evaluation/round.server.ts';
import { findResults } from '#lib/evaluation/result.server.ts';
import type { Tables } from '#lib/platform/tables.ts';
import { findTally } from '#lib/plan/tally.server.ts';
import { seedIfNew } from '#db/seed.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';

async function count(house: TestHouse, table: keyof Tables): Promise<number> {
  const { number } = await house.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  return Number(number);
}

eachDatabase('the demonstration territory', (open) => {
  test('is told whole, by the product’s own commands, and only once', { timeout: 120_000 }, async () => {
    const house = await open();
    const accounts = await seedIfNew(house);
    expect(accounts).toHaveLength(8);
    const told = {
      notes: await count(house, 'note'),
      criteria: await count(house, 'criterion'),
      ballots: await count(house, 'ballot'),
      proposals: await count(house, 'proposal'),
      rounds: await count(house, 'round'),
      series: await count(house, 'measure_series'),
      votes: await count(house, 'vote'),
    };
    expect(told).toMatchObject({ notes: 262, ballots: 220, proposals: 30, rounds: 3, series: 8, votes: 2 });
    expect(told.criteria).toBeGreaterThan(200);
    expect(await seedIfNew(house)).toEqual(accounts);
    expect(await count(house, 'note')).toBe(told.notes);
    expect([...(await checkWords(house.db)), ...(await checkAnswers(house.db))]).toEqual([]);

    const adopted = await house.db.selectFrom('indicator').select('id').where('status', '=', 'adopted').execute();
    expect(adopted).toHaveLength(20);
    const rounds = await house.db.selectFrom('round').selectAll().orderBy('created_at').execute();
    expect(rounds.map(stateOf)).toEqual(['closed', 'closed', 'open']);
    expect(rounds.map(({ closes_on }) => closes_on > '2026-05-07')).toEqual([false, false, true]);
    for (const round of rounds.slice(0, 2)) {
      const released = await findResults(house.db, round.territory_id, round.id);
      expect(released?.results.filter((one) => one.everybody.shown === 'levels')).toHaveLength(20);
    }
    const closed = await house.db
      .selectFrom('vote')
      .select(['territory_id', 'id'])
      .where('closed_at', 'is not', null)
      .executeTakeFirstOrThrow();
    const tally = await findTally(house.db, closed.territory_id, closed.id);
    expect(tally?.ballots).toBe(180);
    expect(tally?.result.equalShares.winners).toHaveLength(6);
    expect(tally?.result.greedy.winners).not.toEqual(tally?.result.equalShares.winners);
  });

  test('is left out of a database that somebody has begun to use', async () => {
    const house = await open();
    const { createAccount } = await import('#lib/people/account.server.ts');
    const owner = { email: 'a@b.example', name: 'A', language: 'fr', passwordHash: null, isOwner: true };
    await house.write((db, now) => createAccount(db, owner, now));
    expect(await seedIfNew(house)).toEqual([]);
    expect(await count(house, 'territory')).toBe(0);
  });
});
