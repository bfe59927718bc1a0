import { redirect } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { voteForm } from '#lib/plan/vote.form.ts';
import { prepareVote } from '#lib/plan/vote-preparation.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { describeChoice, readVote } from '../preparing.server.ts';

export async function load(event) {
  const place = await getPlace(event);
  admit(event, mayPrepare(event.locals.person, place.territory.id));
  return { today: place.today, sentId: randomId(), ...(await describeChoice(event, place)) };
}

export const actions = {
  default: act(voteForm, async ({ event, facts, write }) => {
    const place = await getPlace(event);
    const { territory, cycle, base } = place;
    admit(event, mayPrepare(event.locals.person, territory.id));
    const here = { territoryId: territory.id, cycleId: cycle.id, actor: actorOf(event) };
    const vote = await readVote(event, place, facts);
    const id = await write((db, now) => prepareVote(db, { ...vote, ...here, id: facts.sentId }, now));
    redirect(303, `${base}/plan/votes/${id}`);
  }),
};
