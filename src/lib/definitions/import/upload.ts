import { Refusal } from '#lib/platform/refusal.ts';
import { cleanLine } from '#lib/platform/text.ts';
import { decodeFile } from './encoding.ts';
import {
  delimiterOf,
  isTooWide,
  MOST_COLUMNS,
  OpenQuote,
  recordsOf,
  type Delimiter,
  type FileRecord,
} from './records.ts';
import { Damaged, Swollen } from './sheet/archive.ts';
import { TooManyRows } from './sheet/grid.ts';
import { kindOf, Locked, NotASpreadsheet, readSpreadsheet, type Spreadsheet } from './sheet/spreadsheet.ts';

/** Bytes of a file. */
export const MOST_BYTES = 10_000_000;

/** Rows of a file. */
export const MOST_ROWS = 50_000;

export interface Upload {
  readonly name: string;
  /** As it is kept: a text as it is, a spreadsheet's sheets as JSON. */
  readonly content: string;
  /** A text's encoding; `xlsx` or `ods` for a spreadsheet. */
  readonly encoding: string;
  /** Empty for a spreadsheet. */
  readonly delimiter: Delimiter | '';
  /** Of a spreadsheet those of its first sheet. */
  readonly records: readonly FileRecord[];
}

/**
 * Reads a file that somebody chose, by what stands in it and not by its name: a text in any encoding with any usual
 * sign between the columns, or a spreadsheet as it was last calculated.
 * @throws Refusal that says what is wrong, and on which line where there is one
 */
export function readUpload(name: string, bytes: Uint8Array): Upload {
  if (bytes.length === 0) throw new Refusal('definitions.import.emptyFile');
  if (bytes.length > MOST_BYTES) throw new Refusal('definitions.import.tooBig', { most: MOST_BYTES / 1_000_000 });
  const kind = kindOf(bytes);
  if (kind === 'locked') throw new Refusal('definitions.import.locked');
  if (kind === 'old-office') throw new Refusal('definitions.import.oldOffice');
  if (kind === 'markup') throw new Refusal('definitions.import.markup');
  const read = kind === 'archive' ? readSheets(bytes) : readText(bytes);
  if (read.records.length > MOST_ROWS) throw tooMany();
  if (columnNamesOf(read.records).length > MOST_COLUMNS) throw tooWide();
  return { name: cleanLine(name).slice(0, 200), ...read };
}

function readText(bytes: Uint8Array): Omit<Upload, 'name'> {
  const decoded = decodeFile(bytes);
  if (!decoded) throw new Refusal('definitions.import.notText');
  const { text, encoding } = decoded;
  if (isTooWide(text)) throw tooWide();
  const delimiter = delimiterOf(text);
  const records = readRecords(text, delimiter);
  if (records.every(({ cells }) => cells.every((cell) => cell.trim() === '')))
    throw new Refusal('definitions.import.emptyFile');
  return { content: text, encoding, delimiter, records };
}

function readRecords(text: string, delimiter: Delimiter): FileRecord[] {
  try {
    return recordsOf(text, delimiter, MOST_ROWS + 1);
  } catch (caught) {
    if (caught instanceof OpenQuote) throw new Refusal('definitions.import.openQuote', { line: caught.line });
    throw caught;
  }
}

function readSheets(bytes: Uint8Array): Omit<Upload, 'name'> {
  const { kind, sheets } = readBook(bytes);
  if (sheets.some(({ records }) => records.some(({ cells }) => cells.length > MOST_COLUMNS))) throw tooWide();
  const [first] = sheets;
  if (!first) throw new Refusal('definitions.import.emptyFile');
  return { content: JSON.stringify(sheets), encoding: kind, delimiter: '', records: first.records };
}

function readBook(bytes: Uint8Array): Spreadsheet {
  try {
    return readSpreadsheet(bytes, MOST_ROWS);
  } catch (caught) {
    if (caught instanceof Swollen) throw new Refusal('definitions.import.swollen');
    if (caught instanceof TooManyRows) throw tooMany();
    if (caught instanceof Locked) throw new Refusal('definitions.import.locked');
    if (caught instanceof NotASpreadsheet) throw new Refusal('definitions.import.notSheet');
    if (caught instanceof Damaged) throw new Refusal('definitions.import.damaged');
    throw caught;
  }
}

function tooWide(): Refusal {
  return new Refusal('definitions.import.tooWide', { most: MOST_COLUMNS });
}

function tooMany(): Refusal {
  return new Refusal('definitions.import.tooMany', { most: MOST_ROWS });
}

/** What the first row says. */
export function columnNamesOf(records: readonly FileRecord[]): string[] {
  const first = records.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
  return first.map((cell) => cleanLine(cell).slice(0, 100));
}
