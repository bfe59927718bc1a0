import { cleanText } from '#lib/platform/text.ts';

/** Parts of one note that can become criteria of their own. */
export const MOST_EXCERPTS = 4;

/**
 * What is wrong with a splitting by quotation, as a message key; undefined when nothing is. Each excerpt is a part of
 * the note, word for word; there are at least two, no two are the same, and none is the whole note.
 */
export function problemOfExcerpts(text: string, excerpts: readonly string[]): string | undefined {
  if (excerpts.length < 2 || excerpts.length > MOST_EXCERPTS) return 'definitions.excerpts.two';
  if (excerpts.some((excerpt) => !undirected(text).includes(undirected(excerpt))))
    return 'definitions.excerpts.verbatim';
  if (excerpts.includes(text)) return 'definitions.excerpts.whole';
  if (new Set(excerpts).size < excerpts.length) return 'definitions.excerpts.same';
  return undefined;
}

/** Without the signs of direction, which a part may hold half a pair of. */
function undirected(text: string): string {
  return text.replace(/[\u202a-\u202c\u2066-\u2069]/g, '');
}

/** The excerpts that were filled in, cleaned as the note itself was. */
export function excerptsOf(typed: readonly string[]): string[] {
  return typed.map(cleanText).filter((excerpt) => excerpt !== '');
}
