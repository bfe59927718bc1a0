/** Longest block of the survey, in indicators; a break is offered after each. */
export const LONGEST_BLOCK = 7;

/**
 * The order in which one respondent meets the indicators: blocks of at most seven, as even in length as possible, in
 * rotated order. Answers count as they come, so what comes last is answered least; over the respondents the places are
 * shared fairly:
 *
 * - respondents numbered 0, 1, 2 …: among any m in a row (m indicators), each indicator comes first exactly once;
 * - a seed of characters is turned into a number first: then each comes first about equally often.
 *
 * Blocks always hold the same indicators (neighbours in the list given, which is the order of the grid); which block
 * comes first, and where each begins, is what rotates. The same respondent always gets the same order.
 *
 * @param indicators each once, in the order of the grid
 * @param respondent whole number from 0, or any string
 * @throws RangeError for a negative or fractional number
 */
export function orderSurvey<T>(indicators: readonly T[], respondent: number | string): T[][] {
  if (indicators.length === 0) return [];
  const number = typeof respondent === 'string' ? numberOf(respondent) : respondent;
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError('A respondent is numbered from 0');
  const first = number % indicators.length;
  const turn = Math.floor(number / indicators.length);
  const blocks = cutInBlocks(indicators);
  const { block, at } = placeOf(first, blocks);
  return rotate(blocks, block).map((one, place) => rotate(one, place === 0 ? at : at + turn));
}

/** Blocks of at most seven whose lengths differ by one at most, the longer ones first. */
function cutInBlocks<T>(indicators: readonly T[]): T[][] {
  const number = Math.ceil(indicators.length / LONGEST_BLOCK);
  const bound = (block: number) => Math.ceil((block * indicators.length) / number);
  return Array.from({ length: number }, (_, block) => indicators.slice(bound(block), bound(block + 1)));
}

function placeOf<T>(index: number, blocks: readonly (readonly T[])[]): { block: number; at: number } {
  let before = 0;
  for (const [block, { length }] of blocks.entries()) {
    if (index < before + length) return { block, at: index - before };
    before += length;
  }
  throw new RangeError('No such indicator');
}

function rotate<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/**
 * A seed as a whole number below 2³²: FNV-1a over its UTF-16 units (Fowler, Noll, Vo; offset 2166136261, prime
 * 16777619), then MurmurHash3's 32-bit finaliser (Appleby), without which the last bits of short seeds are uneven.
 */
function numberOf(seed: string): number {
  let hash = 2166136261;
  for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
