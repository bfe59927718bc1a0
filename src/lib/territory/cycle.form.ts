import * as v from 'valibot';
import { day, line, optionalDay, optionalId, optionalText, sentId } from '#lib/platform/form.ts';
import { STEPS, type Step } from './tables.ts';

export const CYCLE_NAME_MOST = 60;
export const PURPOSE_MOST = 600;

/** Fields of a step's period: `definitions-opens`, `definitions-closes`, … */
export const opensField = (step: Step) => `${step}-opens` as const;
export const closesField = (step: Step) => `${step}-closes` as const;

const period = {
  'definitions-opens': day,
  'definitions-closes': optionalDay,
  'indicators-opens': day,
  'indicators-closes': optionalDay,
  'evaluation-opens': day,
  'evaluation-closes': optionalDay,
  'plan-opens': day,
  'plan-closes': optionalDay,
};

const facts = { name: line(CYCLE_NAME_MOST), purpose: optionalText(PURPOSE_MOST), ...period };

type Typed = { readonly [S in Step as `${S}-opens`]: string } & {
  readonly [S in Step as `${S}-closes`]?: string | undefined;
};

/** A step can end on the day on which it begins, not earlier. */
const inOrder = STEPS.map((step) => ({
  field: closesField(step),
  holds: (typed: Typed) => (typed[closesField(step)] ?? typed[opensField(step)]) >= typed[opensField(step)],
}));

function withOrder<S extends v.GenericSchema<unknown, Typed>>(schema: S) {
  return v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const { field, holds } of inOrder) {
        const { value } = dataset;
        if (!holds(value)) {
          const place = { type: 'object', origin: 'value', input: value as never, key: field, value: value[field] };
          addIssue({ message: 'cycle.closesBeforeOpening', path: [place as v.ObjectPathItem] });
        }
      }
    }),
  );
}

export const cycleForm = withOrder(v.object(facts));
export const startForm = withOrder(v.object({ ...facts, previousCycleId: optionalId, sentId }));

/** The calendar in a form that was taken. */
export function calendarOf(typed: Typed) {
  const of = (step: Step) => ({ opensOn: typed[opensField(step)], closesOn: typed[closesField(step)] ?? null });
  return {
    definitions: of('definitions'),
    indicators: of('indicators'),
    evaluation: of('evaluation'),
    plan: of('plan'),
  };
}
