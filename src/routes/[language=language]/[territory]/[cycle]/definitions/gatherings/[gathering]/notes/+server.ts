import { error } from '@sveltejs/kit';
import { noteForm } from '#lib/definitions/note.form.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { findParticipant, getTerritoryHere } from '#routes/place.server.ts';
import { answer } from '../../../answer.server.ts';

/** A note from a participant's phone, sent in the background. Everything else it may be is the command's to say. */
export async function POST(event) {
  const territory = await getTerritoryHere(event);
  const participant = await findParticipant(event, territory);
  if (!participant) error(404, 'not there');
  const { gathering: gatheringId, cycle: cycleSlug } = event.params;
  return answer(event, noteForm, ({ question, ...facts }) =>
    event.locals.house.write((db, now) =>
      proposeNote(
        db,
        {
          ...facts,
          questionId: question,
          gatheringId,
          cycleSlug,
          participant,
          atKiosk: event.locals.kiosk !== undefined,
        },
        now,
      ),
    ),
  );
}
