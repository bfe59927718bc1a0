import { redirect, type RequestEvent } from '@sveltejs/kit';
import { MOST } from '#lib/definitions/note.ts';
import { noteIdForm } from '#lib/definitions/note.form.ts';
import { doorNoteForm, readBackForm } from '#lib/definitions/relay.form.ts';
import { endVisit, getVisit, listVisitNotes, noteAtDoor, strikeAtDoor } from '#lib/definitions/visit.server.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { mayRelay } from '#lib/people/permission.ts';
import { randomId, showCode } from '#lib/platform/random-id.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { act, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base, visit } = await visitHere(event);
  const { db } = event.locals.house;
  const group = await getGroup(db, territory.id, visit.group_id);
  const questions = await listQuestions(db, territory.id, cycle.id);
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    base,
    group: group.name,
    ended: visit.read_back_at !== null,
    withCode: visit.participant_id !== null,
    visitLanguage: visit.language,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    chosen: event.url.searchParams.get('question') ?? questions[0]?.id ?? '',
    questions: questions.map((question) => ({
      id: question.id,
      ...wordsOf(question, visit.language, territory.language, 'easy'),
    })),
    notes: await listVisitNotes(db, territory.id, visit.id),
    limit: MOST,
    sentId: randomId(),
  };
}

async function visitHere(event: RequestEvent<Record<string, string>>) {
  const place = await getPlace(event);
  const account = admit(event, mayRelay(event.locals.person, place.territory.id));
  const which = { territoryId: place.territory.id, visitId: event.params.visit ?? '', accountId: account.id };
  const visit = await orNotFound(getVisit(event.locals.house.db, which));
  allow(visit.cycle_id === place.cycle.id);
  return { ...place, which, visit, here: `${place.base}/definitions/relay/${which.visitId}` };
}

export const actions = {
  note: act(doorNoteForm, async ({ event, facts: { question, ...facts }, write }) => {
    const { which, here } = await visitHere(event);
    await write((db, now) => noteAtDoor(db, { ...facts, ...which, questionId: question }, now));
    redirect(303, `${here}?question=${question}`);
  }),
  strike: act(noteIdForm, async ({ event, facts, write }) => {
    const { which, here } = await visitHere(event);
    await write((db, now) => strikeAtDoor(db, { ...which, noteId: facts.note }, now));
    redirect(303, here);
  }),
  end: act(readBackForm, async ({ event, facts, write }) => {
    const { which, today, territory } = await visitHere(event);
    const { code } = await write((db, now) =>
      endVisit(db, { ...which, withCode: facts.withCode, sentId: facts.sentId, day: today }, now),
    );
    const { origin } = event.locals.house.settings;
    return {
      privateCode: code === undefined ? undefined : showCode(code, 4),
      words: `${origin.replace(/^https?:\/\//, '')}/${event.locals.language}/${territory.slug}/words`,
    };
  }),
};
