import type { MessageKey } from '#lib/messages/fr.ts';
import type { Language } from '#lib/messages/language.ts';
import type { Cell } from '#lib/platform/csv.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { Step } from '#lib/territory/tables.ts';

type After<Key, Start extends string> = Key extends `${Start}${infer Rest}` ? Rest : never;

/** What has a name in words: tables, columns and codes exist only where a message says what they are. */
export type TableName = After<MessageKey, 'publication.table.'>;
export type ColumnName = After<MessageKey, 'publication.column.'>;
export type Code = After<MessageKey, 'publication.code.'>;

/**
 * What a column holds: `id` ties tables together, `ids` are several with a space between them; `text` is somebody's
 * words, `name` a name; `cents` are hundredths of the territory's currency; `day` is `YYYY-MM-DD`; a `code` is one of a
 * closed list that every language shares.
 */
export type Kind = 'id' | 'ids' | 'text' | 'name' | 'number' | 'cents' | 'day' | 'yes-no' | 'code';
export type ColumnShape = Exclude<Kind, 'code'> | readonly Code[];

/** Where a table is read: one cycle of one territory, in one language. */
export interface Here {
  readonly db: Db;
  readonly territory: Row<'territory'>;
  readonly cycle: Row<'cycle'>;
  readonly language: Language;
}

export interface Column {
  readonly name: ColumnName;
  readonly kind: Kind;
  /** What a `code` column may hold; empty for the others. */
  readonly codes: readonly Code[];
}

/** Cells by column. */
export type TableRow = Readonly<Partial<Record<ColumnName, Cell>>>;

/** A table that anyone may download: only what its room shows to everyone. */
export interface PublicTable {
  /** Part of addresses: never changes. */
  readonly name: TableName;
  /** The step it comes from; undefined for the process itself. */
  readonly step: Step | undefined;
  readonly columns: readonly Column[];
  /** In an order that tells nothing of when people spoke; the same data always give the same rows. */
  listRows(here: Here): Promise<readonly TableRow[]>;
}

type Shapes = Readonly<Partial<Record<ColumnName, ColumnShape>>>;

/** States a table; its rows must have exactly its columns. */
export function publicTable<const S extends Shapes>(
  name: TableName,
  step: Step | undefined,
  shapes: S,
  listRows: (here: Here) => Promise<readonly { readonly [C in keyof S]: Cell }[]>,
): PublicTable {
  const columns = (Object.entries(shapes) as [ColumnName, ColumnShape][]).map(([column, shape]) =>
    typeof shape === 'string'
      ? { name: column, kind: shape, codes: [] }
      : { name: column, kind: 'code' as const, codes: shape },
  );
  return { name, step, columns, listRows };
}

/** A row's cells in the order of the table's columns. */
export function cellsOf(table: PublicTable, row: TableRow): Cell[] {
  return table.columns.map(({ name }) => row[name] ?? null);
}
