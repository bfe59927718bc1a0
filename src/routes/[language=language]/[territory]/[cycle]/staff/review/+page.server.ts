import { redirect } from '@sveltejs/kit';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { readWordsForm, statementsForm, statementsOf } from '#lib/territory/review.form.ts';
import {
  closeReview,
  countReviewAnswers,
  findReview,
  listReviewWords,
  openReview,
  readReviewWords,
} from '#lib/territory/review.server.ts';
import { stateOf } from '#lib/territory/review.ts';
import { listStatements, setStatements } from '#lib/territory/statement.server.ts';
import { act, actorOf, button } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory, cycle } = await coordinate(event);
  const { db } = event.locals.house;
  const here = { territoryId: territory.id, cycleId: cycle.id };
  const order: readonly string[] = [event.locals.language, ...WORDING_LANGUAGES];
  const statements = await listStatements(db, territory.id, cycle.id);
  const state = stateOf(await findReview(db, territory.id, cycle.id));
  const people = await countReviewAnswers(db, territory.id, cycle.id);
  // While people answer, the hour at which words came would tell who was asked just then.
  const may = state === 'closed' && people >= leastShownIn(cycle, territory);
  const words = may ? await listReviewWords(db, { ...here, shownOnly: false }) : [];
  return {
    state,
    closing: event.url.searchParams.has('closing'),
    least: leastShownIn(cycle, territory),
    people,
    /** The reader's language first. */
    statements: statements.map(({ id, texts }) => ({
      id,
      texts: texts.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language)),
    })),
    words: words.map(({ id, text, language, read_at, shown }) => ({
      id,
      text,
      language,
      state: read_at === null ? ('unread' as const) : shown === 1 ? ('shown' as const) : ('kept' as const),
    })),
    saved: event.url.searchParams.has('saved'),
  };
}

export const actions = {
  statements: act(statementsForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => setStatements(db, { ...place, statements: statementsOf(facts) }, now));
    redirect(303, `${base}/staff/review?saved`);
  }),
  open: act(button, async ({ event, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => openReview(db, place, now));
    redirect(303, `${base}/staff/review`);
  }),
  close: act(button, async ({ event, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => closeReview(db, place, now));
    redirect(303, `${base}/staff/review`);
  }),
  read: act(readWordsForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => readReviewWords(db, { ...place, ...facts }, now));
    redirect(303, `${base}/staff/review`);
  }),
};
