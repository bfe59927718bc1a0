import * as v from 'valibot';
import { expect, test } from 'vitest';
import { groupingForm, WORDING_MOST } from '#lib/indicators/grouping.form.ts';
import { COMMENT_MOST, commentForm, indicatorWordsForm, LEVEL_MOST } from '#lib/indicators/indicator.form.ts';
import { PROPOSITION_MOST, propositionsForm } from '#lib/indicators/path.form.ts';
import { withKnownCode } from '#routes/[language=language]/[territory]/[cycle]/indicators/sorting/known-code.ts';
import { translator } from '#lib/messages/translate.ts';
import { sortingForm, UNSORTED } from '#lib/indicators/sorting.form.ts';

const SENT = 'sent-once-0123456789';
const SORTING = { 'criterion-one': 'a-classification', 'criterion-two': UNSORTED, polarity: 'asked', sentId: SENT };
const WORDS = {
  language: 'fr',
  form: 'plain',
  name: 'Un nom',
  question: '?',
  direction: 'higher-is-better',
  seen: '0',
};

test('what is ticked goes where the typed code says, with its sense', () => {
  expect(v.parse(sortingForm, { ...SORTING, code: ' a5q ', place: 'B01', sense: 'P' })).toEqual({
    criteria: [
      { criterionId: 'one', seen: 'a-classification' },
      { criterionId: 'two', seen: '' },
    ],
    code: 'A05',
    sense: 'Q',
    polarity: 'asked',
    sentId: SENT,
  });
});

test('without a typed code it goes where was picked, in the sense that was picked', () => {
  const { code, sense } = v.parse(sortingForm, { ...SORTING, code: '', place: 'B01', sense: 'S' });
  expect([code, sense]).toEqual(['B01', 'S']);
});

test.each([
  ['no place', { sense: 'P' }, 'code', 'indicators.sorting.choosePlace'],
  ['a code that is none', { code: 'soins', sense: 'P' }, 'code', 'indicators.sorting.codeStrange'],
  ['no sense', { code: 'A05' }, 'sense', 'indicators.sorting.chooseSense'],
  ['a sense that is none', { code: 'A05', sense: 'X' }, 'sense', 'form.choose'],
])('%s is said beside its field', (_what, typed, field, message) => {
  expect(problemsOf(sortingForm, { ...SORTING, ...typed })).toEqual([[field, message]]);
});

test('a code that the grid doesn’t have is said first, beside its field', () => {
  const problem = { values: { code: 'z99' }, errors: { sense: 'Choisissez un sens.' }, action: 'classify' };
  const grid = [{ components: [{ code: 'A05' }] }];
  const said = withKnownCode(problem, grid, translator('fr'));
  expect(Object.entries(said?.errors ?? {})).toEqual([
    ['code', 'Le code Z99 n’est pas dans la grille.'],
    ['sense', 'Choisissez un sens.'],
  ]);
  const known = { ...problem, values: { code: 'a5' } };
  expect(withKnownCode(known, grid, translator('fr'))).toBe(known);
});

const PROPOSITIONS = { language: 'fr', 'seen-P': '0', 'seen-O': '0', 'seen-Q': '0', 'seen-S': '0' };

test.each([
  ['a proposition', propositionsForm, 'text-Q', PROPOSITION_MOST, PROPOSITIONS],
  ['a wording', groupingForm, 'text', WORDING_MOST, { sense: 'P', polarity: 'well-being', sentId: SENT }],
  ['a situation', indicatorWordsForm, 'level3', LEVEL_MOST, WORDS],
  ['a remark', commentForm, 'text', COMMENT_MOST, { sentId: SENT }],
])('%s has a greatest length, counted as people count', (_what, form, field, most, others) => {
  expect(problemsOf(form, { ...others, [field]: '🌻'.repeat(most) })).toEqual([]);
  expect(problemsOf(form, { ...others, [field]: '🌻'.repeat(most + 1) })).toEqual([
    [field, `form.tooLong|most=${most}`],
  ]);
});

test('an indicator’s words may all be taken out, but no situation stands without a name', () => {
  expect(problemsOf(indicatorWordsForm, { ...WORDS, name: '', question: '' })).toEqual([]);
  expect(problemsOf(indicatorWordsForm, { ...WORDS, name: '', level1: 'Rien.' })).toEqual([['name', 'form.required']]);
});

function problemsOf(form: v.GenericSchema, fields: Record<string, string>) {
  return v.safeParse(form, fields).issues?.map((issue) => [issue.path?.[0]?.key, issue.message]) ?? [];
}
