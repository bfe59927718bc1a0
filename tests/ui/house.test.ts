import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const ROOM = 'src/lib/ui';
const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|ts)$/.test(name));
const pieces = files.filter((name) => name.endsWith('.svelte'));
const sheets = ['src/app.css', ...['fonts', 'base', 'layout'].map((name) => join(ROOM, `${name}.css`))];
const css = sheets.map((path) => readFileSync(path, 'utf8')).join('\n');

describe.each(pieces)('%s', (name) => {
  const source = readFileSync(join(ROOM, name), 'utf8');
  const [, style = ''] = source.split('<style>');
  const markup = source.replace(/<script[\s\S]*?<\/script>/g, '').split('<style>')[0] ?? '';

  test('says at its top what it is and what it takes', () => {
    expect(source).toMatch(/^<!--\n@component\n/);
    for (const prop of propsOf(source)) expect(source.slice(0, source.indexOf('-->')), prop).toContain(prop);
  });

  test('sets no style attribute and no handler in its markup that the content policy would refuse', () => {
    expect(markup).not.toMatch(/\sstyle(:[\w-]+)?=/);
    expect(markup).not.toMatch(/\son\w+="/);
  });

  test('reads from the right as well: no left, no right', () => {
    expect(style).not.toMatch(/(^|[\s-])(left|right)\s*:/m);
    expect(style).not.toMatch(/text-align: (left|right)|(margin|padding)-(left|right)/);
    expect(style).not.toMatch(/(padding|margin|inset|border-width): \S+ (\S+) \S+ (?!\1)\S+;/);
  });

  test('has at most 150 lines', () => {
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });
});

test.each(files)('%s imports no room and no messages', (name) => {
  const imports = [...readFileSync(join(ROOM, name), 'utf8').matchAll(/from '([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  expect(imports.filter((path) => !/^(\.|svelte|chart\.js)/.test(path))).toEqual([]);
});

test.each(sheets)('%s has at most 250 lines', (path) => {
  expect(readFileSync(path, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(250);
});

test('the styles every page loads weigh less than 8 kB', () => {
  expect(brotliCompressSync(css).length).toBeLessThan(8_000);
});

test('the two Latin fonts weigh at most 80 kB together, and every font shows text before it has come', () => {
  const require = createRequire(import.meta.url);
  const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const latin = faces
    .filter((face) => face.includes('U+0000-00FF'))
    .map((face) => /url\('([^']+)'\)/.exec(face)?.[1] ?? '');
  expect(latin).toHaveLength(2);
  expect(latin.reduce((sum, path) => sum + statSync(require.resolve(path)).size, 0)).toBeLessThanOrEqual(80_000);
  expect(faces.every((face) => face.includes('font-display: swap'))).toBe(true);
});

test('motion stops and colours give way for those who asked for it', () => {
  for (const wish of ['prefers-reduced-motion: reduce', 'prefers-contrast: more', 'prefers-color-scheme: dark']) {
    expect(css).toContain(wish);
  }
});

/** The props a piece takes, read from its `$props()` line. */
function propsOf(source: string): string[] {
  const list = /let \{([^}]*?)\}(: [^=]+)? = \$props\(\)/.exec(source)?.[1] ?? '';
  return list
    .split(',')
    .map((part) => part.trim().split(/[ :=]/)[0] ?? '')
    .filter((prop) => prop && !prop.startsWith('...'));
}
