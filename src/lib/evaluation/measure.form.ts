import * as v from 'valibot';
import { choice, day, id, line, typed } from '#lib/platform/form.ts';

/** A number as people write it in French, English or German: one sign for decimals, spaces between thousands. */
const number = v.pipe(
  typed,
  v.transform((typed) => {
    const text = typed.replace(/[\s\u00a0\u202f'’]/g, '').replace('−', '-');
    return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  }),
  v.check((value) => Number.isFinite(value), 'form.number'),
);

/** Four numbers separated by semicolons or spaces, or nothing where the territory has set no thresholds. */
const passages = v.pipe(
  typed,
  v.transform((typed) => typed.trim()),
  v.transform((typed) => (typed === '' ? null : typed.split(/[;\s]+/).map((one) => Number(one.replace(',', '.'))))),
  v.check(
    (values) => values === null || (values.length === 4 && values.every(Number.isFinite)),
    'evaluation.thresholds',
  ),
);

/** A statistic attached to an indicator. */
export const seriesForm = v.object({
  indicator: id,
  name: line(160),
  unit: line(60),
  source: line(200),
  direction: choice(['up', 'down']),
  passages,
});

/** One value of a series. */
export const valueForm = v.object({ series: id, day, value: number });
