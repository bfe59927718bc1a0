import * as v from 'valibot';
import { choice, line, optionalChoice, optionalId, sentId, ticked } from '#lib/platform/form.ts';
import { readCode } from '#lib/platform/random-id.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { AGE_BANDS, SEXES } from './profile.ts';

/** A join code as it is read from the screen and typed on a phone. */
export const codeForm = v.object({
  code: v.pipe(line(40), v.transform(readCode), v.minLength(1, 'definitions.join.noCode')),
});

/** Coming into the room: whether consent can be given, in which language one writes, and what one tells of oneself. */
export const joinForm = v.pipe(
  v.object({
    of: choice(['adult', 'young']),
    parentsAgree: ticked,
    language: choice(WRITING_LANGUAGES),
    age: optionalChoice(AGE_BANDS),
    sex: optionalChoice(SEXES),
    neighbourhood: optionalId,
    sentId,
  }),
  v.forward(
    v.partialCheck(
      [['of'], ['parentsAgree']],
      ({ of, parentsAgree }) => of !== 'young' || parentsAgree,
      'definitions.parentsNeeded',
    ),
    ['parentsAgree'],
  ),
);

/** A device in a public place becomes one, stops being one, or forgets who was there: nothing is typed. */
export const kioskForm = v.object({});

/** The code by which a person comes back to their own words. */
export const privateCodeForm = v.object({
  code: v.pipe(line(40), v.transform(readCode), v.minLength(1, 'definitions.join.noCode')),
});
