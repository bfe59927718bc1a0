import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { explain } from '#db/explain.ts';
import { migrate } from '#db/migrate.ts';
import { connect, isUnavailable } from '#lib/platform/database.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { migrateAt, newDatabase, openTestHouse } from '#tests/support/database.ts';
import { freePort } from '#tests/support/port.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boussole-bad-'));
  file = join(folder, 'boussole.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program as people do. @returns how it ended and what it said */
function start(environment: Record<string, string>): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server.ts'], {
    env: { PATH: process.env.PATH, DEMONSTRATION: 'no', LOG_LEVEL: 'silent', PORT: '0', ...environment },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, said: stdout + stderr };
}

/** What is said to whoever starts the program when its database can't be opened. */
async function refusalOf(url: string): Promise<string> {
  try {
    const connections = withoutRights(() => connect(url));
    await migrate(connections);
    await connections.close();
    return '';
  } catch (error) {
    return explain(error);
  }
}

/** Root may write anywhere: for it to be refused, it must be somebody else for a moment. */
function withoutRights<T>(work: () => T): T {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65534);
  try {
    return work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('the program says what is wrong and does not start', () => {
  test('when the database’s folder is missing', () => {
    const { status, said } = start({ DATABASE_URL: `file:${folder}/no/such/boussole.db` });
    expect(said).toContain(`there is no folder ${folder}/no`);
    expect(said).toContain('Check DATABASE_URL');
    expect(said).not.toContain('    at ');
    expect(status).toBe(1);
  });

  test('when settings can’t be used: all of them at once', () => {
    const { status, said } = start({ PORT: 'http', MAIL_URL: 'mail.example', DATABASE_URL: `file:${file}` });
    expect(said).toContain('PORT is "http"');
    expect(said).toContain('MAIL_URL is "mail.example"');
    expect(status).toBe(1);
  });

  test('when the database was made by a newer version', async () => {
    await migrateAt(`file:${file}`);
    const newer = new SqliteDatabase(file);
    newer.prepare("insert into kysely_migration (name, timestamp) values ('999_later', '')").run();
    newer.close();
    const { status, said } = start({ DATABASE_URL: `file:${file}` });
    expect(said).toContain('made by a newer version of Boussole (it has 999_later)');
    expect(status).toBe(1);
  });

  test('when the file isn’t a database', () => {
    writeFileSync(file, 'Qu’est-ce que le bien-être ?\n'.repeat(100));
    const { status, said } = start({ DATABASE_URL: `file:${file}` });
    expect(said).toContain('npm run restore');
    expect(status).toBe(1);
  });

  test('when another program holds the database', async () => {
    await migrateAt(`file:${file}`);
    const other = new SqliteDatabase(file);
    other.exec('begin exclusive');
    const { status, said } = start({ DATABASE_URL: `file:${file}` });
    other.close();
    expect(said).toContain('Another program holds it');
    expect(status).toBe(1);
  });

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { status, said } = start({ DATABASE_URL: `file:${file}`, PORT: port, HOST: '127.0.0.1' });
    other.close();
    expect(said).toContain('Another program uses this port');
    expect(status).toBe(1);
  });

  test('when PostgreSQL isn’t there', async () => {
    expect(await refusalOf(`postgres://x@127.0.0.1:${await freePort()}/x`)).toContain('Check DATABASE_URL');
  });

  const postgres = inject('postgres');
  test.runIf(postgres.kind === 'installed')('when PostgreSQL has no such database', async () => {
    const { url, remove } = await newDatabase();
    await remove();
    expect(await refusalOf(url)).toMatch(/createdb|does not exist/);
  });
});

describe('a file or a folder without the right to write', () => {
  test('a read-only database is named as such', async () => {
    await migrateAt(`file:${file}`);
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    expect(await refusalOf(`file:${file}`)).toContain('needs the right to write to the file and to its folder');
  });

  test('so is a folder in which no database can be made', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(folder, 0o755);
    chmodSync(closed, 0o555);
    expect(await refusalOf(`file:${closed}/boussole.db`)).toContain('needs the right to write');
    expect(await refusalOf(`file:${closed}/new/boussole.db`)).toContain('needs the right to write');
  });
});

const keep = (id: string, size: number) => (db: Db, now: number) =>
  db
    .insertInto('kept_form')
    .values({ id, path: '/', body: 'x'.repeat(size), kept_at: now })
    .execute();

describe('while the program runs', () => {
  test('a full disk fails what can’t be kept, loses nothing that was confirmed, and is over once there is room', async () => {
    const house = await openTestHouse(`file:${file}`);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(house.connections.writing);
    const limit = Number(rows[0]?.page_count) + 50;
    await sql.raw(`pragma max_page_count = ${limit}`).execute(house.connections.writing);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 400 }, (_, turn) => house.write(keep(`id${turn}`, 3000))),
    );
    await Promise.allSettled(Array.from({ length: 100 }, (_, turn) => house.write(keep(`one${turn}`, 3000))));
    const confirmed = outcomes.flatMap((outcome, turn) => (outcome.status === 'fulfilled' ? [`id${turn}`] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(isUnavailable)).toBe(true);
    expect(explain(refused[0])).toContain('The disk is full');
    const kept = async () => (await house.db.selectFrom('kept_form').select('id').execute()).map((row) => row.id);
    expect((await kept()).filter((id) => id.startsWith('id')).sort()).toEqual(confirmed.sort());
    await sql.raw(`pragma max_page_count = ${limit + 10_000}`).execute(house.connections.writing);
    await house.write(keep('afterwards', 3000));
    expect(await kept()).toContain('afterwards');
    await house.close();
    const check = new SqliteDatabase(file);
    expect(check.pragma('integrity_check', { simple: true })).toBe('ok');
    check.close();
  });

  test('a lock held by another program is waited for, and what waited is kept', async () => {
    const house = await openTestHouse(`file:${file}`);
    const holding = `
      const database = new (require('better-sqlite3'))(${JSON.stringify(file)});
      database.exec('begin immediate');
      console.log('held');
      setTimeout(() => database.exec('commit'), 700);`;
    const other = spawn(process.execPath, ['-e', holding], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    const begun = Date.now();
    await house.write(keep('waited', 10));
    expect(Date.now() - begun).toBeGreaterThan(300);
    expect(await house.db.selectFrom('kept_form').select('id').execute()).toEqual([{ id: 'waited' }]);
    await house.close();
  });

  test('two programs that write at once into one file both succeed', async () => {
    const [one, two] = [await openTestHouse(`file:${file}`), await openTestHouse(`file:${file}`)];
    const writes = Array.from({ length: 100 }, (_, turn) =>
      (turn % 2 ? one : two).write(async (db, now) => {
        await db.selectFrom('kept_form').select('id').execute();
        await keep(`id${turn}`, 10)(db, now);
      }),
    );
    await Promise.all(writes);
    expect(await one.db.selectFrom('kept_form').select('id').execute()).toHaveLength(100);
    await Promise.all([one.close(), two.close()]);
  });
});
