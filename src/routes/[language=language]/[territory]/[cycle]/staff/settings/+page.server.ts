import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { id } from '#lib/platform/form.ts';
import { randomId } from '#lib/platform/random-id.ts';
import {
  addNeighbourhood,
  listNeighbourhoods,
  renameNeighbourhood,
  retireNeighbourhood,
} from '#lib/territory/neighbourhood.server.ts';
import { neighbourhoodForm, territoryForm } from '#lib/territory/territory.form.ts';
import { changeTerritory } from '#lib/territory/territory.server.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory } = await coordinate(event);
  const { house } = event.locals;
  return {
    facts: {
      name: territory.name,
      tagline: territory.tagline,
      language: territory.language,
      timeZone: territory.time_zone,
      currency: territory.currency,
      leastShown: territory.least_shown,
      contact: territory.contact,
    },
    authorDays: territory.author_days,
    unapprovedDays: territory.unapproved_days,
    neighbourhoods: (await listNeighbourhoods(house.db, territory.id)).map(({ id, name }) => ({ id, name })),
    saved: event.url.searchParams.has('saved'),
    sentId: randomId(),
  };
}

const renaming = v.object({ name: neighbourhoodForm.entries.name, neighbourhoodId: id });

export const actions = {
  save: act(territoryForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const actor = actorOf(event);
    await write((db, now) => changeTerritory(db, { ...facts, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/staff/settings?saved`);
  }),
  add: act(neighbourhoodForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const adding = { territoryId: territory.id, name: facts.name, id: facts.sentId, actor: actorOf(event) };
    await write((db, now) => addNeighbourhood(db, adding, now));
    redirect(303, `${base}/staff/settings?saved`);
  }),
  rename: act(renaming, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const actor = actorOf(event);
    await write((db, now) => renameNeighbourhood(db, { ...facts, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/staff/settings?saved`);
  }),
  retire: act(v.object({ neighbourhoodId: id }), async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const actor = actorOf(event);
    await write((db, now) => retireNeighbourhood(db, { ...facts, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/staff/settings?saved`);
  }),
};
