import { sql, SqliteAdapter, type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely } from 'kysely';

/** Migrations see tables as they were when each was written, so they carry no row types. */
export type AnyDb = Kysely<never>;

/** The one map from what a column means to the types of both engines. */
export const TYPE = {
  id: 'text',
  text: 'text',
  json: 'text',
  day: 'text',
  flag: 'integer',
  count: 'integer',
  time: 'bigint',
  cents: 'bigint',
  real: 'double precision',
} as const;

/** SQLite's STRICT tables know fewer names for the same types. */
const SQLITE = { text: 'text', integer: 'integer', bigint: 'integer', 'double precision': 'real' } as const;

export type Meaning = keyof typeof TYPE;

export function isSqlite(db: AnyDb): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

type Table = CreateTableBuilder<string, string>;
type Shape = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

export interface TableMaker {
  /** A column that must be filled. */
  has(name: string, meaning: Meaning, shape?: Shape): TableMaker;
  /** A column that may be empty. */
  mayHave(name: string, meaning: Meaning, shape?: Shape): TableMaker;
  /** A yes/no column: 0 or 1. */
  flag(name: string): TableMaker;
  key(...columns: string[]): TableMaker;
  unique(...columns: string[]): TableMaker;
  /** A foreign key; nothing is ever deleted along. */
  refers(columns: string[], table: string, targets: string[]): TableMaker;
  /** A check, as SQL that both engines know. */
  check(name: string, condition: string): TableMaker;
  create(): Promise<void>;
}

/**
 * A table, STRICT on SQLite. `noRowid` also leaves out SQLite's hidden row number, which would keep the order in which
 * rows came.
 */
export function table(db: AnyDb, name: string, { noRowid = false } = {}): TableMaker {
  const sqlite = isSqlite(db);
  let builder: Table = db.schema.createTable(name) as Table;
  const typeOf = (meaning: Meaning) => (sqlite ? SQLITE[TYPE[meaning]] : TYPE[meaning]);
  const maker: TableMaker = {
    has: (column, meaning, shape = same) => add(column, meaning, (c) => shape(c.notNull())),
    mayHave: (column, meaning, shape = same) => add(column, meaning, shape),
    flag: (column) => add(column, 'flag', (c) => c.notNull().check(sql`${sql.ref(column)} in (0, 1)`)),
    key: (...columns) => change(builder.addPrimaryKeyConstraint(`${name}_pk`, columns as never)),
    unique: (...columns) =>
      change(builder.addUniqueConstraint(short(`${name}_one_${columns.join('_')}`), columns as never)),
    refers: (columns, target, targets) =>
      change(
        builder.addForeignKeyConstraint(
          short(`${name}_to_${target}_${columns.at(-1)}`),
          columns as never,
          target,
          targets as never,
        ),
      ),
    check: (label, condition) => change(builder.addCheckConstraint(short(`${name}_${label}`), sql.raw(condition))),
    create: () => ending().execute(),
  };

  function add(column: string, meaning: Meaning, shape: Shape): TableMaker {
    // The kinds of SQLite's strict tables are raw words to the query builder.
    return change(builder.addColumn(column, sql.raw(typeOf(meaning)), shape));
  }
  function change(next: unknown): TableMaker {
    builder = next as Table;
    return maker;
  }
  function ending(): Table {
    if (!sqlite) return builder;
    return builder.modifyEnd(noRowid ? sql`strict, without rowid` : sql`strict`) as Table;
  }
  return maker;
}

/**
 * A table of a territory: its key starts with `territory_id`, so that tables can be partitioned by territory. The
 * second part of the key is `id` unless other columns are named.
 */
export function territorial(db: AnyDb, name: string, keys: KeyPart[] = ['id'], options = {}): TableMaker {
  const maker = table(db, name, options).has('territory_id', 'id');
  const parts = keys.map((part) => (typeof part === 'string' ? ([part, 'id'] as const) : part));
  for (const [column, meaning] of parts) maker.has(column, meaning);
  return maker.key('territory_id', ...parts.map(([column]) => column)).refers(['territory_id'], 'territory', ['id']);
}

/** A column of a key: an id, or a column of another meaning. */
export type KeyPart = string | readonly [column: string, meaning: Meaning];

/** A foreign key inside the same territory: `column` → `target.id`. */
export function within(maker: TableMaker, column: string, target: string): TableMaker {
  return maker.refers(['territory_id', column], target, ['territory_id', 'id']);
}

export async function index(db: AnyDb, tableName: string, ...columns: string[]): Promise<void> {
  await db.schema
    .createIndex(short(`${tableName}_by_${columns.join('_')}`))
    .on(tableName)
    .columns(columns)
    .execute();
}

function same(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column;
}

/** PostgreSQL cuts names at 63 bytes, which could make two of them the same: a short tail keeps them apart. */
function short(name: string): string {
  if (name.length <= 63) return name;
  let tail = 0;
  for (const character of name) tail = (tail * 31 + character.charCodeAt(0)) >>> 0;
  return `${name.slice(0, 55)}_${tail.toString(36)}`;
}
