import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { nameKey, readCensus, type Category } from '#lib/definitions/census-file.ts';
import { censusFileForm, censusForm } from '#lib/definitions/census.form.ts';
import { listCensus, setCensus } from '#lib/definitions/census.server.ts';
import { readUpload } from '#lib/definitions/import/upload.ts';
import { AGE_BANDS, PROFILE_ITEMS, SEXES } from '#lib/definitions/profile.ts';
import { translator } from '#lib/messages/translate.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';
import { listCategories } from '../categories.server.ts';

export async function load(event) {
  const { territory, base } = await coordinate(event);
  const { db } = event.locals.house;
  const census = await listCensus(db, territory.id);
  const categories = await listCategories(db, territory.id, translator(event.locals.language));
  return {
    base,
    saved: event.url.searchParams.has('saved'),
    items: PROFILE_ITEMS.filter((item) => categories[item].length > 0).map((item) => ({
      item,
      source: census.get(item)?.source ?? '',
      categories: categories[item].map((one) => ({ ...one, people: census.get(item)?.people.get(one.value) })),
    })),
  };
}

export const actions = {
  set: act(censusForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const actor = accountOf(event);
    await write((db, now) => setCensus(db, { ...facts, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/definitions/coverage/census?saved`);
  }),
  file: act(censusFileForm, async ({ event, facts, write, files }) => {
    const { territory, base } = await coordinate(event);
    const actor = accountOf(event);
    const file = files.get('file');
    const { records } = readUpload(file?.name ?? '', new Uint8Array((await file?.arrayBuffer()) ?? []));
    const { parts, unread } = readCensus(records, await listNames(event, territory.id));
    if (unread.length > 0) return fail(422, { values: { source: facts.source }, errors: {}, action: 'file', unread });
    if (parts.length === 0) throw new Refusal('definitions.import.emptyFile');
    const byItem = Map.groupBy(parts, ({ item }) => item);
    await write(async (db, now) => {
      for (const [item, own] of byItem) {
        const figures = own.map(({ value, people }) => ({ value, people }));
        await setCensus(db, { ...facts, territoryId: territory.id, item, parts: figures, actor }, now);
      }
    });
    redirect(303, `${base}/definitions/coverage/census?saved`);
  }),
};

/** What a file may call a category: its code, what pages call it in French or English, a neighbourhood's name. */
async function listNames(event: RequestEvent, territoryId: string): Promise<Map<string, Category>> {
  const names = new Map<string, Category>();
  for (const t of [translator('fr'), translator('en')]) {
    const categories = await listCategories(event.locals.house.db, territoryId, t);
    for (const item of PROFILE_ITEMS)
      for (const { value, label } of categories[item]) names.set(nameKey(label), { item, value });
    for (const value of SEXES) names.set(nameKey(t(`definitions.sex.${value}`)), { item: 'sex', value });
  }
  for (const value of AGE_BANDS) names.set(value, { item: 'age', value });
  for (const value of SEXES) names.set(value, { item: 'sex', value });
  return names;
}

function accountOf(event: RequestEvent) {
  const actor = actorOf(event);
  return { ...actor, id: actor.id ?? '' };
}
