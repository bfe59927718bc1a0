import * as v from 'valibot';
import { choice, id, optionalLine, ticked, typed, whole } from '#lib/platform/form.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import type { Mapping } from './mapping.ts';
import { MOST_COLUMNS } from './records.ts';

const column = v.pipe(
  typed,
  v.regex(/^\d{0,3}$/, 'form.stale'),
  v.transform((typed) => (typed === '' ? null : Number(typed))),
  v.nullable(v.pipe(v.number(), v.maxValue(MOST_COLUMNS, 'form.stale'))),
);

const givenColumn = v.pipe(
  column,
  v.transform((chosen) => chosen ?? -1),
  v.minValue(0, 'form.choose'),
);

/** Which sheet of a spreadsheet. */
export const sheetForm = v.object({ sheet: whole(0, 10_000) });

/** Whether rows that can't be taken stop the import. */
export const confirmForm = v.object({ whole: ticked });

/** Which column of the file is what. */
export const mappingForm = v.object({
  header: ticked,
  fallback: ticked,
  text: givenColumn,
  group: id,
  groupColumn: column,
  question: id,
  questionColumn: column,
  language: choice(WRITING_LANGUAGES),
  languageColumn: column,
  idColumn: column,
  moderationColumn: column,
  codeColumn: column,
  rejected: optionalLine(200),
});

export function mappingFrom({ group, question, rejected, ...facts }: v.InferOutput<typeof mappingForm>): Mapping {
  return {
    ...facts,
    groupId: group,
    questionId: question,
    rejected: rejected
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  };
}
