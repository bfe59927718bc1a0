import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { randomBelow, randomCode, randomId } from '#lib/platform/random-id.ts';
import { findTally } from '#lib/plan/tally.server.ts';
import { seedIfNew } from '#db/seed.ts';
import { withoutChance } from '#db/seeds/demonstration/chance.ts';
import { newFile, openTestHouse } from '#tests/support/database.ts';
import { everyFile, placeOf } from '#tests/publication/read.ts';

/** All that is public of the demonstration, told anew: its open data in both cycles, and its counted vote. */
async function tellAnew(): Promise<string[]> {
  const file = newFile();
  const house = await openTestHouse(file.url);
  await seedIfNew(house);
  const files = [];
  for (const slug of ['cycle-2025', 'cycle-2026']) files.push(await everyFile(await placeOf(house, 'fr', slug)));
  const votes = house.db.selectFrom('vote').select(['territory_id', 'id']).where('closed_at', 'is not', null);
  const vote = await votes.executeTakeFirstOrThrow();
  const tally = await findTally(house.db, vote.territory_id, vote.id);
  await house.close();
  await file.remove();
  // The key that signs ballots is drawn by chance, and with it the hash of the rules that name it.
  const same = (text: string) => text.replaceAll(/\b[0-9a-f]{64}\b/g, 'hash');
  return [...files, inspect(tally?.result, { depth: 9 })].flatMap((text) => same(text).split('\n'));
}

test('the demonstration territory is the same each time it is told, what a lot leaves out included', async () => {
  const first = await tellAnew();
  expect(first.length).toBeGreaterThan(1000);
  expect(await tellAnew()).toEqual(first);
}, 120_000);

test('only the telling draws without chance, also while something else draws', async () => {
  const draw = async () => {
    const first = randomId();
    await Promise.resolve();
    return [first, randomCode(40), randomBelow(1000)];
  };
  const [told, chance, again] = await Promise.all([withoutChance(draw), draw(), withoutChance(draw)]);
  expect(again).toEqual(told);
  expect(chance).not.toEqual(told);
  expect(await draw()).not.toEqual(chance);
});

test('a number drawn below an end is each of those below it, and never the end', () => {
  expect(new Set(Array.from({ length: 400 }, () => randomBelow(5)))).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(randomBelow(1)).toBe(0);
});
