import type { Translate } from '#lib/messages/translate.ts';
import type { ObjectiveWords } from '#lib/plan/objective-words.server.ts';

/** The way from an indicator to an objective, as stops of a Trace. */
export function stopsTo(objective: ObjectiveWords, base: string, t: Translate) {
  const { indicator } = objective;
  return [
    {
      step: 'indicators' as const,
      kind: t('plan.trace.indicator'),
      text: indicator.name,
      lang: indicator.language,
      href: `${base}/indicators/${indicator.indicatorId}`,
    },
    {
      step: 'plan' as const,
      kind: t('plan.trace.objective'),
      text: objective.title,
      href: `${base}/plan/objectives/${objective.id}`,
    },
  ];
}
