import * as v from 'valibot';
import { amount, choice, id, line, sentId, text } from '#lib/platform/form.ts';
import { cleanLine } from '#lib/platform/text.ts';
import { lengthOf } from '#lib/ui/characters.ts';

/** −2 much worse … 2 much better. */
export const EFFECTS = ['-2', '-1', '0', '1', '2'] as const;
const MOST_WORDS = 200;

/**
 * A way to an objective. Its effects come as `effect-VERSION` and `words-VERSION`, one pair for each indicator; an
 * indicator without an effect chosen is left out.
 */
export const scenarioForm = v.pipe(
  v.looseObject({
    sentId,
    name: line(120),
    description: text(3000),
    onWorstOff: text(1500),
    onFuture: text(1500),
    cost: amount,
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [key, value] of Object.entries(dataset.value)) {
      if (!key.startsWith('words-') || lengthOf(cleanLine(String(value))) <= MOST_WORDS) continue;
      const path = { type: 'object', origin: 'value', input: dataset.value, key, value } as const;
      addIssue({ message: `form.tooLong|most=${MOST_WORDS}`, path: [path] });
    }
  }),
  v.transform((sent) => ({ ...sent, effects: effectsOf(sent) })),
);

/** Something said against a way, and what is answered. */
export const objectionForm = v.object({ sentId, objection: text(1000) });
export const answerForm = v.object({ objection: id, answer: text(1000) });

/** Which way is taken, and why, for everyone to read. */
export const choiceForm = v.object({ chosen: choice(['yes', 'no']), reason: text(1000) });

function effectsOf(sent: Record<string, unknown>) {
  return Object.entries(sent).flatMap(([key, value]) => {
    const versionId = /^effect-([\w-]{1,64})$/.exec(key)?.[1];
    if (versionId === undefined || !(EFFECTS as readonly unknown[]).includes(value)) return [];
    return { versionId, effect: Number(value), words: cleanLine(String(sent[`words-${versionId}`] ?? '')) };
  });
}
