import * as v from 'valibot';
import { choice, optionalChoice, optionalId } from '#lib/platform/form.ts';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import { KEPT_ANSWERS } from './tables.ts';

/** What a person may say of themselves before they answer. */
export const beginForm = v.object({
  group: optionalId,
  neighbourhood: optionalId,
  age: optionalChoice(AGE_BANDS),
});

/** One indicator answered. */
export const answerForm = v.object({ answer: choice(KEPT_ANSWERS) });
