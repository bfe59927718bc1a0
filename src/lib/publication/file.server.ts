import { createHash } from 'node:crypto';
import { translator } from '#lib/messages/translate.ts';
import { writeCsv } from '#lib/platform/csv.server.ts';
import { withoutFormula, type Cell } from '#lib/platform/csv.ts';
import { unitOf } from './unit.ts';
import { cellsOf, type Here, type Kind, type PublicTable, type TableRow } from './table.ts';

/** Under which terms everything public may be used again (SPDX identifier). */
export const LICENCE = 'etalab-2.0';

/** A table with all that is in it now. */
export interface ReadTable {
  readonly table: PublicTable;
  readonly rows: readonly TableRow[];
}

export async function readTable(table: PublicTable, here: Here): Promise<ReadTable> {
  return { table, rows: await table.listRows(here) };
}

/** The CSV twin. The first line holds the columns' names, which are the same in every language. */
export function csvOf({ table, rows }: ReadTable): string {
  return writeCsv(
    table.columns.map((column) => column.name),
    rows.map((row) => cellsOf(table, row).map((cell, place) => severalSafe(cell, table.columns[place]?.kind))),
  );
}

/** Of several ids in one cell each is written as it is where it stands alone, so that tables can be tied together. */
function severalSafe(cell: Cell, kind: Kind | undefined): Cell {
  return kind === 'ids' && typeof cell === 'string' ? cell.split(' ').map(withoutFormula).join(' ') : cell;
}

/**
 * The JSON twin: the same cells, texts as they were written, and what each column means. It names the version of its
 * content by the SHA-256 of the CSV twin and no time, so that the same data are always the same file.
 */
export function jsonOf(read: ReadTable, here: Here): string {
  const t = translator(here.language);
  const { table, rows } = read;
  return JSON.stringify({
    table: table.name,
    title: t(`publication.table.${table.name}`),
    about: t(`publication.about.${table.name}`),
    territory: { name: here.territory.name, slug: here.territory.slug },
    cycle: { name: here.cycle.name, slug: here.cycle.slug },
    language: here.language,
    licence: LICENCE,
    csv_sha256: sha256(csvOf(read)),
    columns: table.columns.map(({ name, kind, codes }) => ({
      name,
      meaning: t(`publication.column.${name}`),
      kind,
      unit: unitOf(kind, here.territory.currency, t),
      ...(codes.length > 0 && {
        codes: Object.fromEntries(codes.map((code) => [code, t(`publication.code.${code}`)])),
      }),
    })),
    rows: rows.map((row) => Object.fromEntries(table.columns.map(({ name }) => [name, row[name] ?? null]))),
  });
}

/** SHA-256 in hexadecimal, as `sha256sum` prints it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
