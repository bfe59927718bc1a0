import { readAmount } from '#lib/platform/money.ts';
import { cleanLine } from '#lib/platform/text.ts';
import type { FileRecord } from './import/records.ts';
import type { ProfileItem } from './profile.ts';

/** A category of a profile: an age band, a sex, a neighbourhood. */
export interface Category {
  readonly item: ProfileItem;
  readonly value: string;
}

/** What is wrong with a line of a file of figures. */
export type LineFault = 'columns' | 'category' | 'number' | 'twice';

export interface UnreadLine {
  readonly line: number;
  readonly fault: LineFault;
  /** What stands there. */
  readonly text: string;
}

export interface CensusFile {
  readonly parts: readonly (Category & { readonly people: number })[];
  readonly unread: readonly UnreadLine[];
}

/** How a category is looked up: capitals, kinds of blanks and of dashes don't matter. */
export function nameKey(name: string): string {
  return cleanLine(name)
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/**
 * People as a table says them: `6 940`, `6,940`, `6.940`, `12,5 %`, `12.5`; three digits behind a sign are thousands.
 * @returns undefined for what is no number from 0, or has more than two decimals
 */
export function readPeople(typed: string): number | undefined {
  const hundredths = readAmount(typed.replace(/%\s*$/, ''));
  return hundredths === undefined ? undefined : hundredths / 100;
}

/**
 * Reads a table of two columns, category and number. The first row may name the columns; blank rows are left out.
 * @param categories by every name they go by (see `nameKey`)
 */
export function readCensus(records: readonly FileRecord[], categories: ReadonlyMap<string, Category>): CensusFile {
  const rows = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const parts: CensusFile['parts'][number][] = [];
  const unread: UnreadLine[] = [];
  for (const [place, row] of rows.entries()) {
    const read = readRow(row, categories);
    if (typeof read !== 'string') {
      if (parts.some(({ item, value }) => item === read.item && value === read.value))
        unread.push(unreadOf(row, 'twice'));
      else parts.push(read);
    } else if (place > 0 || !isHead(row)) unread.push(unreadOf(row, read));
  }
  return { parts, unread };
}

function readRow({ cells }: FileRecord, categories: ReadonlyMap<string, Category>) {
  const [name = '', number = '', ...more] = cells;
  if (cells.length < 2 || more.some((cell) => cell.trim() !== '')) return 'columns';
  const category = categories.get(nameKey(name));
  if (!category) return 'category';
  const people = readPeople(number);
  return people === undefined ? 'number' : { ...category, people };
}

/** Names of columns hold no figure. */
function isHead({ cells }: FileRecord): boolean {
  return cells.length >= 2 && !/\d/.test(cells[1] ?? '');
}

function unreadOf({ line, cells }: FileRecord, fault: LineFault): UnreadLine {
  return { line, fault, text: cells.join(' · ').slice(0, 120) };
}
