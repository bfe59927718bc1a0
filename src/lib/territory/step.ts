import type { StepPeriod } from './cycle.server.ts';

export type StepStatus = 'later' | 'open' | 'done';

/** Where a step stands on a day (`YYYY-MM-DD` in the territory's time zone); both ends of its period count. */
export function statusOf(period: StepPeriod, today: string): StepStatus {
  if (today < period.opensOn) return 'later';
  return period.closesOn !== null && today > period.closesOn ? 'done' : 'open';
}
