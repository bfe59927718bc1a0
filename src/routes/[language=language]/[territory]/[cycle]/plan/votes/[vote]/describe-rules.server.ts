import type { Language } from '#lib/messages/language.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { Vote } from '#lib/plan/vote.server.ts';
import { showAmount } from '#lib/platform/money.ts';
import { showDay } from '#lib/territory/calendar.ts';

/**
 * The rules in words, one line each; `isSaid`: in those of whoever prepared the vote.
 * @param closedOn the day on which it was closed, `YYYY-MM-DD`: it may come before the last day that was announced
 */
export function describeRules(vote: Vote, closedOn: string | undefined, language: Language, t: Translate) {
  const choices = { least: vote.least_choices, most: vote.most_choices };
  return [
    { name: t('votes.rule.budget'), text: showAmount(vote.budget_cents, vote.currency, language) },
    { name: t('votes.rule.choices'), text: t('votes.rule.choicesText', choices) },
    { name: t('votes.rule.admission'), text: t(`votes.admission.${vote.admission}`) },
    { name: t(closedOn ? 'votes.rule.lastDayTold' : 'votes.rule.lastDay'), text: showDay(vote.closes_on, language) },
    ...(closedOn ? [{ name: t('votes.rule.closedOn'), text: showDay(closedOn, language) }] : []),
    { name: t('votes.rule.whoDecides'), text: vote.who_decides, isSaid: true },
    { name: t('votes.rule.binding'), text: t(vote.is_binding ? 'votes.binding.yes' : 'votes.binding.no') },
    { name: t('votes.rule.council'), text: showDay(vote.council_on, language) },
    { name: t('votes.rule.count'), text: t('votes.rule.countText') },
    { name: t('votes.rule.rest'), text: t(`votes.add1.${vote.add1_stops}`) },
    { name: t('votes.rule.ties'), text: t('votes.rule.tiesText') },
  ];
}
