import { redirect } from '@sveltejs/kit';
import { closeForm } from '#lib/definitions/gathering.form.ts';
import { countUnsettled } from '#lib/definitions/unsettled.server.ts';
import { monthsOf } from '#lib/platform/time.ts';
import { leadGathering } from '#lib/territory/gathering.server.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { lead } from '../here.server.ts';

/** Before a gathering ends that leaves something open: what that is, and what becomes of it. */
export async function load(event) {
  const { gathering, group, territory, here } = await lead(event);
  if (gathering.phase === 'closed') redirect(303, here);
  return {
    here,
    group: group.name,
    phase: gathering.phase,
    unsettled: await countUnsettled(event.locals.house.db, gathering),
    months: monthsOf(territory.unapproved_days),
  };
}

export const actions = {
  default: act(closeForm, async ({ event, facts, write }) => {
    const { gathering, territory, here } = await lead(event);
    const leading = { territoryId: territory.id, gatheringId: gathering.id, questionId: gathering.question_id };
    await write((db, now) =>
      leadGathering(db, { ...leading, phase: 'closed', from: facts.from, actor: actorOf(event) }, now),
    );
    redirect(303, here);
  }),
};
