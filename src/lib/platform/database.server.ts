import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDialectConfig,
} from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** The two handles on one database: every command writes through `writing`, everything else reads through `reading`. */
export interface Connections {
  readonly engine: Engine;
  readonly url: string;
  readonly reading: Kysely<Tables>;
  readonly writing: Kysely<Tables>;
  /** Finds out how the tables have grown, so that queries are planned for what is in them; at each start as well. */
  study(): void;
  close(): Promise<void>;
}

/** Milliseconds that SQLite waits for a lock held by another process (a backup, a migration). */
const LOCK_WAIT = 5000;
/** "Bous", in the header of every file. */
const MARK = 0x426f7573;
/** Prepared statements kept per connection; beyond that the oldest goes. */
const STATEMENTS_KEPT = 500;

export function engineOf(url: string): Engine {
  return /^postgres(ql)?:\/\//.test(url) ? 'postgres' : 'sqlite';
}

/** The file of a SQLite database's address `file:PATH`, or a plain path. */
export function fileOf(url: string): string {
  return url.replace(/^file:/, '');
}

export function connect(url: string): Connections {
  return engineOf(url) === 'postgres' ? connectPostgres(url) : connectSqlite(url);
}

function connectSqlite(url: string): Connections {
  const file = fileOf(url);
  makeFolder(dirname(file));
  const writer = openSqlite(file, false);
  // Marks the file as ours; and where nothing can be written, that is said now and not at the first note.
  writer.pragma(`application_id = ${MARK}`);
  studyTables(writer);
  const writing = kyselyOn(writer);
  // Opened second: it needs the file and its write-ahead log to be there.
  const reader = openSqlite(file, true);
  const reading = kyselyOn(reader);
  return {
    engine: 'sqlite',
    url,
    reading,
    writing,
    study() {
      studyTables(writer);
      // What was found is read with the tables' definitions, which the other connection has read already.
      reader.pragma('writable_schema = RESET');
    },
    async close() {
      // Kysely closes only what it has used; and whoever closes last brings everything from the log into the file.
      await reading.destroy();
      reader.close();
      await writing.destroy();
      writer.close();
    },
  };
}

/**
 * Has SQLite count how many rows share a key, in each table that has grown tenfold since it last did. Without it a
 * territory's whole table looks as cheap to read as one person's rows, since every key begins with the territory; and so
 * it would from a sample.
 */
function studyTables(database: SqliteDatabase.Database): void {
  database.pragma('optimize = 0x10002');
}

/** A new installation's folder is made; a longer path that isn't there is rather a slip of the pen. */
function makeFolder(folder: string): void {
  if (!existsSync(dirname(folder))) throw new NoFolder(dirname(folder));
  if (!existsSync(folder)) mkdirSync(folder);
}

/** There is no place for the database's file. */
export class NoFolder extends Error {
  constructor(folder: string) {
    super(`there is no folder ${folder}`);
    this.name = 'NoFolder';
  }
}

/** One SQLite connection with the settings that durability rests on. */
export function openSqlite(file: string, readonly: boolean): SqliteDatabase.Database {
  const database = new SqliteDatabase(file, { readonly, timeout: LOCK_WAIT });
  if (!readonly) database.pragma('journal_mode = WAL');
  // This build of SQLite defaults to NORMAL in WAL mode: an acknowledged write could be lost with the power.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -32000');
  return database;
}

function kyselyOn(database: SqliteDatabase.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new WholeSqlite({ database: rememberStatements(database) }) });
}

/**
 * SQLite changes tables within transactions too, though Kysely thinks it can't: so a migration is done wholly or not at
 * all. And a transaction asks for the right to write when it begins: another process's commit in between would
 * otherwise make it fail halfway, where now it waits.
 */
class WholeSqlite extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }

  override createDriver(): SqliteDriver {
    return new (class extends SqliteDriver {
      override async beginTransaction(connection: DatabaseConnection): Promise<void> {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
      }
    })(this.#config);
  }
}

/** Preparing costs more than running: each text is prepared once. */
function rememberStatements(database: SqliteDatabase.Database) {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return {
    prepare(sql: string) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      const oldest = statements.size >= STATEMENTS_KEPT ? statements.keys().next().value : undefined;
      if (oldest !== undefined) statements.delete(oldest);
      statements.set(sql, statement);
      return statement;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

/** PostgreSQL's whole numbers come as text unless told otherwise; ours all fit a double exactly. */
const INT8 = 20;

function connectPostgres(url: string): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    } as pg.CustomTypesConfig,
  });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const study = () => {}; // it does so by itself
  return { engine: 'postgres', url, reading: kysely, writing: kysely, study, close: () => kysely.destroy() };
}

/** Whether the database refused a row because one with the same key is there. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === '23505' || /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error));
}

/**
 * Whether PostgreSQL gave a transaction up for another that ran beside it: the two wanted each other's rows, or the same
 * new one. Run again, it finds what the other has left.
 */
export function isLostRace(error: unknown): boolean {
  return ['40001', '40P01', '23505'].includes(codeOf(error));
}

/** Whether the database itself can't take anything now: full, read-only, locked or gone. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof NoFolder) return true;
  return /^(SQLITE_(FULL|READONLY|BUSY|LOCKED|IOERR|CANTOPEN|CORRUPT|NOTADB|PERM)|E[A-Z]+$|57P|53|08|28|3D000)/.test(
    codeOf(error),
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
