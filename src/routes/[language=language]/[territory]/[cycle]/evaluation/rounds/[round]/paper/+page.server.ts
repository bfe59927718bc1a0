import { redirect } from '@sveltejs/kit';
import { paperForm } from '#lib/evaluation/answer.form.ts';
import { listIndicatorWords } from '#lib/evaluation/asked.server.ts';
import { enterPaperForm, releaseLateForms } from '#lib/evaluation/paper.server.ts';
import { countLateForms, findLatestRelease, prepareResults } from '#lib/evaluation/release.server.ts';
import { listAsked, stateOf } from '#lib/evaluation/round.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { act, allow, button } from '#routes/act.server.ts';
import { prepareHere } from '../here.server.ts';
import { listProfiles } from '../profiles.server.ts';

export async function load(event) {
  const place = await paperHere(event);
  const { territory, round, here } = place;
  const { house, language, sent } = event.locals;
  const released = await findLatestRelease(house.db, territory.id, round.id);
  const asked = await listAsked(house.db, territory.id, round.id);
  const words = { territoryId: territory.id, versionIds: asked, language, fallback: territory.language };
  return {
    here,
    name: round.name,
    late: released && {
      waiting: await countLateForms(house.db, round),
      least: leastShownOf(round, territory),
    },
    saved: event.url.searchParams.has('saved'),
    indicators: (await listIndicatorWords(house.db, words)).map(({ versionId, code, name }) => ({
      versionId,
      label: `${code} · ${name}`,
    })),
    profiles: await listProfiles(event.locals.house.db, round, event.locals.language),
    sentId: randomId(),
    // What was typed on paper's behalf, after a correction.
    given: (sent?.getAll('answers') ?? []).map(String),
  };
}

export const actions = {
  enter: act(paperForm, async ({ event, facts, write }) => {
    const { on, here } = await paperHere(event);
    const profile = {
      groupId: facts.group ?? null,
      neighbourhoodId: facts.neighbourhood ?? null,
      ageBand: facts.age ?? null,
    };
    await write((db) => enterPaperForm(db, { ...on, sentId: facts.sentId, profile, answers: facts.answers }));
    redirect(303, `${here}/paper?saved=yes`);
  }),
  release: act(button, async ({ event, write }) => {
    const { on, here, round, territory } = await paperHere(event);
    allow((await findLatestRelease(event.locals.house.db, territory.id, round.id)) !== undefined);
    const prepared = await prepareResults(event.locals.house.db, round);
    await write((db, now) => releaseLateForms(db, { prepared, actor: on.actor }, now));
    redirect(303, `${here}?saved=yes`);
  }),
};

/** Paper forms are typed in from the opening on. */
async function paperHere(event: Parameters<typeof prepareHere>[0]) {
  const found = await prepareHere(event);
  allow(stateOf(found.round) !== 'prepared');
  return found;
}
