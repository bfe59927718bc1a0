import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '#lib/platform/settings.server.ts';
import { eachDatabase } from '#tests/support/database.ts';

interface Packages {
  readonly dependencies: object;
  readonly devDependencies: object;
}

const README = readFileSync('README.md', 'utf8');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(ts|js|mjs|svelte)$/.test(file));
}

describe('the README', () => {
  test('has a table of exactly the variables that are read, with their defaults', () => {
    const rows = [...README.matchAll(/^\| `([A-Z_]+)` *\| *(?:`([^`]*)`|[^|]*?) *\|/gm)];
    const documented = Object.fromEntries(rows.map(([, name = '', value = '']) => [name, value]));
    expect(documented).toEqual(VARIABLES);
  });

  test('gives a reason for every package that the program needs, and for no other', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Packages;
    const section = README.split(/^## /m).find((part) => part.startsWith('What it is built with')) ?? '';
    const named = new Set([...section.matchAll(/`((?:@[\w-]+\/)?[\w.-]+)`/g)].map(([, name = '']) => name));
    expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !(name in dependencies) && !(name in devDependencies))).toEqual([]);
  });

  test('shows pictures that are there', () => {
    const pictures = [...README.matchAll(/(?:src="|\]\()(static\/[^")]+)/g)].map(([, file = '']) => file);
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(readFileSync(picture).length, picture).toBeGreaterThan(1000);
  });

  test('names every command of package.json that people type', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const missing = Object.keys(scripts).filter((name) => !new RegExp(`npm (run (-s )?)?${name}\\b`).test(README));
    expect(missing).toEqual([]);
  });
});

describe('the environment', () => {
  test('is read in the settings alone', () => {
    const allowed = new Set(['src/prepare.mjs', 'src/server.ts', 'src/hooks.server.ts']);
    const readers = [...filesIn('src'), ...filesIn('db')].filter((file) => !allowed.has(file));
    const found = readers.filter((file) => /process\.env\b(?!\))|\$env\//.test(withoutReadSettings(file)));
    expect(found).toEqual([]);
  });
});

/** Handing the whole environment to `readSettings`, or on to another program, is not reading it. */
function withoutReadSettings(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/readSettings\((\{[^}]*\}|process\.env)\)/g, '')
    .replace(/start\(process\.env\)/g, '')
    .replace(/\.\.\.process\.env/g, '');
}

eachDatabase('db/README.md', (open) => {
  test('says of every table what a row of it says, and of no other', async () => {
    const house = await open();
    const tables = await house.db.introspection.getTables();
    const text = readFileSync('db/README.md', 'utf8');
    const described = [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
    // Between the processes of one PostgreSQL installation alone.
    const expected = [...new Set([...tables.map(({ name }) => name), 'rate_limit'])];
    expect(described.sort()).toEqual(expected.sort());
  });
});
