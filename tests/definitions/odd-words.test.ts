import { expect, test } from 'vitest';
import { participantCookie } from '#lib/people/cookie.server.ts';
import { createParticipant } from '#lib/people/participant.server.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { getGathering, joinGathering, leadGathering } from '#lib/territory/gathering.server.ts';
import { PROGRAM } from '#lib/platform/journal.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

const FAMILY = '👩‍👩‍👧‍👦';

/** What is typed, and what is kept of it: nothing where a message comes back. */
const WORDS: readonly (readonly [what: string, typed: string, kept: string | RegExp])[] = [
  ['control characters', 'Un\u0000 banc\u0007\u001b[31m', 'Un banc[31m'],
  ['half a character', 'La nuit \ud83d calme', 'La nuit \ufffd calme'],
  ['signs that turn the rest of a page round', '\u202edroite à gauche\u202d', 'droite à gauche'],
  ['nothing', '', /Écrivez quelque chose/],
  ['white space alone', ' \n\t\u00a0\u2003', /Écrivez quelque chose/],
  ['signs that nobody sees', '\u200b\u2060\u2067\u2069\ufeff', /Écrivez quelque chose/],
  ['a family in one sign', FAMILY, FAMILY],
  ['letters put together', 'E\u0301te\u0301', 'Été'],
  ['what looks like a page', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['280 characters', 'é'.repeat(280), 'é'.repeat(280)],
  ['281 characters', 'é'.repeat(281), /au plus 280/],
  ['280 that take two units each', '🌻'.repeat(280), '🌻'.repeat(280)],
  ['281 that take two units each', '🌻'.repeat(281), /au plus 280/],
  ['280 families', FAMILY.repeat(280), FAMILY.repeat(280)],
  ['281 families', FAMILY.repeat(281), /au plus 280/],
  ['ten thousand marks on one letter', `e${'\u0323'.repeat(10_000)}`, /au plus 280/],
  ['a sign that turns round what follows', 'Un \u2067banc', 'Un banc'],
];

eachDatabase('what somebody sends from the room', (open) => {
  async function enter() {
    const house = await open();
    house.setClock(Date.now());
    const town = await makeTown(house);
    const server = await startServer(house.connections.url);
    const { secret } = await house.write(async (db) => {
      const participant = await createParticipant(db, { territoryId: town.territory.id, day: '2026-05-07' });
      const gathering = await getGathering(db, town.territory.id, town.gatheringId);
      await joinGathering(db, { gathering, participant });
      return participant;
    });
    const room = `${town.base}/definitions/gatherings/${town.gatheringId}`;
    const headers = { cookie: `${participantCookie(town.territory.slug)}=${secret}`, origin: server.origin };
    const send = (path: string, body: BodyInit, more: Record<string, string> = {}) =>
      fetch(server.origin + path, { method: 'POST', headers: { ...headers, ...more }, body, redirect: 'manual' });
    const asScript = (fields: object) =>
      send(`${room}/notes`, JSON.stringify(fields), { 'content-type': 'application/json' });
    const asPage = (fields: Record<string, string>) =>
      send(`${room}/write?/note`, new URLSearchParams(fields), { accept: 'text/html' });
    const texts = async () => (await house.db.selectFrom('note').select('text').execute()).map(({ text }) => text);
    const noteOf = (text: string) => ({
      question: town.questionIds[0] ?? '',
      language: 'fr',
      text,
      sentId: crypto.randomUUID(),
    });
    return { house, town, server, send, asScript, asPage, texts, noteOf };
  }

  test('is kept as it was meant, or comes back with what to do and every letter', async () => {
    const { server, asScript, asPage, texts, noteOf } = await enter();
    for (const [what, typed, kept] of WORDS) {
      const before = (await texts()).length;
      for (const way of [asScript, asPage]) {
        const response = await way(noteOf(typed));
        const words = await response.text();
        if (typeof kept === 'string') expect([204, 303], what).toContain(response.status);
        else {
          expect(response.status, what).toBe(422);
          expect(words).toMatch(kept);
          if (way === asPage && typed.trim().length > 9) expect(words).toContain(typed);
        }
      }
      expect(await texts()).toHaveLength(before + (typeof kept === 'string' ? 2 : 0));
      if (typeof kept === 'string')
        expect(
          (await texts()).filter((text) => text === kept),
          what,
        ).toHaveLength(2);
    }
    expect(await server.stop()).toBe(0);
  });

  test('that is no note of ours is answered in words, and nothing is kept', async () => {
    const { server, send, town, asScript, texts, noteOf } = await enter();
    const room = `${town.base}/definitions/gatherings/${town.gatheringId}`;
    const json = { 'content-type': 'application/json' };
    for (const body of [
      '',
      'null',
      '[]',
      '"a"',
      '{',
      '{"text":{"a":1}}',
      JSON.stringify({ ...noteOf('a'), question: ['a'] }),
    ]) {
      const response = await send(`${room}/notes`, body, json);
      const { reason } = (await response.json()) as { reason: string };
      expect(response.status, body).toBe(422);
      expect(reason, body).toMatch(/^(Cette page était trop ancienne|Choisissez)/);
    }
    expect((await send(`${room}/notes`, 'noise', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(
      400,
    );
    expect((await asScript({ ...noteOf('x'), text: 'x'.repeat(12_000_000) })).status).toBe(413);
    expect(await texts()).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('finds the room by its code however it is typed, and is told what to do when there is none', async () => {
    const { house, town, server, send } = await enter();
    const join = (code: string, language = 'fr') =>
      send(`/${language}/join`, new URLSearchParams({ code }), { accept: 'text/html' });
    const shown = showCode(town.code);
    for (const typed of [town.code, town.code.toLowerCase(), ` ${shown} `, shown.toLowerCase().replaceAll(' ', '-')]) {
      const { status, headers } = await join(typed);
      expect([status, headers.get('location')]).toEqual([303, `/fr/join/${town.code}`]);
    }
    for (const [typed, language, status, words] of [
      ['', 'fr', 422, 'Écrivez quelque chose'],
      ['???', 'fr', 422, 'Écrivez le code'],
      ['AAAAAA', 'fr', 409, 'Ce code n’existe pas'],
      ['AAAAAA', 'en', 409, 'does not exist'],
    ] as const) {
      const response = await join(typed, language);
      const page = await response.text();
      expect(response.status, typed).toBe(status);
      expect(page).toContain(words);
      expect(page).toContain(`value="${typed}"`);
    }
    const actor = PROGRAM;
    const room = { territoryId: town.territory.id, gatheringId: town.gatheringId, questionId: null, actor };
    await house.write((db, now) => leadGathering(db, { ...room, phase: 'closed' }, now));
    const response = await send(
      `/fr/join/${town.code}`,
      new URLSearchParams({ of: 'adult', language: 'fr', sentId: crypto.randomUUID() }),
      { accept: 'text/html', cookie: '' },
    );
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Cette rencontre est close');
    expect(await server.stop()).toBe(0);
  });
});
