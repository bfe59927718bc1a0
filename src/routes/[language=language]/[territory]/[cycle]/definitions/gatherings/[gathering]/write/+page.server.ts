import { redirect } from '@sveltejs/kit';
import { writeForm } from '#lib/definitions/note.form.ts';
import { MOST } from '#lib/definitions/note.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { listOwnNotes } from '#lib/definitions/own-words.server.ts';
import { formFor, LANGUAGE_NAMES, tongueOf } from '#lib/messages/language.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { findTimer } from '#lib/territory/timer.server.ts';
import { act } from '#routes/act.server.ts';
import { asked, attend, timeOf } from '../here.server.ts';

export async function load(event) {
  const here = await attend(event);
  const { gathering, group, territory, participant } = here;
  const { language, house } = event.locals;
  const wanted = event.url.searchParams;
  const writing = WRITING_LANGUAGES.find((one) => one === wanted.get('in')) ?? tongueOf(language);
  const questions = asked(here, writing, formFor(language));
  // The id in the form is for this rendering alone.
  event.setHeaders({ 'cache-control': 'no-store', 'x-keep-copy': 'yes' });
  return {
    here: here.here,
    device: participant.id,
    myWords: `/${language}/${territory.slug}/words`,
    group: group.name,
    writing,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    phase: gathering.phase,
    time: timeOf(event, here, await findTimer(house.db, gathering)),
    fixed: gathering.question_id,
    question: questions.find((one) => one.id === (gathering.question_id ?? wanted.get('question'))) ?? questions[0],
    questions,
    own: (await listOwnNotes(house.db, participant, { gatheringId: gathering.id })).map(ownNote),
    sentId: randomId(),
    limit: MOST,
  };
}

type Own = Awaited<ReturnType<typeof listOwnNotes>>[number];

/** Withdrawn and erased words are not shown on a phone that others may look at. */
function ownNote({ id, text, language, questionId, withdrawn, erased }: Own) {
  return { id, language, questionId, text: withdrawn || erased ? '' : text };
}

export const actions = {
  note: act(writeForm, async ({ event, facts: { question, ...facts }, write }) => {
    const { gathering, participant, here } = await attend(event);
    await write((db, now) =>
      proposeNote(
        db,
        {
          ...facts,
          questionId: question,
          gatheringId: gathering.id,
          participant,
          atKiosk: event.locals.kiosk !== undefined,
        },
        now,
      ),
    );
    redirect(303, `${here}/write?in=${facts.language}&question=${question}#own`);
  }),
};
