import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { ROOMS } from '../../eslint.config.js';

const RULE = 'boundaries/dependencies';

const linter = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  // The planted files are not on the disk, so there are no types to ask for.
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
});

/** A file of each room that others could import. */
function fileOf(room: string): string {
  const files = readdirSync(`src/lib/${room}`, { recursive: true, encoding: 'utf8' });
  const pure = files.find((file) => /^[\w/-]+\.ts$/.test(file) && !file.includes('tables'));
  if (!pure) throw new Error(`No file of ${room} that could be imported`);
  return `#lib/${room}/${pure}`;
}

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

const inRoom = (room: string) => `src/lib/${room}/planted.ts`;
const importing = (room: string) => `import * as planted from '${fileOf(room)}';\nexport { planted };`;

const pairs = ROOMS.flatMap((from, place) => ROOMS.map((to, other) => [from, to, other <= place] as const));

describe('the one direction', () => {
  test.each(pairs.filter(([, , may]) => !may))('%s importing from %s is an error', async (from, to) => {
    const found = await complaints(inRoom(from), importing(to));
    expect(found).toEqual([expect.stringContaining(`${from} may not import from ${to}`)]);
  });

  test.each(pairs.filter(([, , may]) => may))('%s importing from %s is right', async (from, to) => {
    expect(await complaints(inRoom(from), importing(to))).toEqual([]);
  });

  test.each(ROOMS.flatMap((room) => [['ui', room] as const, ['messages', room] as const]))(
    '%s importing from %s is an error',
    async (from, to) => {
      expect(await complaints(inRoom(from), importing(to))).toHaveLength(1);
    },
  );

  test('a room importing from the routes or from the database’s commands is an error', async () => {
    for (const target of ['#routes/act.server.ts', '#db/migrate.ts']) {
      const code = `import * as planted from '${target}';\nexport { planted };`;
      expect(await complaints('src/lib/publication/planted.server.ts', code)).toHaveLength(1);
    }
  });

  test('a relative path is no way round', async () => {
    const code = `export * from '../plan/count/outcome.ts';`;
    expect(await complaints(inRoom('platform'), code)).toHaveLength(1);
  });

  test('an import at run time is no way round', async () => {
    const code = `export const later = () => import('#lib/plan/count/outcome.ts');`;
    expect(await complaints(inRoom('platform'), code)).toHaveLength(1);
  });
});

describe('what a file’s ending says', () => {
  const pure = 'src/lib/people/planted.ts';

  test('a pure file may not use what reads and writes, but may name its types', async () => {
    const server = '#lib/platform/journal.server.ts';
    expect(await complaints(pure, `import { record } from '${server}';\nexport { record };`)).toHaveLength(1);
    expect(await complaints(pure, `import type { Actor } from '${server}';\nexport type { Actor };`)).toEqual([]);
  });

  test('a pure file may not use Node.js or the database driver; a server file may', async () => {
    for (const module of ['node:fs', 'node:crypto', 'kysely', 'better-sqlite3', 'pg']) {
      const code = `import * as planted from '${module}';\nexport { planted };`;
      expect(await complaints(pure, code), module).toHaveLength(1);
      expect(await complaints('src/lib/people/planted.server.ts', code), module).toEqual([]);
    }
  });

  test('a component is held to it too', async () => {
    const code = `<script lang="ts">\n  import { record } from '#lib/platform/journal.server.ts';\n  record;\n</script>`;
    expect(await complaints('src/lib/people/Planted.svelte', code)).toHaveLength(1);
  });
});
