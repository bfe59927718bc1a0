import { redirect } from '@sveltejs/kit';
import { focusOn, unfocus } from '#lib/definitions/focus.server.ts';
import { hideNote } from '#lib/definitions/moderation.server.ts';
import { hidingOnScreenForm, noteIdForm } from '#lib/definitions/note.form.ts';
import { findSharedNote, getRoomState, listWall } from '#lib/definitions/wall.server.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import { act, button } from '#routes/act.server.ts';
import { asked, lead, timeOf } from '../here.server.ts';
import { joinAddress, joinQr } from '../joining.server.ts';

/** The room's projector: opened by whoever facilitates, shows what the room may read. */
export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory } = here;
  const { db, settings } = event.locals.house;
  const questions = asked(here, territory.language);
  const room = await getRoomState(db, gathering);
  return {
    here: here.here,
    group: group.name,
    questions,
    question: questions.find((one) => one.id === gathering.question_id),
    room,
    time: timeOf(event, here, room.endsAt),
    wall: await listWall(db, gathering),
    join: {
      code: showCode(gathering.code),
      address: joinAddress(settings.origin),
      qr: joinQr(settings.origin, gathering.code),
    },
  };
}

export const actions = {
  focus: act(noteIdForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId, here } = await lead(event);
    const where = { territoryId: territory.id, gatheringId: gathering.id };
    await write((db, now) => focusOn(db, { ...where, noteId: facts.note, accountId }, now));
    redirect(303, `${here}/screen`);
  }),
  unfocus: act(button, async ({ event, write }) => {
    const { territory, gathering, here } = await lead(event);
    await write((db) => unfocus(db, { territoryId: territory.id, gatheringId: gathering.id }));
    redirect(303, `${here}/screen`);
  }),
  hide: act(hidingOnScreenForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId, here } = await lead(event);
    await write(async (db, now) => {
      const note = there(await findSharedNote(db, gathering, facts.note), 'note');
      await hideNote(db, { territoryId: territory.id, noteId: note.id, accountId, reason: facts.reason }, now);
    });
    redirect(303, `${here}/screen`);
  }),
};
