import * as v from 'valibot';
import { lengthOf } from '#lib/ui/characters.ts';
import { cleanLine, cleanText } from './text.ts';
import { isDay } from './time.ts';
import { readAmount } from './money.ts';

/**
 * The pieces forms are made of. A message is a key, with facts behind a `|`: `form.tooLong|most=280`; the page puts it
 * in the person's words.
 */

/** A field as it comes: absent is empty; twice, where the page has it once, is no form of ours. */
export const typed = v.optional(v.string('form.stale'), '');

/** One line of text, 1 to `most` characters. */
export const line = (most: number) =>
  v.pipe(typed, v.transform(cleanLine), v.check(isFilled, 'form.required'), atMost(most));

/** One line, or nothing. */
export const optionalLine = (most: number) => v.pipe(typed, v.transform(cleanLine), atMost(most));

/** Text of several lines, 1 to `most` characters. */
export const text = (most: number) =>
  v.pipe(typed, v.transform(cleanText), v.check(isFilled, 'form.required'), atMost(most));

/** Text of several lines, or nothing. */
export const optionalText = (most: number) => v.pipe(typed, v.transform(cleanText), atMost(most));

/** One of the values that were offered. A choice that wasn't made is not there at all. */
export const choice = <const T extends readonly string[]>(values: T) =>
  v.pipe(v.optional(v.string('form.choose'), ''), v.picklist(values, 'form.choose'));

/** One of the values that were offered, or nothing (undefined). */
export const optionalChoice = <const T extends readonly string[]>(values: T) =>
  v.pipe(
    v.optional(v.string('form.stale')),
    v.transform((value) => value || undefined),
    v.optional(v.picklist(values, 'form.choose')),
  );

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  v.pipe(
    typed,
    v.transform(readWhole),
    v.check(
      (value) => Number.isInteger(value) && value >= least && value <= most,
      `form.whole|least=${least}&most=${most}`,
    ),
  );

/** A whole number within bounds, or nothing (null). */
export const optionalWhole = (least: number, most: number) =>
  v.pipe(
    typed,
    v.transform((text) => (text.trim() === '' ? null : readWhole(text))),
    v.check(
      (value) => value === null || (Number.isInteger(value) && value >= least && value <= most),
      `form.whole|least=${least}&most=${most}`,
    ),
  );

/** A day `YYYY-MM-DD`. */
export const day = v.pipe(typed, v.trim(), v.check(isDay, 'form.day'));

/** A day, or nothing (undefined). */
export const optionalDay = v.pipe(
  typed,
  v.trim(),
  v.check((text) => text === '' || isDay(text), 'form.day'),
  v.transform((text) => text || undefined),
);

/** An amount of money as people type it, in cents. */
export const amount = v.pipe(
  typed,
  v.transform((text) => readAmount(text) ?? NaN),
  v.check((cents) => !Number.isNaN(cents), 'form.amount'),
);

/** A box that was ticked or not. */
export const ticked = v.pipe(
  typed,
  v.transform((value) => value !== ''),
);

/** An id that one of our pages put into the form. */
export const id = v.pipe(typed, v.regex(/^[\w-]{1,64}$/, 'form.stale'));

/** An id, or nothing (undefined). */
export const optionalId = v.pipe(
  typed,
  v.regex(/^[\w-]{0,64}$/, 'form.stale'),
  v.transform((value) => value || undefined),
);

/** More than any page of ours offers, and less than a statement may carry. */
const MOST_IDS = 5000;

/** Several ids, each taken once. */
export const ids = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())], 'form.stale'), []),
  v.transform((value) => [...new Set(Array.isArray(value) ? value : [value])]),
  v.maxLength(MOST_IDS, 'form.stale'),
  v.everyItem((one) => /^[\w-]{1,64}$/.test(one), 'form.stale'),
);

export const emailAddress = v.pipe(line(254), v.toLowerCase(), v.email('form.email'));

/** The id made on the sender's device, or by the server in each rendered form. */
export const sentId = v.pipe(typed, v.regex(/^[\w-]{16,64}$/, 'form.stale'));

/** Blanks between the digits don't matter; what is no whole number is NaN. */
function readWhole(text: string): number {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^-?\d+$/.test(digits) ? Number(digits) : NaN;
}

function isFilled(value: string): boolean {
  return value !== '';
}

function atMost(most: number) {
  return v.check<string, string>((value) => lengthOf(value) <= most, `form.tooLong|most=${most}`);
}
