import { redirect } from '@sveltejs/kit';
import {
  findComponentByCode,
  reinstateComponent,
  renameComponent,
  retireComponent,
} from '#lib/indicators/component.server.ts';
import { findWordsOfComponent } from '#lib/indicators/grid-words.server.ts';
import { wordsForm } from '#lib/indicators/grid.form.ts';
import { chooseLanguageOf } from '#lib/indicators/wording.ts';
import { there } from '#lib/platform/refusal.ts';
import { act, button } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { workOnGrid } from '../../../../working.server.ts';

export async function load(event) {
  const working = await workOnGrid(event);
  const component = await orNotFound(componentHere(event));
  const language = chooseLanguageOf(event.url.searchParams.get('language'), working.territory.language);
  return {
    base: working.base,
    open: working.open,
    code: component.code,
    retired: component.retired_at !== null,
    wording: language,
    words: await findWordsOfComponent(event.locals.house.db, working.territory.id, component.id, language),
  };
}

export const actions = {
  words: act(wordsForm, async ({ event, facts, write }) => {
    const { in: here, base } = await workOnGrid(event);
    const component = await componentHere(event);
    await write((db, now) => renameComponent(db, { ...here, componentId: component.id, ...facts }, now));
    redirect(303, `${base}/indicators/grid/edit`);
  }),
  retire: act(button, async ({ event, write }) => {
    const { in: here, base } = await workOnGrid(event);
    const component = await componentHere(event);
    await write((db, now) => retireComponent(db, { ...here, componentId: component.id }, now));
    redirect(303, `${base}/indicators/grid/edit`);
  }),
  reinstate: act(button, async ({ event, write }) => {
    const { in: here, base } = await workOnGrid(event);
    const component = await componentHere(event);
    await write((db, now) => reinstateComponent(db, { ...here, componentId: component.id }, now));
    redirect(303, `${base}/indicators/grid/edit`);
  }),
};

async function componentHere(event: Parameters<typeof workOnGrid>[0]) {
  const { in: here } = await workOnGrid(event);
  const code = event.params.component ?? '';
  return there(await findComponentByCode(event.locals.house.db, { ...here, code }), 'component');
}
