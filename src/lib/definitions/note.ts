import { lengthOf } from '#lib/ui/characters.ts';

/** Characters of a note: one idea. */
export const MOST = 280;

/** Characters of an imported statement: what people wrote elsewhere may be longer than a note. */
export const MOST_IMPORTED = 2000;

/** Notes that one device may send to one gathering. */
export const MOST_PER_DEVICE = 500;

/** Lines that may be pasted at once. */
export const MOST_LINES = 200;

/** The ideas of a pasted text: one a line, blank lines and list marks left out. */
export function linesOf(pasted: string): string[] {
  return pasted
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

export function isTooLong(text: string, most = MOST): boolean {
  return lengthOf(text) > most;
}
