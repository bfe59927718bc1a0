import * as v from 'valibot';
import { choice, day, id, line, optionalId, optionalText, sentId, whole } from '#lib/platform/form.ts';
import { COMMITMENT_STATUSES, GIFTS } from './tables.ts';

/** An actor's share: what is given, to which objective or action, from when to when. */
export const commitmentForm = v.pipe(
  v.object({
    sentId,
    actor: id,
    objective: id,
    action: optionalId,
    gives: choice(GIFTS),
    words: line(280),
    fromDay: day,
    untilDay: day,
  }),
  v.forward(
    v.check((sent) => sent.fromDay <= sent.untilDay, 'plan.days'),
    ['untilDay'],
  ),
);

/** How a promise stands. `seen` is the number of the newest status that the person saw. */
export const markForm = v.object({
  seen: whole(1, 1_000_000),
  status: choice(COMMITMENT_STATUSES),
  reason: optionalText(1000),
});
