import { error } from '@sveltejs/kit';
import { findSynthesis } from '#lib/definitions/synthesis.server.ts';
import { tellSynthesis } from '../../../../told.server.ts';
import { leadGroup } from '../../here.server.ts';

/** For the second meeting, on the projector. */
export async function load(event) {
  const here = await leadGroup(event);
  const { territory, group } = here;
  const { db } = event.locals.house;
  const synthesis = await findSynthesis(db, territory.id, group.id);
  if (!synthesis) error(404, 'not there');
  return {
    group: group.name,
    rainbow: group.kind === 'rainbow',
    synthesis,
    questions: await tellSynthesis(db, here, synthesis),
  };
}
