/** Words as they are compared. */
interface Compared {
  readonly id: string;
  readonly text: string;
  readonly questionId: string;
}

/** From this share of common beginnings, middles and ends of words on, two notes may say the same. */
export const ALIKE = 0.7;

/** With fewer letters than this, chance decides. */
export const LEAST_LETTERS = 8;

/** Notes that are compared with each other, each with each; a larger wall gets no hints. */
export const MOST_COMPARED = 400;

/**
 * Which notes may say the same as which: a hint for whoever leads, never more. It looks at letters alone, three in a
 * row, so that it works in any language, and knows nothing of what they mean: the same idea in other words isn't found.
 * @returns by note the ids of the notes to the same question that are alike; notes without any are left out
 */
export function similarNotes(notes: readonly Compared[]): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, string[]>();
  if (notes.length > MOST_COMPARED) return alike;
  const parts = notes.map(({ text }) => trigramsOf(text));
  const put = (a: Compared, b: Compared) => alike.set(a.id, [...(alike.get(a.id) ?? []), b.id]);
  for (const [i, a] of notes.entries())
    for (const [j, b] of notes.entries()) {
      if (j <= i || a.questionId !== b.questionId) continue;
      if (shareOf(parts[i], parts[j]) < ALIKE) continue;
      put(a, b);
      put(b, a);
    }
  return alike;
}

/** Twice what two texts have in common by what both have (Dice's coefficient), 0 to 1; 0 for texts that are too short. */
export function similarity(a: string, b: string): number {
  return shareOf(trigramsOf(a), trigramsOf(b));
}

function shareOf(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  if (!a || !b) return 0;
  let common = 0;
  for (const part of a) if (b.has(part)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** Every three letters in a row, with where words begin and end; without case, accents, vowel signs and punctuation. */
function trigramsOf(text: string): ReadonlySet<string> | undefined {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|\u0640/gu, '')
    .replaceAll('ı', 'i');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if ([...words.join('')].length < LEAST_LETTERS) return undefined;
  const parts = new Set<string>();
  for (const word of words) {
    const letters = [...` ${word} `];
    for (let at = 0; at + 3 <= letters.length; at++) parts.add(letters.slice(at, at + 3).join(''));
  }
  return parts;
}
