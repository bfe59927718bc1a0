/**
 * A number from 0 up to 1 that depends on the words alone: FNV-1a (Fowler, Noll, Vo), then mixed as in MurmurHash3
 * (Appleby). So the demonstration is the same each time it is told.
 */
export function drawn(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
