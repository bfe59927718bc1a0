import { Unzip, UnzipInflate } from 'fflate';

/** Bytes of the unpacked parts that are read: a small file may swell a thousandfold. */
export const MOST_UNPACKED = 60_000_000;

/** So little at a time that no piece swells beyond what the memory bears. */
const PIECE = 8192;

const END = [0x50, 0x4b, 0x05, 0x06];

/** What is unpacked is larger than any table of statements. */
export class Swollen extends Error {}

/** What stood where a whole file should be. */
export class Damaged extends Error {}

/**
 * The wanted parts of a zip archive, as text by name; the others are passed over.
 * @throws Swollen, Damaged
 */
export function readArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  if (!isWhole(bytes)) throw new Damaged('cut off');
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  const archive = new Unzip((part) => {
    if (!isWanted(part.name)) return;
    const pieces: Uint8Array[] = [];
    parts.set(part.name, pieces);
    part.ondata = (problem, piece) => {
      if (problem) throw problem;
      unpacked += piece.length;
      if (unpacked > MOST_UNPACKED) throw new Swollen();
      pieces.push(piece);
    };
    part.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let start = 0; start < bytes.length; start += PIECE)
      archive.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
  } catch (caught) {
    throw caught instanceof Swollen ? caught : new Damaged('archive', { cause: caught });
  }
  return new Map([...parts].map(([name, pieces]) => [name, textOf(pieces)]));
}

function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}

/** An archive ends with a list of what is in it; behind its sign come at most 64 kB. */
function isWhole(bytes: Uint8Array): boolean {
  for (let place = bytes.length - 22; place >= Math.max(0, bytes.length - 65_557); place--)
    if (END.every((byte, at) => bytes[place + at] === byte)) return true;
  return false;
}
