import type { BoardCriterion } from '#lib/indicators/board.server.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** The question that a word answers, in short: "Question 2 · Mal-être". One that is no longer asked has no number. */
export function askedIn(
  questions: readonly { readonly id: string }[],
  { questionId, questionPolarity }: Pick<BoardCriterion, 'questionId' | 'questionPolarity'>,
  t: Translate,
): string {
  const number = questions.findIndex((one) => one.id === questionId) + 1;
  const about = t(`territory.polarity.${questionPolarity}`);
  return number === 0 ? about : t('indicators.sorting.asked', { number, about });
}
