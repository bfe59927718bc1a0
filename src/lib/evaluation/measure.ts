import type { Level } from './distribution.ts';

/** Whether a greater measured value is a better one (`up`: doctors per inhabitant) or a worse one (`down`: noise). */
export type MeasureDirection = 'up' | 'down';

/** The four values at which a measured value passes to situation 2, 3, 4 and 5, in the measure's own unit. */
export interface Thresholds {
  readonly direction: MeasureDirection;
  readonly passages: readonly [number, number, number, number];
}

export type ThresholdFault = 'not-four' | 'not-a-number' | 'not-in-order';

export type ReadThresholds =
  | { readonly ok: true; readonly thresholds: Thresholds }
  | {
      readonly ok: false;
      readonly fault: ThresholdFault;
      /** Index (0–3) of the value at fault. */ readonly at: number;
    };

/**
 * The territory's own thresholds. With direction `up` they rise strictly from the passage to situation 2 to that to
 * situation 5; with `down` they fall strictly.
 */
export function readThresholds(direction: MeasureDirection, values: readonly number[]): ReadThresholds {
  const [to2, to3, to4, to5] = values;
  if (values.length !== 4 || to2 === undefined || to3 === undefined || to4 === undefined || to5 === undefined) {
    return { ok: false, fault: 'not-four', at: Math.min(values.length, 3) };
  }
  const notNumber = values.findIndex((value) => !Number.isFinite(value));
  if (notNumber >= 0) return { ok: false, fault: 'not-a-number', at: notNumber };
  const outOfOrder = values.findIndex((value, at) => at > 0 && !isBetter(direction, value, values[at - 1] ?? value));
  if (outOfOrder >= 0) return { ok: false, fault: 'not-in-order', at: outOfOrder };
  return { ok: true, thresholds: { direction, passages: [to2, to3, to4, to5] } };
}

/**
 * The situation a measured value stands for. **A value exactly at a threshold has passed it**: equality goes to the
 * better situation, for both directions.
 *
 * @returns undefined for a value that isn't a finite number: nothing was measured
 */
export function levelOfMeasure(thresholds: Thresholds, value: number): Level | undefined {
  if (!Number.isFinite(value)) return undefined;
  const passed = thresholds.passages.filter(
    (passage) => value === passage || isBetter(thresholds.direction, value, passage),
  );
  return (1 + passed.length) as Level;
}

function isBetter(direction: MeasureDirection, value: number, than: number): boolean {
  return direction === 'up' ? value > than : value < than;
}
