import { error, redirect } from '@sveltejs/kit';
import { listComments } from '#lib/indicators/comment-list.server.ts';
import { commentOnIndicator, hideComment, showComment } from '#lib/indicators/comment.server.ts';
import { commentForm, hidingForm, showingForm } from '#lib/indicators/indicator.form.ts';
import { getIndicatorVersion } from '#lib/indicators/indicator-words.server.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit, requireAccount } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { readingOf } from '../../working.server.ts';
import { standingHere } from '../shown.server.ts';

export async function load(event) {
  const { place, versionId } = await discussed(event);
  const { territory, cycle, base } = place;
  const { db } = event.locals.house;
  const version = await getIndicatorVersion(db, territory.id, versionId, readingOf(event, territory));
  const open = cycle.closed_at === null && version.status !== 'retired';
  return {
    base,
    version,
    name: event.locals.person.account?.name,
    open,
    moderates: mayPlanGathering(event.locals.person, territory.id),
    comments: await listComments(db, territory.id, version.indicatorId),
    timeZone: territory.time_zone,
    signIn: `/${event.locals.language}/sign-in?next=${encodeURIComponent(event.url.pathname)}`,
    mayRegister: event.locals.house.mail !== undefined,
    sentId: randomId(),
  };
}

export const actions = {
  say: act(commentForm, async ({ event, facts, write }) => {
    const account = requireAccount(event);
    const { place, indicatorId } = await discussed(event);
    const of = { territoryId: place.territory.id, cycleId: place.cycle.id, actor: actorOf(event), indicatorId };
    const said = { ...facts, accountId: account.id, language: event.locals.language };
    const id = await write((db, now) => commentOnIndicator(db, { ...of, ...said }, now));
    redirect(303, `${event.url.pathname}#${id}`);
  }),
  hide: act(hidingForm, async ({ event, facts, write }) => {
    const of = await moderating(event, facts.comment);
    await write((db, now) => hideComment(db, { ...of, reason: facts.reason }, now));
    redirect(303, `${event.url.pathname}#${facts.comment}`);
  }),
  show: act(showingForm, async ({ event, facts, write }) => {
    const of = await moderating(event, facts.comment);
    await write((db, now) => showComment(db, of, now));
    redirect(303, `${event.url.pathname}#${facts.comment}`);
  }),
};

/** @throws 404 while the indicator is a draft */
async function discussed(event: Parameters<typeof standingHere>[0]) {
  const place = await getPlace(event);
  const { indicatorId, holds, discussed: draft } = await standingHere(event, place);
  const versionId = draft ?? holds;
  if (versionId === undefined) error(404, 'not there');
  return { place, indicatorId, versionId };
}

/** Town staff and facilitators hide and show remarks. */
async function moderating(event: Parameters<typeof standingHere>[0], commentId: string) {
  const { place, indicatorId } = await discussed(event);
  const territoryId = place.territory.id;
  const account = admit(event, mayPlanGathering(event.locals.person, territoryId));
  return { territoryId, indicatorId, commentId, accountId: account.id, actor: actorOf(event) };
}
