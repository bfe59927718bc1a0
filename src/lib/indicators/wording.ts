import { isWordingLanguage, type WordingLanguage } from '#lib/messages/language.ts';
import type { WordForm } from './tables.ts';

interface Worded {
  readonly language: string;
  readonly form?: WordForm;
}

/**
 * The words to show someone: in their language and form; else in plain words; else in the territory's language; else
 * whichever there are.
 */
export function wordingFor<T extends Worded>(
  texts: readonly T[],
  language: string,
  fallback: string,
  form: WordForm = 'plain',
): T | undefined {
  const formOf = (text: T) => text.form ?? 'plain';
  return (
    texts.find((text) => text.language === language && formOf(text) === form) ??
    texts.find((text) => text.language === language && formOf(text) === 'plain') ??
    texts.find((text) => text.language === fallback && formOf(text) === form) ??
    texts.find((text) => text.language === fallback && formOf(text) === 'plain') ??
    texts[0]
  );
}

/** The language in which words are to be edited: as asked for, where it is one of ours; else the territory's own. */
export function chooseLanguageOf(asked: string | null | undefined, territoryLanguage: string): WordingLanguage {
  if (isWordingLanguage(asked ?? undefined)) return asked as WordingLanguage;
  return isWordingLanguage(territoryLanguage) ? territoryLanguage : 'fr';
}
