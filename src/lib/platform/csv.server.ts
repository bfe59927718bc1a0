import { stringify } from 'csv-stringify/sync';
import { csvCell, type Cell } from './csv.ts';

/**
 * A table as a CSV file after RFC 4180: heads in the first line, commas, CR LF, quotes where they are needed. UTF-8
 * without a byte order mark; `BYTE_ORDER_MARK` goes in front for spreadsheets that need it.
 */
export function writeCsv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [heads.map(csvCell), ...rows.map((row) => row.map(csvCell))];
  // A lone line break within a text must not end the line for readers that take any for an end.
  return stringify(lines, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

export const BYTE_ORDER_MARK = '\ufeff';
