import { redirect } from '@sveltejs/kit';
import { askToTalk } from '#lib/definitions/agenda.server.ts';
import { noteIdForm } from '#lib/definitions/note.form.ts';
import { listWall } from '#lib/definitions/wall.server.ts';
import { formFor, tongueOf } from '#lib/messages/language.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { findTimer } from '#lib/territory/timer.server.ts';
import { act } from '#routes/act.server.ts';
import { asked, attend, timeOf } from '../here.server.ts';

/** The group's words on a phone, for those who are in the room. */
export async function load(event) {
  const here = await attend(event);
  const { gathering, group } = here;
  const reading = readingIn(event.url) ?? tongueOf(event.locals.language);
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    here: here.here,
    reading,
    group: group.name,
    questions: asked(here, reading, formFor(event.locals.language)),
    phase: gathering.phase,
    time: timeOf(event, here, await findTimer(event.locals.house.db, gathering)),
    questionId: gathering.question_id,
    wall: await listWall(event.locals.house.db, gathering),
    asked: event.url.searchParams.has('asked'),
  };
}

/** The language in which this person writes, and so reads the questions. */
function readingIn(url: URL): string | undefined {
  return WRITING_LANGUAGES.find((one) => one === url.searchParams.get('in'));
}

export const actions = {
  asking: act(noteIdForm, async ({ event, facts, write }) => {
    const { gathering, participant, here } = await attend(event);
    await write((db) => askToTalk(db, { gatheringId: gathering.id, noteId: facts.note, participant }));
    redirect(303, `${here}/wall?asked&in=${readingIn(event.url) ?? tongueOf(event.locals.language)}`);
  }),
};
