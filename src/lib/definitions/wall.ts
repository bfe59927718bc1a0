import type { Phase } from '#lib/territory/tables.ts';

/** A note as everyone in the room may read it: no time, no author. `language` is for reading aloud, never shown. */
export interface WallNote {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly questionId: string;
  readonly approved: boolean;
}

/** What a room is told about itself. */
export interface RoomState {
  readonly phase: Phase;
  /** Null: all questions. */
  readonly questionId: string | null;
  /** Devices that came in. */
  readonly people: number;
  /** Notes by question, including those nobody may read yet. */
  readonly notes: Readonly<Record<string, number>>;
  /** When the time for the phase is over (UTC milliseconds); null: there is no limit. */
  readonly endsAt: number | null;
  /** The note that stands before the room, to talk about it. */
  readonly focus: string | null;
}

/** What a device is told: its own clock may be wrong, so it hears how many milliseconds are left. */
export type RoomNews = Omit<RoomState, 'endsAt'> & { readonly left: number | null };

/** What has changed on a wall since it was last told. */
export interface WallChange {
  /** Laid on the wall, or changed there. */
  readonly put: readonly WallNote[];
  /** Ids of what was taken off. */
  readonly taken: readonly string[];
}

/** What leads from one state of a wall to the next. */
export function changeBetween(before: readonly WallNote[], after: readonly WallNote[]): WallChange {
  const old = new Map(before.map((note) => [note.id, note]));
  const now = new Set(after.map((note) => note.id));
  return {
    put: after.filter((note) => !isSame(old.get(note.id), note)),
    taken: before.filter((note) => !now.has(note.id)).map((note) => note.id),
  };
}

/**
 * A wall after a change. Notes stand in the order of their ids, which are drawn at random: a new one slots in anywhere,
 * and nobody learns from its place when it came or from whom.
 */
export function wallAfter(wall: readonly WallNote[], change: WallChange): WallNote[] {
  const gone = new Set([...change.taken, ...change.put.map((note) => note.id)]);
  return shuffled([...wall.filter((note) => !gone.has(note.id)), ...change.put]);
}

/** The order of a wall: by ids drawn at random, the same in every browser and on every server. */
export function shuffled<T extends { readonly id: string }>(notes: readonly T[]): T[] {
  return [...notes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function isSame(a: WallNote | undefined, b: WallNote): boolean {
  return a !== undefined && a.text === b.text && a.approved === b.approved && a.questionId === b.questionId;
}
