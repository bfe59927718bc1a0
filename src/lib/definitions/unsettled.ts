/** What a gathering leaves open when it ends. */
export interface Unsettled {
  /** People are in the room and write. */
  readonly writes: boolean;
  /** Notes that somebody wants to talk about. */
  readonly toTalk: number;
  /** Notes that the group may read and on which nothing is decided, without those to talk about. */
  readonly undecided: number;
  /** Notes of this gathering to questions that were never opened for sharing: only their authors know them. */
  readonly unread: number;
}

/** Whether a gathering can end without anybody missing anything. */
export function isSettled({ writes, toTalk, undecided, unread }: Unsettled): boolean {
  return !writes && toTalk + undecided + unread === 0;
}
