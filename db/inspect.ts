import SqliteDatabase from 'better-sqlite3';
import { CannotDo } from './explain.ts';
import { MIGRATIONS } from './migrations/index.ts';

/**
 * Looks whether a file is a whole database of Boussole, of this version or an earlier one.
 * @throws CannotDo saying what it is instead
 */
export function inspect(file: string): void {
  const problem = problemOf(file);
  if (problem) throw new CannotDo(`${file} ${problem}`);
}

function problemOf(file: string): string | undefined {
  try {
    const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    try {
      return migrationProblem(database) ?? damage(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
    return `isn’t a database that can be read: ${error.message}.`;
  }
}

function migrationProblem(database: SqliteDatabase.Database): string | undefined {
  const isOurs = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (!isOurs) return 'isn’t a database of Boussole.';
  const names = database.prepare('select name from kysely_migration').pluck().all() as string[];
  const unknown = names.filter((name) => !(name in MIGRATIONS));
  return unknown.length > 0 ? `was made by a newer version of Boussole (it has ${unknown.join(', ')}).` : undefined;
}

/** What SQLite itself finds wrong, shortened. */
export function damage(database: SqliteDatabase.Database): string | undefined {
  const found = database.pragma('integrity_check(5)') as { integrity_check: string }[];
  const lines = found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  if (lines.length > 0) return `is damaged: ${lines.join('; ')}`;
  const strays = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (strays.length === 0) return undefined;
  const pairs = new Set(strays.map(({ table, parent }) => `${table} without its ${parent}`));
  return `has ${strays.length} rows that belong to nothing: ${[...pairs].join(', ')}`;
}
