import { Damaged } from './archive.ts';
import { Grid, type Room, type Sheet } from './grid.ts';
import { isMoment, momentOf } from './moment.ts';
import { hearXml, type Attributes } from './xml.ts';

/** Parts of a workbook that are read; drawings, macros and the rest are not. */
export const isXlsxPart = (name: string): boolean =>
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i.test(name);

interface Workbook {
  readonly strings: readonly string[];
  /** By a cell's style, whether its number is a day or a time. */
  readonly moments: readonly boolean[];
  readonly counts1904: boolean;
}

/** Every sheet of a workbook as it was last calculated, those that are shown first. @throws Damaged, Swollen, TooManyRows */
export function readXlsx(parts: ReadonlyMap<string, string>, room: Room): Sheet[] {
  const main = parts.get('xl/workbook.xml') ?? '';
  const { listed, counts1904 } = listSheets(main);
  const targets = listTargets(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const strings = listStrings(parts.get('xl/sharedStrings.xml'));
  const workbook = { strings, moments: listMoments(parts.get('xl/styles.xml')), counts1904 };
  return [...listed.filter((one) => !one.hidden), ...listed.filter((one) => one.hidden)].flatMap(({ name, id }) => {
    const xml = parts.get(targets.get(id) ?? '');
    return xml === undefined ? [] : [readSheet(name, xml, workbook, room)];
  });
}

function listSheets(xml: string) {
  const listed: { name: string; id: string; hidden: boolean }[] = [];
  let counts1904 = false;
  hearXml(xml, {
    open(name, { id = '', state = 'visible', name: called = '', date1904 }) {
      if (name === 'sheet') listed.push({ name: called, id, hidden: state !== 'visible' });
      if (name === 'workbookPr') counts1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  if (listed.length === 0) throw new Damaged('workbook');
  return { listed, counts1904 };
}

function listTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  hearXml(xml, {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

function listStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let [text, isText, asides] = ['', false, 0];
  if (xml === undefined) return strings;
  hearXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      // How a word is pronounced stands beside it, and isn't part of it.
      if (name === 'rPh') asides++;
      isText = name === 't' && asides === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 'rPh') asides--;
      if (name === 't') isText = false;
      if (name === 'si') strings.push(plain(text));
    },
  });
  return strings;
}

/** Signs that a workbook can't write as they are. */
function plain(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function listMoments(xml: string | undefined): boolean[] {
  const codes = new Map<number, string>();
  const moments: boolean[] = [];
  let inCells = false;
  if (xml === undefined) return moments;
  hearXml(xml, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) moments.push(isMoment(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return moments;
}

interface Cell {
  readonly kind: string;
  readonly style: number;
  hasFormula: boolean;
  text: string;
}

function readSheet(sheetName: string, xml: string, workbook: Workbook, room: Room): Sheet {
  const grid = new Grid(sheetName, room);
  let [row, column, isValue, asides] = [-1, -1, false, 0];
  let cell: Cell | undefined;
  hearXml(xml, {
    open(name, attributes) {
      if (name === 'row') [row, column] = [numberIn(attributes.r, row + 2) - 1, -1];
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { kind: attributes.t ?? 'n', style: Number(attributes.s ?? 0), hasFormula: false, text: '' };
      }
      if (name === 'f' && cell) cell.hasFormula = true;
      if (name === 'rPh') asides++;
      isValue = (name === 'v' || name === 't') && asides === 0;
      if (name === 'mergeCell') mergeIn(grid, attributes);
    },
    text(piece) {
      if (isValue && cell) cell.text += piece;
    },
    close(name) {
      isValue = false;
      if (name === 'rPh') asides--;
      if (name !== 'c' || !cell) return;
      grid.put(row, column, shownIn(cell, workbook));
      cell = undefined;
    },
  });
  return grid.sheet();
}

/** What a reader of the sheet sees in a cell; a formula that was never calculated is an error like any other. */
function shownIn({ kind, style, hasFormula, text }: Cell, { strings, moments, counts1904 }: Workbook): string {
  if (text === '') return hasFormula ? '#VALUE!' : '';
  if (kind === 's') return strings[Number(text)] ?? '';
  if (kind === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (kind !== 'n') return plain(text);
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return moments[style] ? momentOf(number, counts1904) : String(Number(number.toPrecision(15)));
}

function numberIn(written: string | undefined, otherwise: number): number {
  return /^\d{1,9}$/.test(written ?? '') ? Number(written) : otherwise;
}

function mergeIn(grid: Grid, { ref = '' }: Attributes): void {
  const [first = '', last = first] = ref.split(':');
  const [top, bottom] = [rowOf(first), rowOf(last)];
  grid.merge(top, columnOf(first), bottom - top + 1);
}

/** `AB12` → 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `AB12` → 11 */
function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 1) - 1;
}
