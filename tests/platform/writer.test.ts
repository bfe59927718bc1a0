import { expect, test } from 'vitest';
import { announce } from '#lib/platform/announcement.server.ts';
import { isDuplicate } from '#lib/platform/database.server.ts';
import { record, PROGRAM } from '#lib/platform/journal.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { eachDatabase, type TestHouse } from '#tests/support/database.ts';

const keep = (id: string) => (db: Db, now: number) =>
  db.insertInto('kept_form').values({ id, path: '/', body: '', kept_at: now }).execute();

async function keptIds(house: TestHouse): Promise<string[]> {
  const rows = await house.db.selectFrom('kept_form').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

eachDatabase('the writer', (open) => {
  test('a command that fails takes none of its neighbours along', async () => {
    const house = await open();
    const outcomes = await Promise.allSettled([
      house.write(keep('a')),
      house.write(async (db, now) => {
        await keep('half')(db, now);
        throw new Error('no');
      }),
      house.write(keep('b')),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await keptIds(house)).toEqual(['a', 'b']);
  });

  test('the same id twice is refused by the database, and said to be a duplicate', async () => {
    const house = await open();
    await house.write(keep('a'));
    const error: unknown = await house.write(keep('a')).catch((caught: unknown) => caught);
    expect(isDuplicate(error)).toBe(true);
    expect(await keptIds(house)).toEqual(['a']);
  });

  test('what was written is read at once', async () => {
    const house = await open();
    for (let turn = 0; turn < 20; turn++) {
      await house.write(keep(`id${turn}`));
      expect(await keptIds(house)).toHaveLength(turn + 1);
    }
  });

  test('five hundred commands at once are all answered and all kept', async () => {
    const house = await open();
    await Promise.all(Array.from({ length: 500 }, (_, turn) => house.write(keep(`id${turn}`))));
    expect(await keptIds(house)).toHaveLength(500);
  });

  test('announces after the commit, and nothing of a command that failed', async () => {
    const house = await open();
    const seen: number[] = [];
    const stop = house.hub.listen('gathering:1', () => seen.push(1));
    await house.write(async (db, now) => {
      await record(
        db,
        { territoryId: 't', actor: PROGRAM, verb: 'x.done', subject: ['x', '1'], topic: 'gathering:1' },
        now,
      );
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([1]);
    await expect(
      house.write(async (db) => {
        announce(db, { territoryId: 't', topic: 'gathering:1' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(seen).toEqual([1]);
    stop();
    await house.write(async (db) => announce(db, { territoryId: 't', topic: 'gathering:1' }));
    expect(seen).toEqual([1]);
  });

  test('takes nothing more once it is closed', async () => {
    const house = await open();
    const last = house.write(keep('last'));
    const closing = house.close();
    await last;
    await closing;
    await expect(house.write(keep('late'))).rejects.toThrow('closed');
  });
});
