/** Control characters other than line breaks and tabs; and the ones that reverse how the rest of a page reads. */
const UNWANTED = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202d\\u202e\\ufeff]', 'g');

/** Anything that a reader sees: neither white space nor what only joins, parts or turns other signs. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * A person's text as it is kept: NFC, no control characters, one kind of line break, no blank ends; nothing where
 * nobody would see anything.
 */
export function cleanText(typed: string): string {
  const clean = typed.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '').normalize('NFC').trim();
  return VISIBLE.test(clean) ? clean : '';
}

/** One line: as `cleanText`, with every run of white space as one space. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ');
}

/** Length as people count: characters, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A name as part of an address: `Rives-sur-Ill` → `rives-sur-ill`. May be empty when nothing Latin is in it. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
