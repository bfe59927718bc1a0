/** The five situations, 1 (very unsatisfactory) to 5 (ideal). */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** The three classes in which a small group is published: situations 1–2, 3, 4–5. */
export const CLASSES = ['1\u2060–\u20602', '3', '4\u2060–\u20605'] as const;

/**
 * Which situations stand in the part `index` (from 0) of a bar of `parts` parts (5 or 3): the first is the colour of
 * the part, the second, where there is one, its edge.
 */
export function levelsOfPart(index: number, parts: number): [Level, Level?] {
  if (parts === 5) return [LEVELS[index] ?? 3];
  return index === 0 ? [2, 1] : index === 1 ? [3] : [4, 5];
}
