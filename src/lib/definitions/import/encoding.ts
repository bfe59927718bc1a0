export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is looked at to tell UTF-16 without a mark from anything else. */
const LOOKED_AT = 4096;

/** Above this share of control characters a file isn't text. */
const MOST_CONTROLS = 0.01;

/**
 * A file's bytes as text: by its byte order mark; else UTF-16 where every second byte is empty, UTF-8 where it is
 * valid, and Windows-1252 (of which Latin-1's letters are a part) for the rest. Lines end in one way.
 * @returns undefined when the bytes aren't text
 */
export function decodeFile(bytes: Uint8Array): Decoded | undefined {
  const encoding = markOf(bytes) ?? guessOf(bytes);
  // The mark itself is left out by the decoder.
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
  return isText(text) ? { text, encoding } : undefined;
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function guessOf(bytes: Uint8Array): Encoding {
  const start = bytes.subarray(0, LOOKED_AT);
  const empty = [0, 0];
  start.forEach((byte, place) => {
    if (byte === 0) empty[place % 2] = (empty[place % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = empty;
  const half = start.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Neither empty characters nor many other control characters. */
function isText(text: string): boolean {
  let controls = 0;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === 0) return false;
    if (isControl(code)) controls += 1;
  }
  return controls <= text.length * MOST_CONTROLS;
}

/** Other than tab and line break; and the sign that stands for bytes that could not be read. */
function isControl(code: number): boolean {
  return (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160) || code === 0xfffd;
}
