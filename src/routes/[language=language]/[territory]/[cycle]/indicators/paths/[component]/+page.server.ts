import { redirect } from '@sveltejs/kit';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { listIndicatorsInWork } from '#lib/indicators/indicator-list.server.ts';
import { indicatorForm, propositionsForm } from '#lib/indicators/path.form.ts';
import { listThresholds } from '#lib/indicators/path-list.server.ts';
import { writePropositions } from '#lib/indicators/proposition.server.ts';
import { chooseLanguageOf } from '#lib/indicators/wording.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { workOnComponent } from './path.server.ts';

export async function load(event) {
  const working = await orNotFound(workOnComponent(event));
  const { territory, cycle, component, family, reading, viewer, of } = working;
  const { db } = event.locals.house;
  const thresholds = await listThresholds(db, of, viewer);
  const indicators = await listIndicatorsInWork(db, territory.id, cycle.id, reading);
  const wording = chooseLanguageOf(event.url.searchParams.get('language'), territory.language);
  return {
    base: working.base,
    open: working.open,
    wording,
    saved: event.url.searchParams.has('saved'),
    isOwnLanguage: wording === territory.language,
    component: { code: component.code, name: component.name, retired: component.retired },
    family: family.name,
    thresholds: thresholds.map(({ propositions, numbers, criteria, used, ...threshold }) => ({
      ...threshold,
      text: propositions.find((one) => one.language === wording)?.text ?? '',
      number: numbers.get(wording) ?? 0,
      // Before anything is written all of them are to be summed up.
      criteria: criteria.map((one) => ({ ...one, used: used.size === 0 || used.has(one.id) })),
      alsoSummed: used.size - criteria.filter((one) => used.has(one.id)).length,
      fresh: used.size === 0 ? 0 : criteria.filter((one) => !used.has(one.id)).length,
    })),
    indicators: indicators.flatMap(({ adopted, draft }) => {
      const shown = draft ?? adopted;
      return shown?.component.code === component.code ? shown : [];
    }),
    sentId: randomId(),
  };
}

export const actions = {
  propositions: act(propositionsForm, async ({ event, facts, write }) => {
    const { of, base, component, viewer } = await workOnComponent(event);
    await write((db, now) => writePropositions(db, { ...of, ...facts, viewer }, now));
    redirect(303, `${base}/indicators/paths/${component.code}?language=${facts.language}&saved`);
  }),
  indicator: act(indicatorForm, async ({ event, facts, write }) => {
    const { of, base, territory } = await workOnComponent(event);
    const { id } = await write((db, now) =>
      createIndicator(db, { ...of, ...facts, language: territory.language }, now),
    );
    redirect(303, `${base}/indicators/${id}/edit`);
  }),
};
