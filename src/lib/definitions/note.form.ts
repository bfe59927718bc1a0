import * as v from 'valibot';
import { choice, id, ids, line, optionalLine, optionalText, sentId, text, typed } from '#lib/platform/form.ts';
import { cleanLine } from '#lib/platform/text.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { personalIn } from './personal.ts';
import { isTooLong, linesOf, MOST, MOST_IMPORTED, MOST_LINES } from './note.ts';

const writingLanguage = choice(WRITING_LANGUAGES);

/** One idea, in one's own words. */
export const noteForm = v.object({ question: id, language: writingLanguage, text: text(MOST), sentId });

/** The same from a page: words that seem to say who somebody is are sent once their author is sure. */
export const writeForm = v.pipe(
  v.object({ ...noteForm.entries, sure: v.optional(choice(['yes'])) }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.sure) return;
    const { value } = dataset;
    const found = personalIn(value.text);
    if (found)
      addIssue({
        message: `definitions.personal.${found}`,
        path: [{ type: 'object', origin: 'value', input: value, key: 'text', value: value.text }],
      });
  }),
);

const TYPED_FROM = ['facilitator', 'paper'] as const;

/** One line, typed by whoever facilitates. */
export const lineForm = v.object({
  question: id,
  language: writingLanguage,
  source: choice(TYPED_FROM),
  text: text(MOST),
  sentId,
});

/** The code of a paper sheet, where what is typed comes from one. */
const sheet = optionalLine(40);

/** A line on the page: with a sheet's code it belongs to that sheet's question, and the code alone chooses it. */
export const typingForm = v.pipe(
  v.object({ ...lineForm.entries, text: optionalText(MOST), sheet }),
  v.forward(
    v.check(({ text, sheet }) => text !== '' || sheet !== '', 'form.required'),
    ['text'],
  ),
);

/** Many lines, pasted: each one idea. */
export const linesForm = v.object({
  sheet,
  question: id,
  language: writingLanguage,
  source: choice(TYPED_FROM),
  lines: v.pipe(
    typed,
    v.transform((pasted) => linesOf(pasted).map(cleanLine).filter(Boolean)),
    v.minLength(1, 'form.required'),
    v.maxLength(MOST_LINES, `definitions.typing.tooMany|most=${MOST_LINES}`),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const long = dataset.value.findIndex((one) => isTooLong(one));
      if (long >= 0) addIssue({ message: `definitions.typing.tooLong|line=${long + 1}&most=${MOST}` });
    }),
  ),
  sentId,
});

/** A button that is about one note. */
export const noteIdForm = v.object({ note: id });

/** Why a note is held back: its author reads it. */
export const hidingForm = v.object({ reason: line(200) });

/** The same, from the room's screen. */
export const hidingOnScreenForm = v.object({ note: id, reason: line(200) });

/** What is wrong with public words, as far as whoever reports them wants to say it. */
export const reportForm = v.object({ reason: optionalLine(200) });

/** Reported words stay, or are held back for a reason. */
export const settleForm = v.pipe(
  v.object({ note: id, keep: v.optional(choice(['yes'])), reason: optionalLine(200) }),
  v.forward(
    v.check(({ keep, reason }) => keep === 'yes' || reason !== '', 'form.required'),
    ['reason'],
  ),
);

const optionalCount = v.pipe(
  typed,
  v.trim(),
  v.transform((typed) => (typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : NaN)),
  v.check(
    (count) => count === null || (Number.isInteger(count) && count >= 0 && count <= 10_000),
    'form.whole|least=0&most=10000',
  ),
);

const excerpt = optionalText(MOST_IMPORTED);

/** What the group made of a note, with how many agreed. */
export const verdictForm = v.object({
  outcome: choice(['whole', 'excerpts', 'minority']),
  excerpt1: excerpt,
  excerpt2: excerpt,
  excerpt3: excerpt,
  excerpt4: excerpt,
  agreed: optionalCount,
  disagreed: optionalCount,
});

export const togetherForm = v.object({
  notes: ids,
  agreed: optionalCount,
});
