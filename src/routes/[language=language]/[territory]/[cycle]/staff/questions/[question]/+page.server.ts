import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#lib/platform/refusal.ts';
import { isWorded, rewordForm, textsOf } from '#lib/territory/question.form.ts';
import { listQuestions, rewordQuestion } from '#lib/territory/question.server.ts';
import { act, actorOf, allow } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory, question } = await questionHere(event);
  return { first: territory.language, question };
}

async function questionHere(event: RequestEvent<Partial<Record<string, string>>>) {
  const place = await coordinate(event);
  const questions = await listQuestions(event.locals.house.db, place.territory.id, place.cycle.id);
  const question = questions.find(({ id }) => id === event.params.question);
  allow(question !== undefined);
  return { ...place, question };
}

export const actions = {
  default: act(rewordForm, async ({ event, facts, write }) => {
    const { territory, base, question } = await questionHere(event);
    if (!isWorded(facts, territory.language)) throw new Refusal('question.unworded');
    const rewording = {
      territoryId: territory.id,
      questionId: question.id,
      texts: textsOf(facts),
      actor: actorOf(event),
    };
    await write((db, now) => rewordQuestion(db, rewording, now));
    redirect(303, `${base}/staff/questions`);
  }),
};
