import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { choice, line, optionalText, sentId, whole } from '#lib/platform/form.ts';
import { tickedCriteria } from './ticked.ts';
import { DIRECTIONS, SENSES } from './tables.ts';

/** Characters of a proposition: one sentence. */
export const PROPOSITION_MOST = 240;

export const propositionForm = v.pipe(
  v.looseObject({
    sense: choice(SENSES),
    language: choice(WORDING_LANGUAGES),
    text: optionalText(PROPOSITION_MOST),
    seen: whole(0, 1_000_000),
  }),
  v.transform(({ sense, language, text, seen, ...rest }) => ({
    ...{ sense, language, text, seen },
    criterionIds: tickedCriteria(rest).map((one) => one.id),
  })),
);

export const INDICATOR_NAME_MOST = 80;
export const INDICATOR_QUESTION_MOST = 160;

export const indicatorForm = v.object({
  name: line(INDICATOR_NAME_MOST),
  question: line(INDICATOR_QUESTION_MOST),
  direction: choice(DIRECTIONS),
  sentId,
});
