import { error, redirect } from '@sveltejs/kit';
import { Refusal } from '#lib/platform/refusal.ts';
import { isWorded, rewordForm, textsOf } from '#lib/territory/question.form.ts';
import { listQuestions, rewordQuestion } from '#lib/territory/question.server.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory, cycle } = await coordinate(event);
  const questions = await listQuestions(event.locals.house.db, territory.id, cycle.id);
  const question = questions.find(({ id }) => id === event.params.question);
  if (!question) error(404, 'not there');
  return { first: territory.language, question };
}

export const actions = {
  default: act(rewordForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    if (!isWorded(facts, territory.language)) throw new Refusal('question.unworded');
    const rewording = {
      territoryId: territory.id,
      questionId: event.params.question ?? '',
      texts: textsOf(facts),
      actor: actorOf(event),
    };
    await write((db, now) => rewordQuestion(db, rewording, now));
    redirect(303, `${base}/staff/questions`);
  }),
};
