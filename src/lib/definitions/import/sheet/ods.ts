import { MOST_COLUMNS } from '../records.ts';
import { Damaged } from './archive.ts';
import { Grid, type Room, type Sheet } from './grid.ts';
import { hearXml, type Attributes } from './xml.ts';

export const isOdsPart = (name: string): boolean => /^(content\.xml|META-INF\/manifest\.xml|mimetype)$/.test(name);

/** What an open document's manifest says of parts that need a password. */
export const isLocked = (manifest: string): boolean => /encryption-data/.test(manifest);

/** Rows that say the same; a sheet's empty end is written as a million of them. */
const MOST_REPEATED = 60_000;

/** Every sheet of an open document as it was last calculated. @throws Damaged, Swollen, TooManyRows */
export function readOds(parts: ReadonlyMap<string, string>, room: Room): Sheet[] {
  const reading = new Reading(room);
  hearXml(parts.get('content.xml') ?? '', {
    open: (name, attributes) => reading.open(name, attributes),
    text: (piece) => reading.text(piece),
    close: (name) => reading.close(name),
  });
  if (reading.sheets.length === 0) throw new Damaged('document');
  return reading.sheets;
}

interface Cell {
  readonly attributes: Attributes;
  /** Under a merged one, where nobody sees it. */
  readonly isCovered: boolean;
  paragraphs: string[];
}

class Reading {
  readonly sheets: Sheet[] = [];
  readonly #room: Room;
  #grid: Grid | undefined;
  #row = 0;
  #column = 0;
  #repeated = 1;
  #cells: { column: number; text: string; rows: number }[] = [];
  #cell: Cell | undefined;
  #isParagraph = false;
  /** Remarks and drawings on a cell have paragraphs of their own. */
  #asides = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'table' && !this.#grid) {
      this.#grid = new Grid(attributes.name ?? '', this.#room);
      this.#row = 0;
    }
    if (name === 'table-row') {
      [this.#column, this.#cells] = [0, []];
      this.#repeated = timesIn(attributes['number-rows-repeated']);
    }
    if (name === 'annotation' || name === 'frame') this.#asides++;
    if (isCell(name) && this.#asides === 0)
      this.#cell = { attributes, isCovered: name === 'covered-table-cell', paragraphs: [] };
    if (this.#cell && this.#asides === 0) this.#openInCell(name, attributes, this.#cell);
  }

  text(piece: string): void {
    if (this.#isParagraph && this.#asides === 0) this.#add(piece.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    if (name === 'annotation' || name === 'frame') this.#asides--;
    if (this.#asides > 0) return;
    if (name === 'p' || name === 'h') this.#isParagraph = false;
    if (isCell(name)) this.#closeCell();
    if (name === 'table-row') this.#closeRow();
    if (name === 'table' && this.#grid) {
      this.sheets.push(this.#grid.sheet());
      this.#grid = undefined;
    }
  }

  #openInCell(name: string, attributes: Attributes, cell: Cell): void {
    if (name === 'p' || name === 'h') {
      this.#isParagraph = true;
      cell.paragraphs.push('');
    }
    if (name === 's') this.#add(' '.repeat(Math.min(1000, timesIn(attributes.c))));
    if (name === 'tab') this.#add('\t');
    if (name === 'line-break') this.#add('\n');
  }

  #add(piece: string): void {
    const paragraphs = this.#cell?.paragraphs ?? [];
    paragraphs[paragraphs.length - 1] = (paragraphs.at(-1) ?? '') + piece;
  }

  #closeCell(): void {
    if (!this.#cell) return;
    const { attributes, isCovered, paragraphs } = this.#cell;
    const times = timesIn(attributes['number-columns-repeated']);
    const text = isCovered ? '' : shownIn(attributes, paragraphs);
    const rows = timesIn(attributes['number-rows-spanned']);
    const last = text === '' ? 0 : Math.min(times, MOST_COLUMNS + 1);
    for (let place = 0; place < last; place++) this.#cells.push({ column: this.#column + place, text, rows });
    this.#column += times;
    this.#cell = undefined;
  }

  #closeRow(): void {
    const times = this.#cells.length === 0 ? 0 : Math.min(this.#repeated, MOST_REPEATED);
    for (let place = 0; place < times; place++)
      for (const { column, text, rows } of this.#cells) {
        this.#grid?.put(this.#row + place, column, text);
        this.#grid?.merge(this.#row + place, column, rows);
      }
    this.#row += this.#repeated;
    this.#cells = [];
  }
}

/** Days as they are stored, whatever way they are shown; all else as it is shown. */
function shownIn(attributes: Attributes, paragraphs: readonly string[]): string {
  const day = attributes['date-value'];
  if (attributes['value-type'] === 'date' && day !== undefined)
    return day.replace(/T00:00:00.*$/, '').replace(/T(\d\d:\d\d).*$/, ' $1');
  const shown = paragraphs.join('\n');
  if (shown === '' && attributes.formula !== undefined && attributes['value-type'] !== 'string') return '#VALUE!';
  return attributes['value-type'] === 'float' ? (attributes.value ?? shown) : shown;
}

function isCell(name: string): boolean {
  return name === 'table-cell' || name === 'covered-table-cell';
}

function timesIn(count: string | undefined): number {
  const times = Number(count ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}
