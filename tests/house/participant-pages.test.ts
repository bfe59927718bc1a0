import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ar } from '#lib/messages/ar.ts';
import { de } from '#lib/messages/de.ts';
import { fr } from '#lib/messages/fr.ts';
import { simple } from '#lib/messages/fr-simple.ts';
import { directionOf, LANGUAGES } from '#lib/messages/language.ts';
import { tr } from '#lib/messages/tr.ts';
import { PARTICIPANT_PAGES } from '#routes/participant-pages.ts';
import { migrateAt, newFile } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

/** The files that make up the pages where people take part: theirs, and all that these import from routes and rules. */
function filesOf(pages: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)) {
      const path = placeOf(from, file);
      if (path && !path.includes('/messages/') && !(path.includes('/lib/') && path.endsWith('.server.ts'))) visit(path);
    }
  };
  for (const page of pages) {
    const folder = join('src/routes', page);
    for (const one of readdirSync(folder, { withFileTypes: true })) if (one.isFile()) visit(resolve(folder, one.name));
  }
  for (const one of ['+layout.server.ts', 'act.server.ts', 'frame.server.ts']) visit(resolve('src/routes', one));
  return [...seen];
}

function placeOf(from: string, file: string): string | undefined {
  const plain = from.replace(/\?.*$/, '');
  if (plain.startsWith('#lib/')) return resolve('src/lib', plain.slice(5));
  if (plain.startsWith('#routes/')) return resolve('src/routes', plain.slice(8));
  return plain.startsWith('.') ? resolve(dirname(file), plain) : undefined;
}

const KEYS = Object.keys(fr);

/** What their sources mention and they never show: other forms' complaints, and the trail that plain pages don't have. */
const NEVER_SHOWN =
  /^(form\.(amount|day|email|whole)|definitions\.(typing|gatherings)\..*|indicators\.list\.title|plan\..*|votes\.title|step\.definitions)$/;

/** What the rules behind these pages refuse, in files that answer others too. */
const REFUSED = [
  'cycle.closed',
  'definitions.erased',
  'definitions.notShared',
  'definitions.tooMany',
  'error.tooLarge',
  'error.unavailable',
  'evaluation.beginFirst',
  'evaluation.notAsked',
  'evaluation.notOpen',
  'gathering.notOpen',
];

const text = filesOf(PARTICIPANT_PAGES)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const templates = [...text.matchAll(/`([a-z][\w-]*\.[\w.-]*\.)\$\{/g)].map(([, beginning = '']) => beginning);
const NEEDED = KEYS.filter(
  (key) =>
    REFUSED.includes(key) ||
    (!NEVER_SHOWN.test(key) &&
      (templates.some((beginning) => key.startsWith(beginning)) ||
        ["'", '"', '`'].some((quote) => text.includes(quote + key + quote) || text.includes(`${quote}${key}|`)))),
);

describe('the pages where people take part', () => {
  test('are all there', () => {
    const missing = PARTICIPANT_PAGES.filter(
      (page) => !['+page.svelte', '+page.server.ts'].some((file) => existsSync(join('src/routes', page, file))),
    );
    expect(missing).toEqual([]);
    expect(NEEDED.length).toBeGreaterThan(150);
  });

  test.each(Object.entries({ de, tr, ar }))(
    'speak %s throughout, and nothing is translated for no page',
    (_, words) => {
      const keys = Object.keys(words);
      expect(NEEDED.filter((key) => !keys.includes(key))).toEqual([]);
      expect(keys.filter((key) => !NEEDED.includes(key))).toEqual([]);
    },
  );

  test('say in easy French what isn’t easy in French, and not more', () => {
    const same = Object.entries(simple).filter(([key, words]) => fr[key as keyof typeof fr] === words);
    expect(Object.keys(simple).filter((key) => !NEEDED.includes(key))).toEqual([]);
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('their address', () => {
  const file = newFile();
  let server: RunningServer;
  const ask = (path: string, accept = 'tr') =>
    fetch(server.origin + path, { redirect: 'manual', headers: { 'accept-language': accept } });

  beforeAll(async () => {
    await migrateAt(file.url);
    server = await startServer(file.url);
  });
  afterAll(async () => {
    await server.stop();
    await file.remove();
  });

  test.each([...LANGUAGES])('is answered in %s, marked as such and written its way', async (language) => {
    const page = await (await ask(`/${language}/join`)).text();
    expect(page).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
    for (const other of LANGUAGES) expect(page).toContain(`href="/${other}/join"`);
  });

  test('leads from every other page to one that is written', async () => {
    const answer = await ask('/ar/sign-in?to=x');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/fr/sign-in?to=x']);
    const page = await (await ask('/fr/sign-in')).text();
    expect(page).not.toContain('href="/tr/sign-in"');
  });

  test('is in the language it names, however it is written', async () => {
    const page = await (await ask('/%66r/sign-in', 'en')).text();
    expect(page).toContain('<html lang="fr"');
    expect(page).toContain('href="/en/sign-in"');
  });

  test('that stands on the screen leads into the phone’s own language', async () => {
    const to = async (path: string, accept: string) => (await ask(path, accept)).headers.get('location');
    expect(await to('/join/KLT496', 'tr-TR,tr;q=0.9,fr;q=0.4')).toBe('/tr/join/KLT496');
    expect(await to('/join', 'ar')).toBe('/ar/join');
    expect(await to('/join', 'nl,xx')).toBe('/fr/join');
    expect(await to('/', 'tr')).toBe('/fr');
    // Whatever stands there instead of a code leads nowhere else.
    expect(await to('/join/%F0%9F%98%80', 'fr')).toBe('/fr/join');
    expect(await to('/join/..%2f..%2fx%0d%0aX:y', 'fr')).toBe('/fr/join/XXY');
  });
});
