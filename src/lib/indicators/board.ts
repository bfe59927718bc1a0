export const BOARD_STATES = ['unsorted', 'sorted', 'all'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/** What of the sorting board is looked at. */
export interface BoardFilter {
  readonly state: BoardState;
  readonly groupId?: string | undefined;
  readonly questionId?: string | undefined;
  /** A family's letter. */
  readonly family?: string | undefined;
}

/** Criteria on one page of the board. */
export const PAGE_SIZE = 24;
