import { redirect } from '@sveltejs/kit';
import { lineForm, linesForm, noteIdForm } from '#lib/definitions/note.form.ts';
import { MOST, MOST_LINES } from '#lib/definitions/note.ts';
import { listTyped, strikeTyped, typeNotes, type Typed } from '#lib/definitions/typing.server.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { act } from '#routes/act.server.ts';
import { asked, lead } from '../here.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory, accountId } = here;
  const { language, house } = event.locals;
  const wanted = event.url.searchParams;
  const questions = asked(here, language);
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    here: here.here,
    accountId,
    group: group.name,
    questions,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    kept: {
      question: wanted.get('question') ?? gathering.question_id ?? questions[0]?.id ?? '',
      language: wanted.get('in') ?? territory.language,
      source: wanted.get('source') === 'paper' ? 'paper' : 'facilitator',
    },
    added: Number(wanted.get('added')) || 0,
    typed: await listTyped(house.db, { territoryId: territory.id, gatheringId: gathering.id, accountId }),
    sentId: randomId(),
    limit: MOST,
    mostLines: MOST_LINES,
  };
}

type TypedForm = Pick<Typed, 'language' | 'source' | 'lines' | 'sentId'> & { question: string };

async function type(event: Parameters<typeof lead>[0], { question, ...facts }: TypedForm): Promise<never> {
  const { territory, gathering, accountId, here } = await lead(event);
  const { added } = await event.locals.house.write((db, now) =>
    typeNotes(
      db,
      { ...facts, territoryId: territory.id, gatheringId: gathering.id, questionId: question, accountId },
      now,
    ),
  );
  const kept = new URLSearchParams({ question, in: facts.language, source: facts.source, added: String(added) });
  redirect(303, `${here}/typing?${kept}`);
}

export const actions = {
  line: act(lineForm, ({ event, facts: { text, ...facts } }) => type(event, { ...facts, lines: [text] })),
  lines: act(linesForm, ({ event, facts }) => type(event, facts)),
  strike: act(noteIdForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    await write((db, now) =>
      strikeTyped(db, { territoryId: territory.id, gatheringId: gathering.id, noteId: facts.note, accountId }, now),
    );
  }),
};
