import * as v from 'valibot';
import { choice, id, optionalLine, sentId, whole } from '#lib/platform/form.ts';
import type { QuestionText } from './question.server.ts';
import { POLARITIES, WRITING_LANGUAGES, type WritingLanguage } from './tables.ts';

export const QUESTION_MOST = 200;
export const FORMS = ['plain', 'easy'] as const;

/** Field of a question's words: `plain-fr`, `easy-ar`, … */
export const wordsField = (form: (typeof FORMS)[number], language: WritingLanguage) => `${form}-${language}` as const;

const words = optionalLine(QUESTION_MOST);
const texts = {
  'plain-fr': words,
  'plain-en': words,
  'plain-de': words,
  'plain-tr': words,
  'plain-ar': words,
  'easy-fr': words,
  'easy-en': words,
  'easy-de': words,
  'easy-tr': words,
  'easy-ar': words,
};

type Typed = { readonly [K in keyof typeof texts]: string };

/** The words that were written, by language and form. */
export function textsOf(typed: Typed): QuestionText[] {
  return WRITING_LANGUAGES.flatMap((language) =>
    FORMS.map((form) => ({ language, form, text: typed[wordsField(form, language)] })),
  ).filter(({ text }) => text !== '');
}

/** A question is worded at least in the territory's own language; `required` is that field. */
export function isWorded(typed: Typed, language: string): boolean {
  return textsOf(typed).some((text) => text.form === 'plain' && text.language === language);
}

export const questionForm = v.object({ ...texts, polarity: choice(POLARITIES), sentId });
export const rewordForm = v.object(texts);
export const placeForm = v.object({ questionId: id, place: whole(1, 20) });
export const questionIdForm = v.object({ questionId: id });
