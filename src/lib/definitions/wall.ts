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
 * The order of a wall: by ids drawn at random, the same in every browser and on every server. A new note slots in
 * anywhere, and nobody learns from its place when it came or from whom.
 */
export function shuffled<T extends { readonly id: string }>(notes: readonly T[]): T[] {
  return [...notes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** From so many notes on, a wall is drawn part by part as somebody comes to it, so that thousands don't hold anyone up. */
export const MANY = 200;

/** Notes in one part of a large wall: what a slow laptop lays in one frame. */
const PART = 20;

/** The notes of a question as they are laid: all together, or in parts on a large wall. */
export function partsOf<T>(notes: readonly T[]): T[][] {
  if (notes.length <= MANY) return [[...notes]];
  return Array.from({ length: Math.ceil(notes.length / PART) }, (_, at) => notes.slice(at * PART, (at + 1) * PART));
}

function isSame(a: WallNote | undefined, b: WallNote): boolean {
  return a !== undefined && a.text === b.text && a.approved === b.approved && a.questionId === b.questionId;
}
