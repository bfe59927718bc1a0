import { expect, test } from 'vitest';
import { createCodes, findVoteByCode } from '#lib/plan/roll-code.server.ts';
import { randomId, showCode } from '#lib/platform/random-id.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';
import { withVote } from '#tests/support/vote-by-roll.ts';

/** Types a code where codes of gatherings are typed, or at the door of a ballot. */
const typeOn =
  (origin: string) =>
  async (typed: string, path = '/fr/join') => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams({ code: typed }),
      headers: { origin, accept: 'text/html' },
      redirect: 'manual',
    });
    return { status: answer.status, html: await answer.text() };
  };

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

  test('is known with how it stands, whatever became of its vote', async () => {
    const { house, voteId, code } = await enter();
    expect(await findVoteByCode(house.db, code)).toMatchObject({ vote: { id: voteId }, state: 'ready' });
    expect(await findVoteByCode(house.db, 'ACDEFGHJKMNP')).toBeUndefined();
    await house.write((db) => db.updateTable('vote').set({ closed_at: 1 }).where('id', '=', voteId).execute());
    await house.write((db) => db.updateTable('roll_entry').set({ state: 'void' }).execute());
    expect(await findVoteByCode(house.db, code)).toMatchObject({ vote: { closed_at: 1 }, state: 'void' });
  });

  test('typed where codes of gatherings are typed leads to its ballot, and guessing is limited', async () => {
    const { house, voteId, code } = await enter();
    const server = await startServer(house.connections.url);
    const type = typeOn(server.origin);
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

  test('that opens no ballot is told why, and where to look', async () => {
    const { house, town, voteId, code } = await enter();
    const server = await startServer(house.connections.url);
    const type = typeOn(server.origin);
    const vote = `${town.base}/plan/votes/${voteId}`;
    const spend = (state: 'ready' | 'used' | 'void' | 'test') =>
      house.write((db) => db.updateTable('roll_entry').set({ state }).execute());
    const set = (facts: { closes_on?: string; opened_at?: number | null; closed_at?: number | null }) =>
      house.write((db) => db.updateTable('vote').set(facts).where('id', '=', voteId).execute());
    const expectTold = async (words: string) => {
      const { html } = await type(code);
      expect(html).toContain(words);
      expect(html).not.toContain('?/choose');
      return html;
    };
    for (const [state, words] of [
      ['used', 'Quelqu’un a déjà voté avec ce code'],
      ['void', 'a été annulé et remplacé'],
      ['test', 'ne sert qu’aux essais'],
    ] as const) {
      await spend(state);
      const html = await expectTold(words);
      expect(html.includes(`href="${vote}/receipt"`)).toBe(state === 'used');
      const atDoor = await type(code, `${vote}/ballot?/choose`);
      expect([atDoor.status, atDoor.html.includes(words)]).toEqual([409, true]);
      expect(atDoor.html).toContain(`href="${vote}/receipt"`);
    }
    await spend('ready');
    await set({ closes_on: '2026-01-02' });
    await expectTold('Le temps de voter est passé');
    expect(await (await fetch(`${server.origin}${vote}/ballot`)).text()).toContain('Le temps de voter est passé');
    await set({ closed_at: 1 });
    expect(await expectTold('Ce vote est clos')).toContain(`href="${vote}"`);
    await set({ closed_at: null, opened_at: null });
    await expectTold('pas encore ouvert');
    expect(await server.stop()).toBe(0);
  });

  test('with a letter too few or too many is told how many there are, and is no guess', async () => {
    const { house, code } = await enter();
    const server = await startServer(house.connections.url);
    const type = typeOn(server.origin);
    for (let guess = 0; guess < 25; guess++) expect((await type(code.slice(1))).status).toBe(409);
    expect((await type(code.slice(1))).html).toContain('Il y a ici 11 lettres et chiffres');
    expect((await type(`${code}A`)).html).toContain('Il y a ici 13 lettres et chiffres');
    expect((await type('ACDEFGHJKMNP')).html).toContain('Aucun vote n’a ce code');
    expect((await type(code)).html).toContain('?/choose');
    expect(await server.stop()).toBe(0);
  });
});
