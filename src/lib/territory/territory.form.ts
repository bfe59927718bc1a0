import * as v from 'valibot';
import { WORDING_LANGUAGES } from '#lib/messages/language.ts';
import { choice, line, optionalLine, optionalText, sentId, typed, whole } from '#lib/platform/form.ts';
import { cleanLine } from '#lib/platform/text.ts';

export const NAME_MOST = 80;
export const TAGLINE_MOST = 140;
/** k of the disclosure rules. */
export const LEAST_K = 3;
export const GREATEST_K = 11;
/** Days for which what people wrote is kept. */
export const LEAST_DAYS = 30;
export const MOST_DAYS = 3650;
const MOST_NEIGHBOURHOODS = 40;

const days = whole(LEAST_DAYS, MOST_DAYS);

const facts = {
  name: line(NAME_MOST),
  tagline: optionalLine(TAGLINE_MOST),
  language: choice(WORDING_LANGUAGES),
  timeZone: v.pipe(typed, v.check(isTimeZone, 'form.choose')),
  currency: v.pipe(typed, v.regex(/^[A-Z]{3}$/, 'form.choose')),
  leastShown: whole(LEAST_K, GREATEST_K),
  contact: line(200),
};

/** Neighbourhoods as they are typed: one a line. */
const neighbourhoods = v.pipe(
  optionalText(4000),
  v.transform((typed) => [...new Set(typed.split('\n').map(cleanLine).filter(Boolean))]),
  v.check(
    (names) => names.length <= MOST_NEIGHBOURHOODS,
    `territory.tooManyNeighbourhoods|most=${MOST_NEIGHBOURHOODS}`,
  ),
  v.check((names) => names.every((name) => name.length <= NAME_MOST), `form.tooLong|most=${NAME_MOST}`),
);

export const foundingForm = v.object({ ...facts, neighbourhoods, sentId });
export const territoryForm = v.object({ ...facts, authorDays: days, unapprovedDays: days });
export const neighbourhoodForm = v.object({ name: line(NAME_MOST), sentId });

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
