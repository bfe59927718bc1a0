import { slugOf } from '#lib/platform/text.ts';

/**
 * A name for the next cycle that the territory has no cycle by: the last one's number and one more, for a year this
 * year at least ("2026" → "2027", "Cycle 2" → "Cycle 3"); where it has no number, this year.
 * @param cycles newest first
 */
export function proposeCycleName(cycles: readonly { name: string; slug: string }[], year: number): string {
  const [, before = '', number] = /^(.*?)(\d{1,9})\s*$/.exec(cycles[0]?.name ?? '') ?? [];
  const isYear = number === undefined || number.length === 4;
  const taken = new Set(cycles.map((cycle) => cycle.slug));
  let next = Math.max(number === undefined ? 0 : Number(number) + 1, isYear ? year : 0);
  while (taken.has(slugOf(`${before}${next}`))) next++;
  return `${before}${next}`;
}
