/** Where a decision stands: `lapsed` was confirmed, and then what it allowed was changed before it was done. */
export const DECISION_STATES = ['waiting', 'confirmed', 'withdrawn', 'lapsed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export function stateOfDecision(row: { confirmed_at: number | null; withdrawn_at: number | null }): DecisionState {
  if (row.withdrawn_at !== null) return row.confirmed_at === null ? 'withdrawn' : 'lapsed';
  return row.confirmed_at === null ? 'waiting' : 'confirmed';
}
