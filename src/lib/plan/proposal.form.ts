import * as v from 'valibot';
import { amount, choice, id, line, optionalId, optionalLine, optionalText, sentId, text } from '#lib/platform/form.ts';
import { PROPOSAL_KINDS, REVIEW_OUTCOMES } from './tables.ts';

/** Something to do. The objectives it answers come as `objective-ID`, one field each, so that each keeps its tick. */
export const proposalForm = v.pipe(
  v.looseObject({
    sentId,
    title: line(120),
    description: text(3000),
    kind: choice(PROPOSAL_KINDS),
    place: optionalLine(200),
    neighbourhood: optionalId,
    cost: amount,
    costReasons: optionalText(1000),
    holder: optionalId,
    writtenBy: optionalLine(80),
  }),
  v.transform((sent) => ({ ...sent, objectives: objectivesOf(sent) })),
  v.forward(
    v.check((sent) => sent.objectives.length > 0, 'plan.noObjective'),
    ['objectives'],
  ),
);

/** What a mixed panel says of a proposal. */
export const reviewForm = v.object({
  sentId,
  outcome: choice(REVIEW_OUTCOMES),
  reasons: text(2000),
  panel: line(200),
});

export const holderForm = v.object({ holder: v.pipe(optionalId, v.string('plan.holder.choose')) });
export const withdrawalForm = v.object({ proposal: id });

function objectivesOf(sent: Record<string, unknown>): string[] {
  return Object.keys(sent).flatMap((key) => /^objective-([\w-]{1,64})$/.exec(key)?.[1] ?? []);
}
