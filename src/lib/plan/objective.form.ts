import * as v from 'valibot';
import { choice, day, id, line, optionalId, optionalText, sentId } from '#lib/platform/form.ts';

const FROM = ['1', '2', '3', '4'] as const;
const TO = ['2', '3', '4', '5'] as const;

/** An objective as it is proposed: from a situation of an indicator to a better one. */
export const objectiveForm = v.pipe(
  v.object({
    sentId,
    version: id,
    round: optionalId,
    title: line(120),
    why: optionalText(1500),
    fromLevel: v.pipe(choice(FROM), v.transform(Number)),
    toLevel: v.pipe(choice(TO), v.transform(Number)),
    forWhom: line(200),
    byDay: day,
  }),
  v.forward(
    v.check((sent) => sent.fromLevel < sent.toLevel, 'plan.levels'),
    ['toLevel'],
  ),
);
