import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { findAccountByEmail } from '#lib/people/account.server.ts';
import { isPassword } from '#lib/people/password.server.ts';
import { newFile, openTestHouse } from '#tests/support/database.ts';

const COMMAND = fileURLToPath(new URL('../../db/create-owner.ts', import.meta.url));
const PASSWORD = 'quatre mots sans lien';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs the command as a person's script does: answers, one a line, on its input. */
function run(url: string, lines: readonly string[], ...options: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...options],
      { env: { PATH: process.env.PATH, DATABASE_URL: url } },
      (error, said, complained) => resolve({ code: error ? Number(error.code) : 0, said, complained }),
    );
    child.stdin?.end(lines.join('\n'));
  });
}

function newUrl(): string {
  const file = newFile();
  undo.push(() => file.remove());
  return file.url;
}

async function ownerAt(url: string) {
  const house = await openTestHouse(url);
  const account = await findAccountByEmail(house.db, 'anne@example.org');
  await house.close();
  return account;
}

test('makes an owner in a new database, who can sign in with this password', async () => {
  const url = newUrl();
  const { code, said, complained } = await run(url, ['Anne Weber', 'Anne@Example.org', PASSWORD]);
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toContain('/fr/sign-in');
  const owner = await ownerAt(url);
  expect(owner).toMatchObject({ name: 'Anne Weber', is_owner: 1, may_found: 0 });
  expect(owner?.verified_at).not.toBeNull();
  expect(await isPassword(PASSWORD, owner?.password_hash)).toBe(true);
  expect(owner?.password_hash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test('takes name and address as arguments, and nothing is left out', async () => {
  const url = newUrl();
  const { code } = await run(url, [PASSWORD], '--name', 'Anne', '--email', 'anne@example.org', '--language', 'de');
  expect(code).toBe(0);
  expect(await ownerAt(url)).toMatchObject({ name: 'Anne', language: 'de' });
});

test('says what to write instead, and makes nothing', async () => {
  const url = newUrl();
  const short = await run(url, ['Anne', 'anne@example.org', 'onze signes']);
  expect(short.code).toBe(1);
  expect(short.complained).toContain('password: Choose at least 12 characters');
  const wrong = await run(url, ['', 'anne', PASSWORD]);
  expect(wrong.complained).toContain('name: Write something here.');
  expect(wrong.complained).toContain('email: Write a complete e-mail address');
  const empty = await run(url, []);
  expect(empty.code).toBe(1);
  expect(await ownerAt(url)).toBeUndefined();
});

test('leaves an account that is there alone, unless it is told to', async () => {
  const url = newUrl();
  await run(url, ['Anne', 'anne@example.org', PASSWORD]);
  const again = await run(url, ['Somebody', 'anne@example.org', 'another password entirely']);
  expect(again.code).toBe(1);
  expect(again.complained).toContain('--again');
  expect(await isPassword(PASSWORD, (await ownerAt(url))?.password_hash)).toBe(true);
  const told = await run(url, ['Somebody', 'anne@example.org', 'another password entirely'], '--again');
  expect(told.code).toBe(0);
  expect(await isPassword('another password entirely', (await ownerAt(url))?.password_hash)).toBe(true);
});

test('explains itself when it is asked, or asked for what it doesn’t know', async () => {
  const url = newUrl();
  const help = await run(url, [], '--help');
  expect(help).toMatchObject({ code: 0, complained: '' });
  expect(help.said).toContain('--again');
  const unknown = await run(url, [], '--nonsense');
  expect(unknown.code).toBe(1);
  expect(unknown.complained).toContain("Unknown option '--nonsense'");
});
