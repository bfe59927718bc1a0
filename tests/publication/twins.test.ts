import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTable, TABLES } from '#lib/publication/catalogue.server.ts';

const CYCLE = 'src/routes/[language=language]/[territory]/[cycle]';

/** Public pages with a table that don't link to its files themselves: which files hold the same, by page. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  '/definitions': ['groups', 'words'],
  '/plan': ['objectives', 'actors', 'actions', 'commitments'],
  '/plan/actions/[action]': ['actions', 'action-reports', 'action-evaluations', 'commitments'],
  '/plan/actors/[actor]': ['commitments', 'commitment-history'],
  '/plan/objectives/[objective]': ['objectives', 'actions', 'commitments'],
  '/plan/votes/[vote]': ['votes', 'vote-proposals'],
  '/review/results': ['review', 'review-words'],
};

/** Pages of open data: they are the twins. */
const OWN = ['/data', '/data/[table]'];

/** Pages that anyone may read, by their place under the cycle. */
const PUBLIC_PAGES = readdirSync(CYCLE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.server.ts') && readFileSync(join(CYCLE, file), 'utf8').includes('publicPage('))
  .map((file) => dirname(`/${file}`).replace(/^\/$/, ''));

/** The markup of a page, with that of every piece of its own that it shows. */
function markupOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || !existsSync(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const pieces = [...text.matchAll(/from '(\.[^']+\.svelte|#routes\/[^']+\.svelte)'/g)].map(([, from = '']) =>
    from.startsWith('#routes') ? from.replace('#routes', 'src/routes') : resolve(dirname(file), from),
  );
  return [text, ...pieces.map((piece) => markupOf(piece, seen))].join('\n');
}

const hasTable = (markup: string) => /<(DataTable|Matrix|Wheel|table)\b/.test(markup);
const linked = (markup: string) =>
  [...markup.matchAll(/\/data\/([\w-]+)\.(?:csv|json)"/g)].map(([, name = '']) => name);

describe('every public table', () => {
  test('has a CSV and a JSON twin, on its page or in the list of open data', () => {
    expect(PUBLIC_PAGES).toContain('/evaluation/rounds/[round]');
    const withTable = PUBLIC_PAGES.filter(
      (page) => !OWN.includes(page) && hasTable(markupOf(join(CYCLE, page, '+page.svelte'))),
    );
    expect(withTable.length).toBeGreaterThan(5);
    const without = withTable.filter(
      (page) => linked(markupOf(join(CYCLE, page, '+page.svelte'))).length === 0 && !(page in TWINS),
    );
    expect(without).toEqual([]);
  });

  test('is linked by a name that the open data know, to both files', () => {
    for (const page of PUBLIC_PAGES.filter((one) => !OWN.includes(one))) {
      const markup = markupOf(join(CYCLE, page, '+page.svelte'));
      for (const name of linked(markup)) expect(findTable(name), `${page} links to ${name}`).toBeDefined();
      const of = (ending: string) =>
        [...markup.matchAll(new RegExp(`/data/([\\w-]+)\\.${ending}"`, 'g'))].map((m) => m[1]);
      expect(of('csv'), page).toEqual(of('json'));
    }
    for (const [page, names] of Object.entries(TWINS)) {
      expect(PUBLIC_PAGES, 'the list names pages that are there').toContain(page);
      for (const name of names) expect(findTable(name), `${page}: ${name}`).toBeDefined();
    }
  });

  test('has a name that stays, different from every other’s and good in an address', () => {
    const names = TABLES.map((table) => table.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});
