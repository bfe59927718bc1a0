import { redirect, type RequestEvent } from '@sveltejs/kit';
import { linesForm, noteIdForm, typingForm } from '#lib/definitions/note.form.ts';
import { MOST, MOST_LINES } from '#lib/definitions/note.ts';
import { listTyped, strikeTyped, typeNotes, type Typed } from '#lib/definitions/typing.server.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { act } from '#routes/act.server.ts';
import { lead } from '../here.server.ts';
import { findSheet, listSheets, tell } from './sheet.server.ts';

export async function load(event) {
  const here = await lead(event);
  const { gathering, group, territory, accountId } = here;
  const { db } = event.locals.house;
  const wanted = event.url.searchParams;
  const code = wanted.get('sheet') ?? '';
  const sheet = await findSheet(event, here, code);
  if (sheet && sheet.here !== here.here) redirect(303, `${sheet.here}/typing?${wanted}`);
  const { questions, sheets } = await listSheets(event, here, sheet);
  event.setHeaders({ 'cache-control': 'no-store', 'x-keep-copy': 'yes' });
  return {
    here: here.here,
    accountId,
    group: group.name,
    questions,
    sheets,
    sheet: sheet && tell(sheet, questions),
    wrongSheet: sheet ? '' : code,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    kept: {
      language: wanted.get('in') ?? territory.language,
      ...(sheet
        ? { question: sheet.questionId, source: 'paper' }
        : keptOf(wanted, gathering.question_id ?? questions[0]?.id)),
    },
    added: Number(wanted.get('added')) || 0,
    typed: await listTyped(db, { territoryId: territory.id, gatheringId: gathering.id, accountId }),
    sentId: randomId(),
    limit: MOST,
    mostLines: MOST_LINES,
  };
}

/** Question and source stay as they were chosen for the last line. */
function keptOf(wanted: URLSearchParams, first = '') {
  const source = wanted.get('source') === 'paper' ? 'paper' : 'facilitator';
  return { question: wanted.get('question') ?? first, source };
}

type TypedForm = Pick<Typed, 'language' | 'source' | 'lines' | 'sentId'> & { question: string; sheet: string };

async function type(event: RequestEvent, { question, sheet: code, ...facts }: TypedForm): Promise<never> {
  const here = await lead(event);
  const sheet = await findSheet(event, here, code);
  if (code !== '' && !sheet) throw new Refusal('definitions.sheet.unknown');
  const source = sheet ? 'paper' : facts.source;
  const place = { gatheringId: sheet?.gatheringId ?? here.gathering.id, questionId: sheet?.questionId ?? question };
  const added = await keep(event, {
    ...facts,
    ...place,
    source,
    territoryId: here.territory.id,
    accountId: here.accountId,
  });
  const at = sheet ? { sheet: sheet.code } : { question, source };
  const kept = new URLSearchParams({ ...at, in: facts.language, added: String(added) });
  redirect(303, `${sheet?.here ?? here.here}/typing?${kept}`);
}

/** @returns how many are new */
async function keep(event: RequestEvent, facts: Typed): Promise<number> {
  if (facts.lines.length === 0) return 0;
  return (await event.locals.house.write((db, now) => typeNotes(db, facts, now))).added;
}

export const actions = {
  line: act(typingForm, ({ event, facts: { text, ...facts } }) =>
    type(event, { ...facts, lines: text === '' ? [] : [text] }),
  ),
  lines: act(linesForm, ({ event, facts }) => type(event, facts)),
  strike: act(noteIdForm, async ({ event, facts, write }) => {
    const { territory, gathering, accountId } = await lead(event);
    await write((db, now) =>
      strikeTyped(db, { territoryId: territory.id, gatheringId: gathering.id, noteId: facts.note, accountId }, now),
    );
  }),
};
