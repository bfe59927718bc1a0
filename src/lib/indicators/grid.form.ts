import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { choice, id, line, optionalLine, optionalText, sentId } from '#lib/platform/form.ts';

export const NAME_MOST = 80;
export const EXPLANATION_MOST = 400;

/** A family's or a component's words in one language. */
export const wordsForm = v.object({
  language: choice(WORDING_LANGUAGES),
  name: line(NAME_MOST),
  explanation: optionalText(EXPLANATION_MOST),
});

export const componentForm = v.object({
  family: id,
  code: optionalLine(4),
  name: line(NAME_MOST),
  explanation: optionalText(EXPLANATION_MOST),
  sentId,
});
