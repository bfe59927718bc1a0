import * as v from 'valibot';
import { choice, id, optionalText } from '#lib/platform/form.ts';

/** The level on which a group agreed, with its reasons and what some see otherwise. */
export const agreedForm = v.object({
  group: id,
  version: id,
  level: choice(['1', '2', '3', '4', '5']),
  reasons: optionalText(1000),
  dissent: optionalText(1000),
});
