import { MOST_COLUMNS, type FileRecord } from '../records.ts';
import { Swollen } from './archive.ts';

/** One sheet of a spreadsheet. */
export interface Sheet {
  readonly name: string;
  /** Rows in which anything stands, with their numbers on the sheet. */
  readonly records: readonly FileRecord[];
}

/** Characters in all the cells of a file: one long text may be meant by a million of them. */
const MOST_CHARACTERS = 20_000_000;

/** More rows than are ever read. */
export class TooManyRows extends Error {}

/** What is left of a file's room, whatever sheet takes it. */
export interface Room {
  rows: number;
  characters: number;
}

export const roomFor = (rows: number): Room => ({ rows, characters: MOST_CHARACTERS });

/** A sheet that is being read, cell by cell; rows and columns are counted from 0. */
export class Grid {
  readonly #name: string;
  readonly #room: Room;
  readonly #rows = new Map<number, string[]>();
  readonly #merged: { readonly row: number; readonly column: number; readonly rows: number }[] = [];

  constructor(name: string, room: Room) {
    this.#name = name;
    this.#room = room;
  }

  /** @throws Swollen, TooManyRows */
  put(row: number, column: number, text: string): void {
    if (text.trim() === '') return;
    this.#room.characters -= text.length;
    if (this.#room.characters < 0) throw new Swollen();
    // One column too many tells that there are more; which they are doesn't matter.
    (this.#rows.get(row) ?? this.#newRow(row))[Math.min(column, MOST_COLUMNS)] = text;
  }

  /** Cells one below the other that are one. */
  merge(row: number, column: number, rows: number): void {
    if (rows > 1) this.#merged.push({ row, column, rows });
  }

  /** @throws Swollen */
  sheet(): Sheet {
    const merged = this.#spread();
    const records = [...this.#rows]
      .sort(([one], [other]) => one - other)
      .map(([row, cells]) => ({
        line: row + 1,
        cells: Array.from(cells, (cell) => cell ?? ''),
        ...(merged.has(row) ? { merged: merged.get(row) ?? [] } : {}),
      }));
    return { name: this.#name, records };
  }

  #newRow(row: number): string[] {
    if (--this.#room.rows < 0) throw new TooManyRows();
    const cells: string[] = [];
    this.#rows.set(row, cells);
    return cells;
  }

  /** What stands in merged cells holds for each row beside them. @returns by row, the columns that were filled so */
  #spread(): Map<number, number[]> {
    const filled = new Map<number, number[]>();
    const rows = [...this.#rows.keys()].sort((one, other) => one - other);
    for (const { row, column, rows: high } of this.#merged) {
      const text = this.#rows.get(row)?.[column];
      if (text === undefined) continue;
      for (const below of rowsIn(rows, row + 1, row + high)) {
        if (this.#rows.get(below)?.[column] !== undefined) continue;
        this.put(below, column, text);
        filled.set(below, [...(filled.get(below) ?? []), column]);
      }
    }
    return filled;
  }
}

/** Of ascending numbers those from `least` to below `end`. */
function rowsIn(rows: readonly number[], least: number, end: number): readonly number[] {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  const inside: number[] = [];
  for (let place = from; (rows[place] ?? end) < end; place++) inside.push(rows[place] ?? 0);
  return inside;
}
