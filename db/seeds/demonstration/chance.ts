import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { drawFrom } from '#lib/platform/random-id.ts';

const telling = new AsyncLocalStorage<{ drawn: number }>();

drawFrom((into) => {
  const told = telling.getStore();
  if (!told) return false;
  for (let start = 0; start < into.length; start += 32) {
    const bytes = createHash('sha256').update(`demonstration ${told.drawn++}`).digest();
    into.set(bytes.subarray(0, into.length - start), start);
  }
  return true;
});

/**
 * Whatever is drawn in there is the same each time: ids, codes, lots. Their secrets are then known to everyone, as the
 * password of the demonstration is; what signs ballots is still drawn by chance.
 */
export function withoutChance<T>(tell: () => Promise<T>): Promise<T> {
  return telling.run({ drawn: 0 }, tell);
}

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
