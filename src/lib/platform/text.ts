/** Control characters other than line breaks and tabs; and the ones that reverse how the rest of a page reads. */
const UNWANTED = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202d\\u202e\\ufeff]', 'g');

/** Anything that a reader sees: neither white space nor what only joins, parts or turns other signs. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * A person's text as it is kept: NFC, no control characters, signs of direction only in pairs, one kind of line break,
 * no blank ends; nothing where nobody would see anything.
 */
export function cleanText(typed: string): string {
  const plain = typed.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '');
  const clean = partMarks(pairDirections(plain)).normalize('NFC').trim();
  return VISIBLE.test(clean) ? clean : '';
}

/**
 * With a sign that nobody sees after every thirty marks in a row, as Unicode's Stream-Safe Text Format has it (Standard
 * Annex 15): to put marks in order takes the square of their number, and no word of any language has as many.
 */
export function partMarks(text: string): string {
  return text.replace(/(?:(?!\u034f)\p{M}){30}(?=(?!\u034f)\p{M})/gu, '$&\u034f');
}

const ISOLATES = '\u2066\u2067\u2068';
const EMBEDDINGS = '\u202a\u202b';
const END_OF_ISOLATE = '\u2069';
const END_OF_EMBEDDING = '\u202c';
const TURNING = new RegExp(`[${ISOLATES}${EMBEDDINGS}${END_OF_ISOLATE}${END_OF_EMBEDDING}]`);

/**
 * Without the signs of direction that open nothing, or end nothing, in their paragraph (Unicode Standard Annex 9, BD9
 * and X5–X7): alone, they would turn round what stands beside somebody's words.
 */
function pairDirections(text: string): string {
  return TURNING.test(text) ? text.split('\n').map(pairInParagraph).join('\n') : text;
}

function pairInParagraph(paragraph: string): string {
  const signs = [...paragraph];
  const open: number[] = [];
  const alone = new Set<number>();
  const isIsolate = (place: number | undefined) => place !== undefined && ISOLATES.includes(signs[place] ?? ' ');
  let isolates = 0;
  for (const [place, sign] of signs.entries()) {
    if (ISOLATES.includes(sign)) isolates += 1;
    if (ISOLATES.includes(sign) || EMBEDDINGS.includes(sign)) open.push(place);
    if (sign === END_OF_EMBEDDING && (open.length === 0 || isIsolate(open.at(-1)))) alone.add(place);
    else if (sign === END_OF_EMBEDDING) open.pop();
    if (sign !== END_OF_ISOLATE) continue;
    if (isolates === 0) alone.add(place);
    else for (let last = open.pop(); !isIsolate(last); last = open.pop()) alone.add(last ?? -1);
    isolates = Math.max(0, isolates - 1);
  }
  for (const place of open) alone.add(place);
  return signs.filter((_, place) => !alone.has(place)).join('');
}

/** One line: as `cleanText`, with every run of white space as one space. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ');
}

/** French as it is set: the signs that stand apart from their word never begin a line. */
export function setFrench(text: string): string {
  return text
    .replace(/ (?=[?!;])/g, '\u202f')
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0');
}

/** A name as part of an address: `Rives-sur-Ill` → `rives-sur-ill`. May be empty when nothing Latin is in it. */
export function slugOf(name: string): string {
  return partMarks(name)
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
