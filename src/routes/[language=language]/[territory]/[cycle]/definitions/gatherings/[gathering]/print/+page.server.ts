import { isShared } from '#lib/territory/phase.ts';
import { listWall } from '#lib/definitions/wall.server.ts';
import { asked, lead } from '../here.server.ts';

/** The whole wall on paper, every question that was opened for sharing. */
export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory } = here;
  const wall = await listWall(event.locals.house.db, { ...gathering, question_id: null });
  return {
    here: here.here,
    group: group.name,
    place: gathering.place,
    day: gathering.day,
    shares: isShared(gathering.phase),
    parts: asked(here, territory.language)
      .map((question) => ({ question, notes: wall.filter((note) => note.questionId === question.id) }))
      .filter((part) => part.notes.length > 0),
  };
}
