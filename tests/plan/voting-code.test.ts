import { expect, test } from 'vitest';
import { createCodes, findVoteByCode } from '#lib/plan/roll-code.server.ts';
import { randomId, showCode } from '#lib/platform/random-id.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';

eachDatabase('a voting code', (open) => {
  async function enter() {
    const house = await open();
    house.setClock(Date.now());
    const town = await withVote(house, await makeTown(house));
    const { voteId = '' } = town;
    const actor = { kind: 'account', id: town.people.member.id } as const;
    const making = { territoryId: town.territory.id, voteId, actor, number: 1, batch: 'guichet', sentId: randomId() };
    const [made] = await house.write((db, now) => createCodes(db, making, now));
    return { house, town, voteId, code: made?.code ?? '' };
  }

  test('is known as long as its vote is open', async () => {
    const { house, voteId, code } = await enter();
    expect(await findVoteByCode(house.db, code)).toMatchObject({ id: voteId });
    expect(await findVoteByCode(house.db, 'ACDEFGHJKMNP')).toBeUndefined();
    await house.write((db) => db.updateTable('vote').set({ closed_at: 1 }).where('id', '=', voteId).execute());
    expect(await findVoteByCode(house.db, code)).toBeUndefined();
  });

  test('typed where codes of gatherings are typed leads to its ballot, and guessing is limited', async () => {
    const { house, voteId, code } = await enter();
    const server = await startServer(house.connections.url);
    const type = async (typed: string) => {
      const body = new URLSearchParams({ code: typed });
      const answer = await fetch(`${server.origin}/fr/join`, {
        method: 'POST',
        body,
        headers: { origin: server.origin, accept: 'text/html' },
        redirect: 'manual',
      });
      return { status: answer.status, html: await answer.text() };
    };
    const found = await type(showCode(code).toLowerCase());
    expect(found.status).toBe(200);
    expect(found.html).toContain(`plan/votes/${voteId}/ballot?/choose`);
    expect(found.html).toContain(`value="${code}"`);
    for (let guess = 0; guess < 20; guess++) expect((await type('ACDEFGHJKMNP')).status).toBe(409);
    await type('ACDEFGHJKMNP');
    const shutOut = await type(code);
    expect(shutOut.html).not.toContain('?/choose');
    expect(await server.stop()).toBe(0);
  });
});
