import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MOST_BYTES } from '#lib/definitions/import/upload.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { startServer } from '#tests/support/server.ts';
import { makeTown } from '#tests/support/territory.ts';

/** 896 statements of a real town, beside the checkout where there are any. */
const STATEMENTS = new URL('../../../shared/reference/statements/bowling-green-2018.csv', import.meta.url);

const WORDS = 'id;texte\n1;Être bien, c’est déjà ça\n2;Où l’été « dure »\n';
const utf16 = Buffer.from(WORDS, 'utf16le');
const swapped = Buffer.from(utf16).swap16();
const LATIN = 'id;texte\n1;\xcatre bien\n2;O\xf9 l\x92\xe9t\xe9 dure\n';

/** What is chosen, and what the page says of it in French and in English; or the encoding that is recognised. */
const REFUSED: readonly (readonly [what: string, bytes: Buffer, french: RegExp, english: RegExp])[] = [
  ['0 bytes', Buffer.alloc(0), /Ce fichier est vide/, /This file is empty/],
  ['white space', Buffer.from(' \n\r\n\t'), /Ce fichier est vide/, /This file is empty/],
  [
    'no text',
    Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3]),
    /Ce fichier n’est ni un tableau ni du texte/,
    /This file is neither a spreadsheet nor text/,
  ],
  ['ten million bytes and one', Buffer.alloc(MOST_BYTES + 1, 'a'), /10\sMo au plus/, /10\sMB at most/],
  ['an open quote', Buffer.from('id,texte\n1,"Un banc\n'), /ligne 2, des guillemets/, /line 2 a quotation mark/],
];
const TAKEN: readonly (readonly [what: string, bytes: Buffer, encoding: string])[] = [
  ['UTF-8', Buffer.from(WORDS), 'UTF-8'],
  ['Latin-1', Buffer.from(LATIN, 'latin1'), 'WINDOWS-1252'],
  ['UTF-16 without a mark', utf16, 'UTF-16LE'],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'UTF-16LE'],
  ['UTF-16 the other way round', swapped, 'UTF-16BE'],
  ['UTF-16 the other way round, with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'UTF-16BE'],
];

eachDatabase('the page of imports', (open) => {
  async function begin() {
    const house = await open();
    house.setClock(Date.now());
    const town = await makeTown(house);
    const server = await startServer(house.connections.url);
    const { secret } = await openSession(house, town.people.coordinator.id);
    const headers = { cookie: `${SESSION_COOKIE}=${secret}`, origin: server.origin, accept: 'text/html' };
    const send = async (path: string, body: BodyInit) => {
      const response = await fetch(server.origin + path, { method: 'POST', headers, body, redirect: 'manual' });
      return {
        status: response.status,
        location: response.headers.get('location') ?? '',
        words: await response.text(),
      };
    };
    const read = async (path: string) => (await fetch(server.origin + path, { headers })).text();
    const choose = (bytes: Buffer, language = 'fr') => {
      const body = new FormData();
      body.append('file', new Blob([Uint8Array.from(bytes)]), 'paroles.csv');
      return send(`${town.base.replace('/fr/', `/${language}/`)}/definitions/imports`, body);
    };
    return { house, town, server, send, read, choose };
  }

  test('quotes what isn’t known, says what is, and offers the chosen question for the rest', async () => {
    const { house, town, server, send, read, choose } = await begin();
    const { location } = await choose(Buffer.from('texte;question\nUn banc;Bonheur\nUn arbre;1\nUn bus;Bonheur\n'));
    const asked = await house.db.selectFrom('question').select('id').orderBy('position').execute();
    const chosen = { header: 'yes', text: '0', group: town.groupId, question: asked[0]?.id ?? '', language: 'fr' };
    const fields = { ...chosen, groupColumn: '', questionColumn: '1', languageColumn: '', codeColumn: '' };
    const rest = { idColumn: '', moderationColumn: '', rejected: '' };
    const map = (more: Record<string, string>) =>
      send(`${location}?/mapping`, new URLSearchParams({ ...fields, ...rest, ...more }));
    expect(await map({})).toMatchObject({ status: 303 });
    const page = await read(location);
    expect(page).toMatch(/<q[^>]*>Bonheur<\/q>/);
    expect(page).toContain('lignes 2, 4');
    expect(page).toMatch(/Ce qui est reconnu ici[^]*<li[^>]*>1\. /);
    await map({ fallback: 'yes' });
    const taken = await read(location);
    expect(taken).not.toMatch(/<q[^>]*>Bonheur<\/q>/);
    expect(taken).toMatch(/name="fallback"[^>]*checked/);
    expect(await server.stop()).toBe(0);
  });

  test('says what is wrong with a file, in the reader’s language, and keeps nothing of it', async () => {
    const { house, town, server, send, choose } = await begin();
    for (const [what, bytes, french, english] of REFUSED) {
      for (const [language, said] of [
        ['fr', french],
        ['en', english],
      ] as const) {
        const { status, words } = await choose(bytes, language);
        expect(status, what).toBe(409);
        expect(words, what).toMatch(said);
      }
    }
    const asText = await send(`${town.base}/definitions/imports`, new URLSearchParams({ file: 'id;texte' }));
    expect(asText).toMatchObject({ status: 409 });
    expect((await choose(Buffer.alloc(12_000_000, 'a'))).status).toBe(413);
    expect(await house.db.selectFrom('import_batch').select('id').execute()).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('reads a file in any usual encoding, and one of ten million bytes', async () => {
    const { server, read, choose } = await begin();
    for (const [what, bytes, encoding] of TAKEN) {
      const { status, location } = await choose(bytes);
      expect(status, what).toBe(303);
      const page = await read(location);
      expect(page, what).toContain(`Encodage ${encoding}`);
      expect(page, what).toMatch(/Être bien/);
      expect(page, what).toMatch(/Où l’été/);
    }
    expect((await choose(Buffer.alloc(MOST_BYTES, 'Un banc, de l’ombre\n'))).status).toBe(409);
    expect((await choose(Buffer.alloc(MOST_BYTES, `${'Un banc '.repeat(100)}\n`))).status).toBe(303);
    expect(await server.stop()).toBe(0);
  });

  test.skipIf(!existsSync(STATEMENTS))(
    'accounts for each of 896 real statements, and brings in nothing twice',
    async () => {
      const { house, town, server, send, read, choose } = await begin();
      const file = readFileSync(STATEMENTS);
      const question = town.questionIds[0] ?? '';
      const bringIn = async () => {
        const { location } = await choose(file);
        const page = await read(location);
        const columns = Object.fromEntries(
          ['text', 'idColumn', 'moderationColumn'].map((name) => {
            const select = new RegExp(`<select[^>]*name="${name}"[^]*?</select>`).exec(page)?.[0] ?? '';
            return [name, /<option value="(\d+)"[^>]*selected/.exec(select)?.[1] ?? ''];
          }),
        );
        const fields = { header: 'yes', group: town.groupId, question, language: 'en', rejected: '-1', ...columns };
        expect(await send(`${location}?/mapping`, new URLSearchParams(fields))).toMatchObject({ status: 303 });
        expect(await read(location)).toMatch(/896\slignes, toutes expliquées/);
        const twice = await Promise.all([1, 2].map(() => send(`${location}?/confirm`, new URLSearchParams())));
        expect(twice.map(({ status }) => status)).toEqual([303, 303]);
        return read(location);
      };
      await bringIn();
      const notes = async () => (await house.db.selectFrom('note').select('id').execute()).length;
      const first = await notes();
      const lines = await house.db.selectFrom('import_line').select('outcome').execute();
      expect(lines).toHaveLength(896);
      expect(lines.filter(({ outcome }) => outcome === 'imported')).toHaveLength(first);
      expect(first).toBeGreaterThan(500);
      await bringIn();
      expect(await notes()).toBe(first);
      expect(await house.db.selectFrom('import_line').select('line').execute()).toHaveLength(2 * 896);
      expect(await server.stop()).toBe(0);
    },
  );
});
