import type { Actor } from '#lib/platform/journal.server.ts';

/** In which cycle someone does something. */
export interface InCycle {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly actor: Actor;
}

/** The account that a row names as its maker; the program and participants have none. */
export function accountOf(actor: Actor): string | null {
  return actor.kind === 'account' ? actor.id : null;
}

/** Whoever sorts or reads sorting in a cycle listens here. */
export const sortingTopicOf = (cycleId: string) => `sorting:${cycleId}`;

/** Whoever works on a path, an indicator or its discussion listens here. */
export const indicatorTopicOf = (indicatorId: string) => `indicator:${indicatorId}`;
