import { expect, test } from 'vitest';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { withPlan } from '#tests/support/plan.ts';
import { withRound } from '#tests/support/round.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

eachDatabase('the page of a new objective', (open) => {
  test('starts from the latest round that asked, or from the one that led there', async () => {
    const house = await open();
    house.setClock(Date.now());
    const town = await withPlan(house, await makeTown(house));
    const versionId = town.plan?.versionId ?? '';
    const first = (await withRound(house, town)).round?.roundId ?? '';
    house.setClock(Date.now() + 1000);
    const second = (await withRound(house, town)).round?.roundId ?? '';
    const server = await startServer(house.connections.url);
    const { secret } = await openSession(house, town.people.member.id);
    const roundIn = async (query: string) => {
      const page = await fetch(`${server.origin}${town.base}/plan/objectives/new?version=${versionId}${query}`, {
        headers: { cookie: `${SESSION_COOKIE}=${secret}` },
      });
      return /name="round" value="([^"]*)"/.exec(await page.text())?.[1] ?? page.status;
    };
    expect(await roundIn('')).toBe(second);
    expect(await roundIn(`&round=${first}`)).toBe(first);
    expect(await roundIn('&round=nowhere')).toBe(404);
    // A round that is over and not released yet says nothing.
    const of = { territory_id: town.territory.id, round_id: second };
    await house.write(async (db) => {
      for (const table of ['release_cell', 'release_mark', 'release'] as const)
        await db.deleteFrom(table).where('territory_id', '=', of.territory_id).where('round_id', '=', second).execute();
    });
    expect(await roundIn('')).toBe(first);
    expect(await server.stop()).toBe(0);
  });
});
