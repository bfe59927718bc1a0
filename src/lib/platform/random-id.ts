/**
 * Ids, codes and secrets. The one place of the ground that draws: `crypto.getRandomValues` works in every browser,
 * also over plain http, and in Node.
 */

type Bytes = Uint8Array<ArrayBuffer>;

let source: ((into: Bytes) => boolean) | undefined;

/**
 * Another source of bytes, for a telling that is the same each time: the demonstration. It says whether it has filled
 * them; everything else keeps drawing by chance.
 */
export function drawFrom(other: (into: Bytes) => boolean): void {
  source = other;
}

function draw(number: number): Bytes {
  const bytes = new Uint8Array(number);
  return source?.(bytes) ? bytes : crypto.getRandomValues(bytes);
}

/** A whole number from 0 up to, not including, `end` (at most 2 ** 32), every one equally likely. */
export function randomBelow(end: number): number {
  const fair = 2 ** 32 - (2 ** 32 % end);
  for (;;) {
    const number = new DataView(draw(4).buffer).getUint32(0);
    if (number < fair) return number % end;
  }
}

/** 128 random bits as 22 characters of base64url; never time-ordered, and never a formula to a spreadsheet. */
export function randomId(): string {
  const [text = ''] = btoa(String.fromCharCode(...draw(16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .split('=');
  // The last character holds two bits and is a letter: put first, it keeps a dash from standing there.
  return text.slice(-1) + text.slice(0, -1);
}

/** Letters and digits that nobody confuses when read aloud or copied by hand: no 0/O, 1/I/L, 5/S, 8/B, 2/Z, U/V. */
const CLEAR = 'ACDEFGHJKMNPQRTWXY34679';

/**
 * A code to be said or copied by hand.
 * @param length number of characters; 4.5 bits each
 */
export function randomCode(length: number): string {
  return codeFrom(() => draw(length), length);
}

/** A code made of bytes, drawn or hashed; `bytes` is asked for more, turn by turn, until there are enough. */
export function codeFrom(bytes: (turn: number) => Uint8Array, length: number): string {
  let code = '';
  for (let turn = 0; code.length < length; turn++) {
    // Bytes past the last full turn are thrown away, or the first characters would come more often.
    for (const byte of bytes(turn)) if (byte < 253 && code.length < length) code += CLEAR[byte % CLEAR.length];
  }
  return code;
}

/** A code as someone typed it: any case, spaces and dashes ignored. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** A code as it is shown: groups of `size` with a space between them. */
export function showCode(code: string, size = 3): string {
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? code;
}
