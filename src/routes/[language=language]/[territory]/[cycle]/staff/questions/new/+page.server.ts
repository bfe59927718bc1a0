import { redirect } from '@sveltejs/kit';
import { randomId } from '#lib/platform/random-id.ts';
import { isWorded, questionForm, textsOf } from '#lib/territory/question.form.ts';
import { addQuestion } from '#lib/territory/question.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory } = await coordinate(event);
  return { first: territory.language, sentId: randomId() };
}

export const actions = {
  default: act(questionForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await coordinate(event);
    if (!isWorded(facts, territory.language)) throw new Refusal('question.unworded');
    const { polarity, sentId: id } = facts;
    const place = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    await write((db, now) => addQuestion(db, { ...place, id, polarity, texts: textsOf(facts) }, now));
    redirect(303, `${base}/staff/questions`);
  }),
};
