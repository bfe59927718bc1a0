import { redirect } from '@sveltejs/kit';
import { noteForm } from '#lib/definitions/note.form.ts';
import { MOST } from '#lib/definitions/note.ts';
import { proposeNote } from '#lib/definitions/note.server.ts';
import { listOwnNotes } from '#lib/definitions/own-words.server.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { pickMessages, translator } from '#lib/messages/translate.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { act } from '#routes/act.server.ts';
import { attend } from '../here.server.ts';

export async function load(event) {
  const here = await attend(event);
  const { gathering, group, territory, questions, participant } = here;
  const { language, house } = event.locals;
  const t = translator(language);
  const wanted = event.url.searchParams;
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    here: here.here,
    device: participant.id,
    myWords: `/${language}/${territory.slug}/words`,
    group: group.name,
    territoryLanguage: territory.language,
    writing: WRITING_LANGUAGES.find((one) => one === wanted.get('in')) ?? language,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    room: { phase: gathering.phase, questionId: gathering.question_id },
    chosen: questions.find((one) => one.id === wanted.get('question'))?.id ?? questions[0]?.id ?? '',
    questions: questions.map(({ id, texts }) => ({ id, texts })),
    own: (await listOwnNotes(house.db, participant, { gatheringId: gathering.id })).map(ownNote),
    sentId: randomId(),
    limit: MOST,
    words: {
      ...pickMessages(t, ...WORDS),
      limit: t('form.count', { most: MOST }),
      problem: t('definitions.write.problem', { most: MOST }),
    },
  };
}

type Own = Awaited<ReturnType<typeof listOwnNotes>>[number];

/** Withdrawn and erased words are not shown on a phone that others may look at. */
function ownNote({ id, text, language, questionId, withdrawn, erased }: Own) {
  return { id, language, questionId, text: withdrawn || erased ? '' : text };
}

const WORDS = [
  'app.refresh',
  'definitions.write.field',
  'definitions.write.hint',
  'definitions.write.language',
  'definitions.write.send',
  'definitions.write.question',
  'definitions.write.own',
  'definitions.write.none',
  'definitions.write.onlyYou',
  'definitions.write.kept',
  'definitions.write.waiting',
  'definitions.write.away',
  'definitions.write.awayMore',
  'definitions.write.refused',
  'definitions.write.refusedMore',
  'definitions.write.copy',
  'definitions.write.copied',
  'definitions.write.retry',
  'definitions.write.remove',
  'definitions.write.gone',
  'definitions.write.taken',
  'definitions.write.opening',
  'definitions.write.openingMore',
  'definitions.write.sharing',
  'definitions.write.toWall',
  'definitions.write.over',
  'definitions.write.overMore',
  'definitions.write.myWords',
  'definitions.write.left.one',
  'definitions.write.left.other',
  'definitions.write.excess.one',
  'definitions.write.excess.other',
] as const;

export const actions = {
  note: act(noteForm, async ({ event, facts: { question, ...facts }, write }) => {
    const { gathering, participant, here } = await attend(event);
    await write((db, now) =>
      proposeNote(db, { ...facts, questionId: question, gatheringId: gathering.id, participant }, now),
    );
    redirect(303, `${here}/write?in=${facts.language}&question=${question}#own`);
  }),
};
