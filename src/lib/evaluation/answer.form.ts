import * as v from 'valibot';
import { choice, optionalChoice, optionalId, sentId } from '#lib/platform/form.ts';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import { KEPT_ANSWERS, type KeptAnswer } from './tables.ts';

/** What a person may say of themselves before they answer. */
export const beginForm = v.object({
  group: optionalId,
  neighbourhood: optionalId,
  age: optionalChoice(AGE_BANDS),
});

/** One indicator answered. */
export const answerForm = v.object({ answer: choice(KEPT_ANSWERS) });

const ONE_ANSWER = /^([\w-]{1,64}) ([\w-]+)$/;

/** A paper form: what the person says of themselves, and `INDICATOR ANSWER` for each that they answered. */
export const paperForm = v.object({
  ...beginForm.entries,
  sentId,
  answers: v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())], 'form.stale'), []),
    v.transform((value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== '')),
    v.transform((given) => new Map(given.map((one) => readAnswer(one)))),
    v.check((answers) => [...answers.values()].every((one) => one !== undefined), 'form.stale'),
    v.transform((answers) => answers as Map<string, KeptAnswer>),
  ),
});

function readAnswer(given: string): [versionId: string, answer: KeptAnswer | undefined] {
  const [, versionId = '', answer] = ONE_ANSWER.exec(given) ?? [];
  return [versionId, KEPT_ANSWERS.find((one) => one === answer)];
}
