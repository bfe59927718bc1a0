import * as v from 'valibot';
import { choice, optionalChoice, optionalLine, sentId, id } from '#lib/platform/form.ts';
import { readPlace } from './component-code.ts';
import { tickedCriteria } from './ticked.ts';
import { CRITERION_POLARITIES, SENSES } from './tables.ts';

/** Value of a criterion's box while it lies nowhere. */
export const UNSORTED = 'unsorted';

const fields = v.looseObject({
  /** Typed: `A05`, or with the sense `A05P`. Goes before what was picked. */
  code: optionalLine(12),
  /** Picked. */
  place: optionalLine(12),
  sense: optionalChoice(SENSES),
  polarity: choice(['asked', ...CRITERION_POLARITIES]),
  sentId,
});

/** Which criteria go where, in which sense. */
export const sortingForm = v.pipe(
  fields,
  v.forward(
    v.check((form) => form.code !== '' || form.place !== '', 'indicators.sorting.choosePlace'),
    ['code'],
  ),
  v.forward(
    v.check(
      (form) => placeIn(form) !== undefined || (form.code === '' && form.place === ''),
      'indicators.sorting.codeStrange',
    ),
    ['code'],
  ),
  v.forward(
    v.check((form) => (placeIn(form)?.sense ?? form.sense) !== undefined, 'indicators.sorting.chooseSense'),
    ['sense'],
  ),
  v.transform((form) => ({
    criteria: tickedCriteria(form).map(({ id: criterionId, seen }) => ({
      criterionId,
      seen: seen === UNSORTED ? '' : seen,
    })),
    code: placeIn(form)?.code ?? '',
    sense: placeIn(form)?.sense ?? form.sense ?? 'P',
    polarity: form.polarity,
    sentId: form.sentId,
  })),
);

/** Words go where the file they came in says; those without a sense in this one. */
export const importedForm = v.object({ sense: choice(SENSES), sentId });

export const undoForm = v.object({ actId: id });

function placeIn(form: { code: string; place: string }) {
  return readPlace(form.code === '' ? form.place : form.code);
}
