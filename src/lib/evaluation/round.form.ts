import * as v from 'valibot';
import { choice, day, ids, line, ticked } from '#lib/platform/form.ts';
import { READINGS } from './tables.ts';

/** A round as it is prepared. */
export const roundForm = v.object({
  name: line(120),
  closesOn: day,
  reading: choice(READINGS),
  drawnByLot: ticked,
  versions: v.pipe(ids, v.minLength(1, 'evaluation.noIndicator')),
});
