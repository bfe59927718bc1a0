import { redirect } from '@sveltejs/kit';
import { randomId } from '#lib/platform/random-id.ts';
import { levelsOf, reviewForm } from '#lib/territory/review.form.ts';
import { answerReview, countReviewAnswers, findReview, hasAnswered } from '#lib/territory/review.server.ts';
import { statementIn, stateOf } from '#lib/territory/review.ts';
import { listStatements } from '#lib/territory/statement.server.ts';
import { act, requireAccount } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { findSender, markAnswered } from './sender.server.ts';

/** What those who took part think of the process itself. */
export async function load(event) {
  const { house, language } = event.locals;
  const place = await getPlace(event);
  const { territory, cycle, base } = place;
  const here = { territoryId: territory.id, cycleId: cycle.id };
  const state = stateOf(await findReview(house.db, territory.id, cycle.id));
  if (state === 'closed') redirect(303, `${base}/review/results`);
  const sender = await findSender(event, place);
  const statements = await listStatements(house.db, territory.id, cycle.id);
  return {
    base,
    words: `/${language}/${territory.slug}/words`,
    open: state === 'open',
    known: sender !== undefined,
    answered: sender !== undefined && (await hasAnswered(house.db, { ...here, ...sender })),
    thanks: event.url.searchParams.has('thanks'),
    people: await countReviewAnswers(house.db, territory.id, cycle.id),
    statements: statements.map((statement) => ({
      id: statement.id,
      ...statementIn(statement, language, territory.language),
    })),
    sentId: randomId(),
  };
}

export const actions = {
  default: act(reviewForm, async ({ event, facts, write }) => {
    const place = await getPlace(event);
    const sender = await findSender(event, place);
    if (!sender) return requireAccount(event);
    const { words, sentId, ...rest } = facts;
    const { language } = event.locals;
    const here = { territoryId: place.territory.id, cycleId: place.cycle.id };
    const answer = { ...here, ...sender, sentId, levels: levelsOf(rest), words, language };
    await write((db) => answerReview(db, answer));
    markAnswered(event, place, sender);
    redirect(303, `${place.base}/review?thanks`);
  }),
};
