import { error, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/evaluation/answer.form.ts';
import { rateIndicators } from '#lib/evaluation/answer.server.ts';
import { formFor, tongueOf } from '#lib/messages/language.ts';
import { act } from '#routes/act.server.ts';
import { openSheet } from '../sheet.server.ts';
import { listIndicatorWords } from '#lib/evaluation/asked.server.ts';

export async function load(event) {
  const { house, language } = event.locals;
  const sheet = await openSheet(event);
  const place = event.params.place === 'next' ? sheet.firstOpen : Number(event.params.place);
  const versionId = sheet.order[place - 1];
  if (place > sheet.order.length) redirect(303, `${sheet.path}/end`);
  if (!versionId) error(404, 'not there');
  const { territory } = sheet;
  const words = {
    territoryId: territory.id,
    versionIds: [versionId],
    language: tongueOf(language),
    form: formFor(language),
    fallback: territory.language,
  };
  const [indicator] = await listIndicatorWords(house.db, words);
  if (!indicator) error(404, 'not there');
  return {
    path: sheet.path,
    place,
    number: sheet.order.length,
    blockEnds: sheet.blockEnds.includes(place),
    indicator,
    answer: sheet.answers.get(versionId),
  };
}

export const actions = {
  default: act(answerForm, async ({ event, facts, write }) => {
    const sheet = await openSheet(event);
    const place = Number(event.params.place);
    const versionId = sheet.order[place - 1];
    if (!versionId) error(404, 'not there');
    const { territory, roundId, sender } = sheet;
    await write((db, now) =>
      rateIndicators(
        db,
        { territoryId: territory.id, roundId, sender, answers: new Map([[versionId, facts.answer]]) },
        now,
      ),
    );
    const pause = sheet.blockEnds.includes(place) && place < sheet.order.length;
    redirect(303, pause ? `${sheet.path}/end?done=${place}` : `${sheet.path}/${place + 1}`);
  }),
};
