import { redirect, type RequestEvent } from '@sveltejs/kit';
import { placeForm, questionIdForm } from '#lib/territory/question.form.ts';
import {
  findQuestion,
  listQuestions,
  MOST_QUESTIONS,
  placeQuestion,
  retireQuestion,
} from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { act, actorOf, allow } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory, cycle } = await coordinate(event);
  const { house, language } = event.locals;
  const questions = await listQuestions(house.db, territory.id, cycle.id);
  return {
    mayAdd: questions.length < MOST_QUESTIONS,
    questions: questions.map((question) => ({
      id: question.id,
      polarity: question.polarity,
      words: wordsOf(question, language, territory.language),
      easy: wordsOf(question, language, territory.language, 'easy'),
      languages: [...new Set(question.texts.map((text) => text.language))],
    })),
  };
}

export const actions = {
  place: act(placeForm, async ({ event, facts, write }) => {
    const { territory, base } = await asking(event, facts.questionId);
    const actor = actorOf(event);
    await write((db, now) => placeQuestion(db, { ...facts, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/staff/questions`);
  }),
  retire: act(questionIdForm, async ({ event, facts, write }) => {
    const { territory, base } = await asking(event, facts.questionId);
    const actor = actorOf(event);
    await write((db, now) => retireQuestion(db, { ...facts, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/staff/questions`);
  }),
};

async function asking(event: RequestEvent<Partial<Record<string, string>>>, questionId: string) {
  const place = await coordinate(event);
  const question = await findQuestion(event.locals.house.db, place.territory.id, questionId);
  allow(question?.cycle_id === place.cycle.id);
  return place;
}
