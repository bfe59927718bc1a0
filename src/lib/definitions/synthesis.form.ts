import * as v from 'valibot';
import { choice, day, id, optionalText, whole } from '#lib/platform/form.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';

/** Characters of a synthesis for one question. */
export const MOST_OF_A_PART = 6000;

/** One more field for each question, named `part-ID`. */
export const synthesisForm = v.objectWithRest(
  { language: choice(WRITING_LANGUAGES), revision: whole(0, 1_000_000) },
  optionalText(MOST_OF_A_PART),
);

/** The parts of a sent synthesis by question. */
export function partsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const parts = Object.entries(fields).filter(([name]) => name.startsWith('part-'));
  return Object.fromEntries(parts.map(([name, words]) => [name.slice('part-'.length), String(words)]));
}

export const validationForm = v.object({
  synthesis: id,
  revision: whole(0, 1_000_000),
  on: day,
  present: whole(1, 10_000),
});
