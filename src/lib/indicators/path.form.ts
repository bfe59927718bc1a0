import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { choice, line, optionalText, sentId, whole } from '#lib/platform/form.ts';
import { tickedCriteria } from './ticked.ts';
import { DIRECTIONS, SENSES } from './tables.ts';

/** Characters of a proposition: one sentence. */
export const PROPOSITION_MOST = 240;

const text = optionalText(PROPOSITION_MOST);
const seen = whole(0, 1_000_000);

/** The four sentences of a path: those of one language are saved together. A criterion's value is its sense. */
export const propositionsForm = v.pipe(
  v.looseObject({
    language: choice(WORDING_LANGUAGES),
    ...{ 'text-P': text, 'text-O': text, 'text-Q': text, 'text-S': text },
    ...{ 'seen-P': seen, 'seen-O': seen, 'seen-Q': seen, 'seen-S': seen },
  }),
  v.check(
    (fields) => tickedCriteria(fields).every(({ seen: sense }) => SENSES.some((one) => one === sense)),
    'form.stale',
  ),
  v.transform((fields) => {
    const ticked = tickedCriteria(fields);
    const propositions = SENSES.map((sense) => ({
      sense,
      text: fields[`text-${sense}`],
      seen: fields[`seen-${sense}`],
      criterionIds: ticked.filter((one) => one.seen === sense).map((one) => one.id),
    }));
    return { language: fields.language, propositions };
  }),
);

export const INDICATOR_NAME_MOST = 80;
export const INDICATOR_QUESTION_MOST = 160;

export const indicatorForm = v.object({
  name: line(INDICATOR_NAME_MOST),
  question: line(INDICATOR_QUESTION_MOST),
  direction: choice(DIRECTIONS),
  sentId,
});
