import { expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown, PASSWORD } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';

eachDatabase('somebody who guesses', (open) => {
  async function begin(environment: Readonly<Record<string, string>> = {}) {
    const house = await open();
    house.setClock(Date.now());
    const town = await withVote(house, await makeTown(house));
    const server = await startServer(house.connections.url, environment);
    /** @param from what the request says of where it comes from */
    const send = async (path: string, fields: Record<string, string>, from: string, cookie = '') => {
      const response = await fetch(server.origin + path, {
        method: 'POST',
        headers: { origin: server.origin, accept: 'text/html', 'x-forwarded-for': from, ...(cookie && { cookie }) },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
      return { status: response.status, words: await response.text(), cookies };
    };
    return { town, server, send };
  }

  test('is shut out after so many tries, whatever address the request claims and however many come at once', async () => {
    const { town, server, send } = await begin();
    const ballot = `${town.base}/plan/votes/${town.voteId}/ballot?/choose`;
    const doors = [
      {
        path: '/fr/join',
        most: 60,
        fields: (turn: number) => ({ code: `ZZ${1000 + turn}` }),
        good: { code: town.code },
      },
      { path: `/fr/${town.territory.slug}/words?/code`, most: 20, fields: (turn: number) => ({ code: `ZZZ${turn}` }) },
      { path: ballot, most: 20, fields: (turn: number) => ({ code: `ZZZ${turn}` }) },
    ];
    for (const { path, most, fields, good } of doors) {
      const tries = Array.from({ length: most * 3 }, (_, turn) => send(path, fields(turn), `10.0.0.${turn}`));
      const answers = await Promise.all(tries);
      expect(new Set(answers.map(({ status }) => status)), path).toEqual(new Set([409]));
      const waiting = answers.filter(({ words }) => /Réessayez|Attendez/.test(words));
      expect(waiting.length, path).toBeGreaterThanOrEqual(most * 2 - 10);
      expect(waiting.length, path).toBeLessThanOrEqual(most * 2);
      if (good) expect((await send(path, good, '10.1.1.1')).status).toBe(409);
    }
    expect(await server.stop()).toBe(0);
  });

  test('of a password is shut out too, and the right one with them', async () => {
    const { town, server, send } = await begin();
    const { email } = town.people.resident;
    const before = await send('/fr/sign-in', { email, password: PASSWORD }, '10.0.1.1');
    const device = before.cookies.find((one) => one.startsWith('device=')) ?? '';
    for (let turn = 0; turn < 8; turn++)
      expect((await send('/fr/sign-in', { email, password: 'not this one' }, `10.0.0.${turn}`)).status).toBe(409);
    expect((await send('/fr/sign-in', { email, password: PASSWORD }, '10.0.1.1')).status).toBe(409);
    // Whose browser is known to the account comes in all the same.
    expect((await send('/fr/sign-in', { email, password: PASSWORD }, '10.0.1.1', device)).status).toBe(303);
    const other = { email: town.people.member.email, password: PASSWORD };
    expect((await send('/fr/sign-in', other, '10.0.1.1')).status).toBe(303);
    expect(await server.stop()).toBe(0);
  });

  test('is told apart from others behind the same web server, by what that server alone says', async () => {
    const { town, server, send } = await begin({ PROXY_DEPTH: '1' });
    for (let turn = 0; turn < 61; turn++) await send('/fr/join', { code: 'ZZZZZZ' }, `10.0.0.${turn}, 192.0.2.1`);
    expect((await send('/fr/join', { code: town.code }, '10.9.9.9, 192.0.2.1')).status).toBe(409);
    expect((await send('/fr/join', { code: town.code }, '192.0.2.1, 192.0.2.2')).status).toBe(303);
    expect(await server.stop()).toBe(0);
  });

  test('or who comes in without end is shut out, and a hall of people behind one address is not', async () => {
    const { town, server, send } = await begin({ PROXY_DEPTH: '1' });
    const join = (turn: number, from: string) =>
      send(`/fr/join/${town.code}`, { of: 'adult', language: 'fr', sentId: `joining-without-end-${turn}` }, from);
    for (let turn = 0; turn < 600; turn += 20) {
      const some = await Promise.all(Array.from({ length: 20 }, (_, one) => join(turn + one, '192.0.2.1')));
      expect(new Set(some.map(({ status }) => status))).toEqual(new Set([200]));
    }
    expect((await join(600, '192.0.2.1')).status).toBe(409);
    expect((await join(601, '192.0.2.2')).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});
