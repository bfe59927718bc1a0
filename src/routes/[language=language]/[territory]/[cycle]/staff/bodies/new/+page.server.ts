import { redirect } from '@sveltejs/kit';
import { randomId } from '#lib/platform/random-id.ts';
import { newBodyForm } from '#lib/territory/body.form.ts';
import { createBody } from '#lib/territory/body.server.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  await coordinate(event);
  return { sentId: randomId() };
}

export const actions = {
  default: act(newBodyForm, async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const { sentId: id, ...body } = facts;
    const actor = actorOf(event);
    const bodyId = await write((db, now) => createBody(db, { ...body, id, territoryId: territory.id, actor }, now));
    redirect(303, `${base}/staff/bodies/${bodyId}`);
  }),
};
