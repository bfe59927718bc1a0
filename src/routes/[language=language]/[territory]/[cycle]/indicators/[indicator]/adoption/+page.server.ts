import { redirect } from '@sveltejs/kit';
import { adoptIndicator, discussIndicator, retireIndicator } from '#lib/indicators/adoption.server.ts';
import { getIndicatorVersion } from '#lib/indicators/indicator-words.server.ts';
import { draftNewVersion } from '#lib/indicators/new-version.server.ts';
import { listStatusSteps } from '#lib/indicators/status-list.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { findDecision } from '#lib/territory/decision.server.ts';
import { act, allow, button } from '#routes/act.server.ts';
import { work } from '../../working.server.ts';
import { standingHere } from '../shown.server.ts';

export async function load(event) {
  const working = await work(event);
  const { territory, base } = working;
  const { db } = event.locals.house;
  const { indicatorId, holds, draft: draftId } = await standingHere(event, working);
  const own = { language: territory.language, fallback: territory.language };
  const versionOf = (id: string | undefined) =>
    id === undefined ? undefined : getIndicatorVersion(db, territory.id, id, own);
  const [adopted, draft] = [await versionOf(holds), await versionOf(draftId)];
  const decisionOn = async (purpose: 'adopt-indicator' | 'retire-indicator', subjectId: string) => {
    const decision = await findDecision(db, { territoryId: territory.id, purpose, subjectId });
    if (!decision) return undefined;
    const { id, body_id: bodyId, title, decided_on: day } = decision;
    return { id, bodyId, title, day, confirmed: decision.confirmed_at !== null, at: decision.recorded_at };
  };
  const decision = draft && (await decisionOn('adopt-indicator', draft.id));
  return {
    base,
    open: working.open,
    justAdopted: event.url.searchParams.has('adopted'),
    prepares: mayPrepare(event.locals.person, territory.id),
    indicatorId,
    adopted,
    draft,
    missing: draft ? draft.levels.filter((one) => one.text === '').length : 0,
    decision: decision && { ...decision, fresh: draft !== undefined && decision.at >= draft.editedAt },
    retirement: await decisionOn('retire-indicator', indicatorId),
    steps: await listStatusSteps(db, territory.id, indicatorId),
    timeZone: territory.time_zone,
  };
}

export const actions = {
  discuss: act(button, async ({ event, write }) => {
    const of = await indicatorHere(event);
    await write((db, now) => discussIndicator(db, of, now));
    redirect(303, event.url.pathname);
  }),
  adopt: act(button, async ({ event, write }) => {
    const of = await indicatorHere(event);
    allow(mayPrepare(event.locals.person, of.territoryId));
    await write((db, now) => adoptIndicator(db, of, now));
    redirect(303, `${event.url.pathname}?adopted`);
  }),
  redraft: act(button, async ({ event, write }) => {
    const of = await indicatorHere(event);
    await write((db, now) => draftNewVersion(db, of, now));
    redirect(303, event.url.pathname.replace(/adoption$/, 'edit'));
  }),
  retire: act(button, async ({ event, write }) => {
    const of = await indicatorHere(event);
    allow(mayPrepare(event.locals.person, of.territoryId));
    await write((db, now) => retireIndicator(db, of, now));
    redirect(303, event.url.pathname);
  }),
};

async function indicatorHere(event: Parameters<typeof standingHere>[0]) {
  const working = await work(event);
  const { indicatorId } = await standingHere(event, working);
  return { ...working.in, indicatorId };
}
