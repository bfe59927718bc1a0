/** Where a decision stands: `lapsed` was confirmed, and then what it allowed was changed before it was done. */
export const DECISION_STATES = ['waiting', 'confirmed', 'withdrawn', 'lapsed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export function stateOfDecision(row: { confirmed_at: number | null; withdrawn_at: number | null }): DecisionState {
  if (row.withdrawn_at !== null) return row.confirmed_at === null ? 'withdrawn' : 'lapsed';
  return row.confirmed_at === null ? 'waiting' : 'confirmed';
}

export interface DayOfDecisions<D> {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly decisions: readonly D[];
}

export interface YearOfDecisions<D> {
  readonly year: string;
  readonly number: number;
  readonly days: readonly DayOfDecisions<D>[];
}

/** A body's log by year and by the day it met, in the order in which it is given. */
export function byYearAndDay<D extends { decided_on: string }>(log: readonly D[]): YearOfDecisions<D>[] {
  const years = Map.groupBy(log, ({ decided_on }) => decided_on.slice(0, 4));
  return [...years].map(([year, decisions]) => ({
    year,
    number: decisions.length,
    days: [...Map.groupBy(decisions, ({ decided_on }) => decided_on)].map(([day, own]) => ({ day, decisions: own })),
  }));
}
