import { redirect, type RequestEvent } from '@sveltejs/kit';
import { lineForm } from '#lib/definitions/note.form.ts';
import { typeNotes } from '#lib/definitions/typing.server.ts';
import { answer } from '../../../answer.server.ts';
import { lead } from '../here.server.ts';

/** A line typed by whoever facilitates, sent in the background. */
export async function POST(event) {
  leadToSignIn(event);
  const { territory, gathering, accountId } = await lead(event);
  return answer(event, lineForm, ({ question, text, ...facts }) =>
    event.locals.house.write((db, now) =>
      typeNotes(
        db,
        {
          ...facts,
          territoryId: territory.id,
          gatheringId: gathering.id,
          questionId: question,
          lines: [text],
          accountId,
        },
        now,
      ),
    ),
  );
}

/** The line waits on the device until its writer has signed in again. */
function leadToSignIn({ locals, url }: RequestEvent): void {
  if (locals.person.account) return;
  const next = encodeURIComponent(url.pathname.replace(/typed$/, 'typing'));
  redirect(303, `/${locals.language}/sign-in?next=${next}`);
}
