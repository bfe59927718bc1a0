import { redirect } from '@sveltejs/kit';
import { findFamilyByLetter, renameFamily } from '#lib/indicators/family.server.ts';
import { findWordsOfFamily } from '#lib/indicators/grid-words.server.ts';
import { wordsForm } from '#lib/indicators/grid.form.ts';
import { chooseLanguageOf } from '#lib/indicators/wording.ts';
import { there } from '#lib/platform/refusal.ts';
import { act } from '#routes/act.server.ts';
import { orNotFound } from '#routes/place.server.ts';
import { workOnGrid } from '../../../../working.server.ts';

export async function load(event) {
  const working = await workOnGrid(event);
  const family = await orNotFound(familyHere(event));
  const language = chooseLanguageOf(event.url.searchParams.get('language'), working.territory.language);
  return {
    base: working.base,
    open: working.open,
    letter: family.letter,
    wording: language,
    words: await findWordsOfFamily(event.locals.house.db, working.territory.id, family.id, language),
  };
}

export const actions = {
  words: act(wordsForm, async ({ event, facts, write }) => {
    const { in: here, base } = await workOnGrid(event);
    const family = await familyHere(event);
    await write((db, now) => renameFamily(db, { ...here, familyId: family.id, ...facts }, now));
    redirect(303, `${base}/indicators/grid/edit`);
  }),
};

async function familyHere(event: Parameters<typeof workOnGrid>[0]) {
  const { in: here } = await workOnGrid(event);
  const letter = event.params.family ?? '';
  return there(await findFamilyByLetter(event.locals.house.db, { ...here, letter }), 'family');
}
