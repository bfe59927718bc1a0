import { CsvError, parse } from 'csv-parse/sync';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One row of a file. */
export interface FileRecord {
  /** The line on which it begins, from 1: a quoted field may run over several. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Columns in which it has nothing of its own: a sheet's merged cell reaches down to it. */
  readonly merged?: readonly number[];
}

/** A quote is opened on this line and never closed: from there on nobody can tell lines apart. */
export class OpenQuote extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`open quote on line ${line}`);
    this.line = line;
  }
}

/** Every row of a file, or the first `most` of them, blank lines included. @throws OpenQuote */
export function recordsOf(text: string, delimiter: Delimiter, most?: number): FileRecord[] {
  let next = 1;
  return parsed(text, delimiter, most).map(({ record, info }) => {
    const line = next;
    next = info.lines + 1;
    return { line, cells: record };
  });
}

/** Columns that can be chosen from. */
export const MOST_COLUMNS = 200;

/** A line with more signs than this that may stand between columns is no row of any table. */
const MOST_SIGNS = 10_000;

/** Whether a line is wider than anything that could be read as a row: taken apart, it would fill the memory. */
export function isTooWide(text: string): boolean {
  const signs = new Set<string>(DELIMITERS);
  let found = 0;
  for (let place = 0; place < text.length && found <= MOST_SIGNS; place++) {
    const sign = text.charAt(place);
    if (sign === '\n') found = 0;
    else if (signs.has(sign)) found++;
  }
  return found > MOST_SIGNS;
}

/** How many rows are looked at to find what stands between the columns. */
const LOOKED_AT = 50;

/**
 * What stands between the columns: of the usual signs the one that cuts the first rows most evenly into the most
 * columns; a comma where there is one column only.
 */
export function delimiterOf(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** Columns of the commonest width, times the share of rows that have it; 0 where nothing is cut. */
function evenness(text: string, delimiter: Delimiter): number {
  // A large file is taken apart for each sign: not for one that it doesn't hold.
  if (!text.includes(delimiter)) return 0;
  const widths = widthsOf(text, delimiter);
  const times = new Map<number, number>();
  for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
  const [width = 1, rows = 0] = [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
  return width < 2 ? 0 : (width * rows ** 2) / widths.length ** 2;
}

function widthsOf(text: string, delimiter: Delimiter): number[] {
  try {
    return parsed(text, delimiter, LOOKED_AT)
      .map(({ record }) => record)
      .filter((cells) => cells.some((cell) => cell !== ''))
      .map((cells) => cells.length);
  } catch (caught) {
    if (caught instanceof OpenQuote) return [];
    throw caught;
  }
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string, delimiter: Delimiter, rows?: number): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      ...(rows === undefined ? {} : { to: rows }),
    }) as unknown as Parsed[];
  } catch (caught) {
    if (!(caught instanceof CsvError) || caught.code !== 'CSV_QUOTE_NOT_CLOSED') throw caught;
    const whole = Number(caught.records);
    throw new OpenQuote(whole === 0 ? 1 : (parsed(text, delimiter, whole).at(-1)?.info.lines ?? 0) + 1);
  }
}
