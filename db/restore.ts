import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { engineOf, fileOf } from '#lib/platform/database.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { CannotDo, carryOut, say } from './explain.ts';
import { inspect } from './inspect.ts';

/**
 * Puts a backup in the place of the database. What was there is kept beside it, under another name.
 * @returns where what was there is kept; undefined when nothing was
 * @throws CannotDo when the backup is damaged or newer than the program, when a database is there and `replace` wasn't
 *   said, or when it is in use
 */
export function restore(backup: string, databaseFile: string, replace: boolean): string | undefined {
  if (!existsSync(backup)) throw new CannotDo(`There is no file ${backup}.`);
  inspect(backup);
  const there = existsSync(databaseFile);
  if (there && !replace) {
    throw new CannotDo(
      `There is a database at ${databaseFile}. To put the backup in its place, add --replace; ` +
        'the one that is there is then kept under another name.',
    );
  }
  if (there) takeOutOfUse(databaseFile);
  const fresh = `${databaseFile}.part`;
  mkdirSync(dirname(databaseFile), { recursive: true });
  copyDurably(backup, fresh);
  const kept = there ? freeName(databaseFile) : undefined;
  if (kept) renameSync(databaseFile, kept);
  renameSync(fresh, databaseFile);
  flush(dirname(databaseFile));
  return kept;
}

/** Brings everything from the write-ahead log into the file, which SQLite does only when nobody else has it open. */
function takeOutOfUse(file: string): void {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(file, { timeout: 500 });
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
    // A damaged database is just what one restores over: it is put aside as it is, with its log.
    if (/NOTADB|CORRUPT|IOERR/.test(error.code)) return;
    throw new CannotDo(`The database ${file} is in use (${error.message}). Stop Boussole first, then type this again.`);
  } finally {
    database?.close();
  }
}

function copyDurably(from: string, to: string): void {
  rmSync(to, { force: true });
  copyFileSync(from, to);
  flush(to);
}

/** Until it is on the disk. */
function flush(place: string): void {
  const handle = openSync(place, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function freeName(file: string): string {
  for (let number = 1; ; number++) {
    const name = `${file}.before-restore-${number}`;
    if (!existsSync(name)) return name;
  }
}

if (import.meta.main)
  await carryOut(async () => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    const { databaseUrl } = readSettings(process.env);
    const [backup] = positionals;
    if (!backup) throw new CannotDo('Say which backup: npm run restore -- FILE');
    if (engineOf(databaseUrl) === 'postgres') {
      throw new CannotDo(
        'On PostgreSQL, stop Boussole, make an empty database, and bring the backup back with its own tool:\n' +
          `  pg_restore --no-owner --exit-on-error --dbname="$DATABASE_URL" ${backup}\n` +
          'then: npm run check-data',
      );
    }
    const kept = restore(resolve(backup), resolve(fileOf(databaseUrl)), values.replace);
    say(`Restored ${fileOf(databaseUrl)} from ${backup}.`);
    if (kept) say(`What was there before is kept as ${kept}.`);
  });
