import { setFrench } from '#lib/platform/text.ts';
import type { Question } from './question.server.ts';

/**
 * A question's words in the wanted language; else in the territory's own; else in whichever there is.
 * @returns the text and the language it is in
 */
export function wordsOf(
  question: Pick<Question, 'texts'>,
  language: string,
  territoryLanguage: string,
  form: 'plain' | 'easy' = 'plain',
): { text: string; language: string } {
  const { texts } = question;
  const found =
    texts.find((text) => text.language === language && text.form === form) ??
    texts.find((text) => text.language === language && text.form === 'plain') ??
    texts.find((text) => text.language === territoryLanguage && text.form === 'plain') ??
    texts[0];
  const { text = '', language: inLanguage = territoryLanguage } = found ?? {};
  return { text: inLanguage === 'fr' ? setFrench(text) : text, language: inLanguage };
}
