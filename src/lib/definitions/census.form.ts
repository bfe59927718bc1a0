import * as v from 'valibot';
import { choice, line, optionalLine, typed } from '#lib/platform/form.ts';
import { readPeople } from './census-file.ts';
import { PROFILE_ITEMS } from './profile.ts';

/** People of a category as they are typed, or nothing (null). */
const people = v.pipe(
  typed,
  v.transform((text) => (text.trim() === '' ? null : (readPeople(text) ?? NaN))),
  v.check((count) => !Number.isNaN(count), 'definitions.census.number'),
);

/** What a category's field is called. */
export const fieldOf = (value: string) => `people-${value}`;

/** Who lives here by one item: a figure for each category that the census counts; none at all forgets the item. */
export const censusForm = v.pipe(
  v.objectWithRest({ item: choice(PROFILE_ITEMS), source: optionalLine(200) }, people),
  v.transform(({ item, source, ...counts }) => ({
    item,
    source,
    parts: Object.entries(counts).flatMap(([field, people]) =>
      people === null || !field.startsWith(fieldOf('')) ? [] : [{ value: field.slice(fieldOf('').length), people }],
    ),
  })),
  v.forward(
    v.check(({ source, parts }) => parts.length === 0 || source !== '', 'form.required'),
    ['source'],
  ),
);

export const censusFileForm = v.object({ source: line(200) });
