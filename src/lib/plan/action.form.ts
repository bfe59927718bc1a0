import * as v from 'valibot';
import { amount, choice, id, ids, line, optionalText, sentId, text, typed, whole } from '#lib/platform/form.ts';
import { ACTION_STATUSES } from './tables.ts';

/** Which winners of a vote become actions now. */
export const startForm = v.object({ vote: id, proposals: v.pipe(ids, v.minLength(1, 'plan.noWinner')) });

/** How an action goes. `seen` is the number of the newest report that its writer saw. */
export const reportForm = v.object({
  seen: whole(1, 1_000_000),
  status: choice(ACTION_STATUSES),
  spent: amount,
  words: optionalText(1000),
});

const situation = v.pipe(
  typed,
  v.picklist(['', '1', '2', '3', '4', '5'], 'form.choose'),
  v.transform((value) => (value === '' ? null : Number(value))),
);

/** What an action has changed on one indicator. */
export const judgementForm = v.object({
  sentId,
  version: id,
  before: situation,
  expected: situation,
  observed: situation,
  reach: line(300),
  worstOff: text(1000),
  fewerResources: optionalText(1000),
  multiplied: optionalText(1000),
  coResponsibility: optionalText(1000),
  evidence: text(1000),
  judgedBy: line(200),
});
