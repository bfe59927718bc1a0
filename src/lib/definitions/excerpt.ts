import { cleanText } from '#lib/platform/text.ts';

/** Parts of one note that can become criteria of their own. */
export const MOST_EXCERPTS = 4;

/**
 * What is wrong with a splitting by quotation, as a message key; undefined when nothing is. Each excerpt is a part of
 * the note, word for word; there are at least two, no two are the
 * same, and none is the whole note.
 */
export function problemOfExcerpts(text: string, excerpts: readonly string[]): string | undefined {
  if (excerpts.length < 2 || excerpts.length > MOST_EXCERPTS) return 'definitions.excerpts.two';
  if (excerpts.some((excerpt) => !text.includes(excerpt))) return 'definitions.excerpts.verbatim';
  if (excerpts.includes(text)) return 'definitions.excerpts.whole';
  if (new Set(excerpts).size < excerpts.length) return 'definitions.excerpts.same';
  return undefined;
}

/** The excerpts that were filled in, cleaned as the note itself was. */
export function excerptsOf(typed: readonly string[]): string[] {
  return typed.map(cleanText).filter((excerpt) => excerpt !== '');
}
