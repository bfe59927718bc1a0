import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  chooseSheet,
  columnsOf,
  getBatch,
  mapColumns,
  mappingOf,
  recordsOfBatch,
  sheetsOfBatch,
  type Batch,
} from '#lib/definitions/import/batch.server.ts';
import type { Judged } from '#lib/definitions/import/judgement.ts';
import { confirmForm, mappingForm, mappingFrom, sheetForm } from '#lib/definitions/import/mapping.form.ts';
import { guessColumns, type Mapping } from '#lib/definitions/import/mapping.ts';
import type { FileRecord } from '#lib/definitions/import/records.ts';
import { findRemembered } from '#lib/definitions/import/memory.server.ts';
import { importWhole, listLines, previewImport, runImport, tallyOf } from '#lib/definitions/import/run.server.ts';
import { isUndoable, UNDO_DAYS } from '#lib/definitions/import/undoing.server.ts';
import type { LineOutcome } from '#lib/definitions/import/tables.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { mayPlanGathering } from '#lib/people/permission.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listQuestions } from '#lib/territory/question.server.ts';
import { wordsOf } from '#lib/territory/question.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { act, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

/** Rows shown as an example, and rows that can't be taken listed before "and so many more". */
const EXAMPLES = 12;
const LISTED = 300;

export async function load(event) {
  const { territory, cycle, base, batch } = await batchHere(event);
  const { db } = event.locals.house;
  const groups = await listGroups(db, territory.id, cycle.id);
  const questions = await listQuestions(db, territory.id, cycle.id);
  return {
    base,
    id: batch.id,
    file: { name: batch.file_name, encoding: batch.encoding, delimiter: batch.delimiter, lines: batch.line_count },
    state: stateOf(batch),
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    questions: questions.map((question, place) => ({
      value: question.id,
      label: `${place + 1}. ${wordsOf(question, event.locals.language, territory.language).text}`,
    })),
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    columns: columnsOf(batch),
    ...(batch.content === ''
      ? { rows: [], mapping: undefined, sheets: [], isRemembered: false }
      : await mappingPart(db, batch, territory.language, { groups, questions })),
    preview: batch.mapping !== null && batch.content !== '' ? await previewPart(db, batch) : undefined,
    report: batch.finished_at === null ? undefined : reportOf(await listLines(db, batch)),
    undoing: {
      isUndone: batch.undone_at !== null,
      isOpen: isUndoable(batch, event.locals.house.clock()),
      days: UNDO_DAYS,
    },
  };
}

function stateOf(batch: Batch): 'mapping' | 'running' | 'finished' | 'forgotten' {
  if (batch.finished_at !== null) return 'finished';
  if (batch.content === '') return 'forgotten';
  return batch.confirmed_at === null ? 'mapping' : 'running';
}

type Ids = readonly { readonly id: string }[];

/** The first rows, and what the columns are taken for until somebody says otherwise: as last time, or by their names. */
async function mappingPart(db: Db, batch: Batch, language: string, here: { groups: Ids; questions: Ids }) {
  const rows = recordsOfBatch(batch).slice(0, 6);
  const chosen = mappingOf(batch);
  const remembered = chosen ? undefined : await findRemembered(db, batch);
  const mapping = chosen ?? (remembered ? inThisCycle(remembered, here) : guessMapping(batch, rows, language));
  const sheets = sheetsOfBatch(batch).map(({ name }, place) => ({ value: String(place), label: name }));
  return {
    rows: rows.map(({ line, cells }) => ({ line, cells })),
    mapping,
    isRemembered: remembered !== undefined,
    sheets,
    sheet: batch.sheet,
  };
}

function guessMapping(batch: Batch, rows: readonly FileRecord[], language: string): Mapping {
  const cells = rows.slice(1).map((row) => row.cells);
  const guess = guessColumns(columnsOf(batch), cells);
  const rejected = guess.moderationColumn === null ? [] : ['-1'];
  return { header: true, ...guess, groupId: '', questionId: '', language, rejected };
}

function inThisCycle(mapping: Mapping, { groups, questions }: { groups: Ids; questions: Ids }): Mapping {
  const known = (all: Ids, id: string) => (all.some((one) => one.id === id) ? id : '');
  return {
    ...mapping,
    groupId: known(groups, mapping.groupId),
    questionId: known(questions, mapping.questionId),
  };
}

async function previewPart(db: Db, batch: Batch) {
  const judged = await previewImport(db, batch);
  const ready = judged.flatMap((row) => (row.outcome === 'imported' ? [{ line: row.line, ...row.note }] : []));
  const strange = judged.flatMap((row) =>
    row.outcome === 'imported' && row.strangeLanguage !== undefined
      ? [{ line: row.line, said: row.strangeLanguage }]
      : [],
  );
  return {
    ...reportOf(judged),
    strange: { rows: strange.slice(0, LISTED), more: Math.max(0, strange.length - LISTED) },
    language: mappingOf(batch)?.language ?? '',
    unknown: (['unknown-group', 'unknown-question'] as const).map((outcome) => ({
      outcome,
      values: unknownIn(judged, outcome),
    })),
    examples: ready.slice(0, EXAMPLES).map(({ key: _, ...row }) => row),
  };
}

/** What isn't known here, each once, with the lines on which it stands. */
function unknownIn(judged: readonly Judged[], outcome: LineOutcome) {
  const rows = judged.flatMap((row) =>
    row.outcome !== 'imported' && row.outcome === outcome ? [{ line: row.line, said: row.said ?? '' }] : [],
  );
  return [...Map.groupBy(rows, (row) => row.said)]
    .slice(0, LISTED)
    .map(([said, found]) => ({ said, lines: found.map((row) => row.line) }));
}

function reportOf(rows: readonly { readonly line: number; readonly outcome: LineOutcome }[]) {
  const left = rows.filter((row) => row.outcome !== 'imported').map(({ line, outcome }) => ({ line, outcome }));
  return {
    tally: tallyOf(rows),
    total: rows.length,
    left: left.slice(0, LISTED),
    more: Math.max(0, left.length - LISTED),
  };
}

async function batchHere(event: RequestEvent<Record<string, string>>) {
  const place = await getPlace(event);
  const account = admit(event, mayPlanGathering(event.locals.person, place.territory.id));
  const which = { territoryId: place.territory.id, batchId: event.params.batch ?? '', accountId: account.id };
  const batch = await orNotFound(getBatch(event.locals.house.db, which));
  allow(batch.cycle_id === place.cycle.id);
  return { ...place, which, batch, here: `${place.base}/definitions/imports/${which.batchId}` };
}

export const actions = {
  mapping: act(mappingForm, async ({ event, facts, write }) => {
    const { which, here } = await batchHere(event);
    await write((db, now) => mapColumns(db, { ...which, mapping: mappingFrom(facts) }, now));
    redirect(303, `${here}#preview`);
  }),
  sheet: act(sheetForm, async ({ event, facts, write }) => {
    const { which, here } = await batchHere(event);
    await write((db) => chooseSheet(db, { ...which, sheet: facts.sheet }));
    redirect(303, here);
  }),
  confirm: act(confirmForm, async ({ event, facts, write }) => {
    const { which, here } = await batchHere(event);
    if (facts.whole) await write((db, now) => importWhole(db, which, now));
    else await runImport(write, which);
    redirect(303, here);
  }),
};
