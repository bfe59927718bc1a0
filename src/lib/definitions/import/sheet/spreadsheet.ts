import { Damaged, readArchive } from './archive.ts';
import { roomFor, type Sheet } from './grid.ts';
import { isLocked, isOdsPart, readOds } from './ods.ts';
import { isXlsxPart, readXlsx } from './xlsx.ts';

/** What a file is, by what stands in it: its name may say anything. */
export type FileKind = 'archive' | 'old-office' | 'locked' | 'markup' | 'text';

/** A zip archive, a spreadsheet or not, that holds none that can be read. */
export class NotASpreadsheet extends Error {}

/** Needs a password. */
export class Locked extends Error {}

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** Old spreadsheets stand in a container that new ones with a password stand in too. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, ARCHIVE)) return 'archive';
  if (startsWith(bytes, OLD_OFFICE)) return names(bytes, 'EncryptedPackage') ? 'locked' : 'old-office';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  return /^\W{0,3}\s*<(\?xml|!doctype|html|head|table|meta)\b/i.test(start) ? 'markup' : 'text';
}

export interface Spreadsheet {
  readonly kind: 'xlsx' | 'ods';
  /** Those in which anything stands, at least one row in all of them. */
  readonly sheets: readonly Sheet[];
}

/** @throws NotASpreadsheet, Locked, Damaged, Swollen, TooManyRows */
export function readSpreadsheet(bytes: Uint8Array, mostRows: number): Spreadsheet {
  let seen = '';
  const parts = readArchive(bytes, (name) => {
    seen ||= /^(xl|word|ppt)\/|^encrypted-package$|^content\.xml$/i.exec(name)?.[0] ?? '';
    return isXlsxPart(name) || isOdsPart(name);
  });
  if (seen === 'encrypted-package' || isLocked(parts.get('META-INF/manifest.xml') ?? '')) throw new Locked();
  const filled = (sheets: readonly Sheet[]) => sheets.filter(({ records }) => records.length > 0);
  if (parts.has('xl/workbook.xml')) return { kind: 'xlsx', sheets: filled(readXlsx(parts, roomFor(mostRows))) };
  const kind = parts.get('mimetype') ?? 'spreadsheet';
  if (parts.has('content.xml') && kind.includes('spreadsheet'))
    return { kind: 'ods', sheets: filled(readOds(parts, roomFor(mostRows))) };
  if (seen === 'content.xml' && parts.size === 0) throw new Damaged('document');
  throw new NotASpreadsheet();
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte);
}

/** Whether a container has a part of this name, which is written with two bytes a letter. */
function names(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].map((letter) => `${letter}\0`).join('');
  return new TextDecoder('latin1').decode(bytes).includes(wide);
}
