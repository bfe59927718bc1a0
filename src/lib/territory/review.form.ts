import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { id, optionalLine, optionalText, sentId, ticked } from '#lib/platform/form.ts';
import { AGREEMENT, WORDS_MOST, type Agreement, type Levels } from './review.ts';
import { MOST_STATEMENTS } from './statement.ts';

export const STATEMENT_MOST = 160;

/** Field of the agreement with a statement: `level-ID`. */
export const levelField = (statementId: string) => `level-${statementId}`;

export const reviewForm = v.looseObject({ words: optionalText(WORDS_MOST), sentId });

/** The levels in a form that was taken; what isn't a level of 1 to 5 is left blank. */
export function levelsOf(typed: Readonly<Record<string, unknown>>): Levels {
  const levels: Record<string, Agreement> = {};
  for (const [field, value] of Object.entries(typed)) {
    const level = AGREEMENT.find((one) => String(one) === value);
    if (field.startsWith('level-') && level !== undefined) levels[field.slice('level-'.length)] = level;
  }
  return levels;
}

/** Field of a statement's words: `statement-0-fr`, … */
export const statementField = (index: number, language: string) => `statement-${index}-${language}`;

const statement = optionalLine(STATEMENT_MOST);

export const statementsForm = v.object(
  Object.fromEntries(
    Array.from({ length: MOST_STATEMENTS }, (_, index) => index).flatMap((index) =>
      WORDING_LANGUAGES.map((language) => [statementField(index, language), statement] as const),
    ),
  ),
);

/** The statements in a form that was taken, those left empty skipped. */
export function statementsOf(typed: Readonly<Record<string, string>>): { language: string; text: string }[][] {
  return Array.from({ length: MOST_STATEMENTS }, (_, index) =>
    WORDING_LANGUAGES.map((language) => ({ language, text: typed[statementField(index, language)] ?? '' })).filter(
      ({ text }) => text !== '',
    ),
  ).filter((texts) => texts.length > 0);
}

export const readWordsForm = v.object({ wordsId: id, show: ticked });
