import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { engineOf, fileOf } from '#lib/platform/database.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { CannotDo, carryOut, say } from './explain.ts';
import { inspect } from './inspect.ts';

/** All pages in one step: a copy in many steps begins again whenever somebody writes, and might never end. */
const AT_ONCE = 2 ** 31 - 1;

/**
 * Copies a SQLite database while it is in use: the copy is what it was at one moment, whole. It appears under its name
 * only once it has been checked, and nobody but its owner may read it.
 * @throws CannotDo when there is no database, something by that name is there already, or the copy is damaged
 */
export async function backUp(databaseFile: string, copy: string): Promise<void> {
  if (!existsSync(databaseFile)) throw new CannotDo(`There is no database at ${databaseFile}.`);
  if (existsSync(copy)) throw new CannotDo(`${copy} is there already, and a backup never replaces another one.`);
  mkdirSync(dirname(copy), { recursive: true });
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  const source = new SqliteDatabase(databaseFile, { readonly: true });
  try {
    await source.backup(unfinished, { progress: () => AT_ONCE });
    chmodSync(unfinished, 0o600);
    makeOneFile(unfinished);
    inspect(unfinished);
    renameSync(unfinished, copy);
  } finally {
    source.close();
    rmSync(unfinished, { force: true });
  }
}

/** Without a write-ahead log beside it: a backup is one file, which can be carried away. */
function makeOneFile(file: string): void {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = DELETE');
  database.close();
}

/** PostgreSQL's own tool makes its backups. */
function backUpPostgres(url: string, copy: string): void {
  const { hostname, port, username, password, pathname } = new URL(url);
  const { error, status } = spawnSync('pg_dump', ['--format=custom', '--no-owner', `--file=${copy}`], {
    stdio: 'inherit',
    // Not as an argument: others on the machine could read it in the list of processes.
    env: {
      ...process.env,
      PGHOST: hostname,
      PGPORT: port || '5432',
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: pathname.slice(1),
    },
  });
  if (error)
    throw new CannotDo(
      'pg_dump isn’t installed here. Install PostgreSQL’s client programs, or run on the database’s own machine:\n' +
        `  pg_dump --format=custom --no-owner --file=${copy} "$DATABASE_URL"`,
    );
  if (status !== 0) throw new CannotDo('pg_dump did not succeed: it says why above.');
}

function nameOfNow(ending: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  return resolve('data', 'backups', `boussole-${stamp}.${ending}`);
}

if (import.meta.main)
  await carryOut(async () => {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} });
    const { databaseUrl } = readSettings(process.env);
    const postgres = engineOf(databaseUrl) === 'postgres';
    const copy = positionals[0] ? resolve(positionals[0]) : nameOfNow(postgres ? 'dump' : 'db');
    if (postgres) {
      mkdirSync(dirname(copy), { recursive: true });
      backUpPostgres(databaseUrl, copy);
    } else {
      await backUp(fileOf(databaseUrl), copy);
    }
    say(`Backed up to ${copy} (${Math.ceil(statSync(copy).size / 1000)} kB).`);
    say('It holds people’s words and addresses: keep it where only those may read it who run this installation.');
  });
