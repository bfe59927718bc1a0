import type { Generated, Insertable, Kysely, Selectable } from 'kysely';

/**
 * Every table of the database. Each room adds its own in its `tables.ts` by declaring this module again,
 * so that the ground knows nothing of the method.
 *
 * Columns have the same values on both engines: ids and JSON are text, times are UTC milliseconds, days are
 * `YYYY-MM-DD`, money is integer cents, yes/no is 0 or 1.
 */
export interface Tables {
  journal: JournalTable;
  kept_form: KeptFormTable;
}

/** A database handle: the read-only one, or the transaction that a command was given. */
export type Db = Kysely<Tables>;
export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;

/** 0 or 1: SQLite binds no booleans. */
export type Flag = 0 | 1;

interface JournalTable {
  territory_id: string;
  id: string;
  at: number;
  actor_kind: string;
  actor_id: string | null;
  verb: string;
  subject_kind: string;
  subject_id: string;
}

interface KeptFormTable {
  id: string;
  path: string;
  body: string;
  kept_at: number;
}

export type { Generated };
