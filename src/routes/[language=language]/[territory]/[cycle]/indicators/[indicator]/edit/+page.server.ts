import { error, redirect } from '@sveltejs/kit';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { indicatorWordsForm } from '#lib/indicators/indicator.form.ts';
import { findIndicatorWords } from '#lib/indicators/indicator-edit.server.ts';
import { getIndicatorVersion } from '#lib/indicators/indicator-words.server.ts';
import { traceIndicator } from '#lib/indicators/trace.server.ts';
import { WORD_FORMS } from '#lib/indicators/tables.ts';
import { chooseLanguageOf } from '#lib/indicators/wording.ts';
import { act } from '#routes/act.server.ts';
import { work } from '../../working.server.ts';
import { standingHere } from '../shown.server.ts';

export async function load(event) {
  const working = await work(event);
  const { territory, base, reading, viewer } = working;
  const { db } = event.locals.house;
  const { draft, indicatorId } = await standingHere(event, working);
  if (!draft) redirect(303, `${base}/indicators/${indicatorId}/adoption`);
  const query = event.url.searchParams;
  const wording = chooseLanguageOf(query.get('language'), territory.language);
  const form = WORD_FORMS.find((one) => one === query.get('form')) ?? 'plain';
  const version = await getIndicatorVersion(db, territory.id, draft, reading);
  return {
    base,
    open: working.open && version.status !== 'retired',
    saved: query.has('saved'),
    wording,
    form,
    version,
    words: await findIndicatorWords(db, territory.id, draft, wording, form),
    trace: await traceIndicator(db, { territoryId: territory.id, versionId: draft }, viewer),
  };
}

export const actions = {
  default: act(indicatorWordsForm, async ({ event, facts, write }) => {
    const working = await work(event);
    const { draft, indicatorId } = await standingHere(event, working);
    if (!draft) error(404, 'not there');
    const { territoryId, actor } = working.in;
    await write((db, now) => wordIndicator(db, { territoryId, actor, indicatorId, ...facts }, now));
    redirect(303, `${event.url.pathname}?language=${facts.language}&form=${facts.form}&saved=yes`);
  }),
};
