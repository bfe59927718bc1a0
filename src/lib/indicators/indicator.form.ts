import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { choice, id, line, optionalLine, sentId, text, whole } from '#lib/platform/form.ts';
import { INDICATOR_NAME_MOST, INDICATOR_QUESTION_MOST } from './path.form.ts';
import { DIRECTIONS, WORD_FORMS } from './tables.ts';

/** Characters of a situation: one fact. */
export const LEVEL_MOST = 160;

const level = optionalLine(LEVEL_MOST);

const fields = v.object({
  language: choice(WORDING_LANGUAGES),
  form: choice(WORD_FORMS),
  name: optionalLine(INDICATOR_NAME_MOST),
  question: optionalLine(INDICATOR_QUESTION_MOST),
  level1: level,
  level2: level,
  level3: level,
  level4: level,
  level5: level,
  direction: choice(DIRECTIONS),
  seen: whole(0, 1_000_000),
});

/** An indicator's words in one language and form; all empty takes them out. */
export const indicatorWordsForm = v.pipe(
  fields,
  v.forward(
    v.check((form) => form.name !== '' || levelsOf(form).every((words) => words === ''), 'form.required'),
    ['name'],
  ),
  v.transform((form) => ({ ...form, levels: levelsOf(form) })),
);

function levelsOf(form: v.InferOutput<typeof fields>): string[] {
  return [form.level1, form.level2, form.level3, form.level4, form.level5];
}

/** Characters of a remark. */
export const COMMENT_MOST = 1000;

export const commentForm = v.object({ text: text(COMMENT_MOST), sentId });

export const hidingForm = v.object({ comment: id, reason: line(200) });

export const showingForm = v.object({ comment: id });
