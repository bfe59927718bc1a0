import type { Db } from './tables.ts';

/** What a command tells the living: who listens to `topic`, and which territory's public pages are out of date. */
export interface Announcement {
  /** For example `gathering:ID`; undefined when only public pages change. */
  readonly topic?: string;
  readonly territoryId: string;
  /** Public pages may lag a second behind: for what comes in hundreds a second (answers, ballots, notes). */
  readonly unhurried?: boolean;
}

// The writer and the commands may come from two module graphs of one process: what they share stands on the process.
const PLACE = Symbol.for('boussole.announcements');
const here = globalThis as typeof globalThis & { [PLACE]?: WeakMap<Db, Announcement[]> };
const said = (here[PLACE] ??= new WeakMap());

/** Sent when, and only if, the command's transaction has been committed. */
export function announce(db: Db, announcement: Announcement): void {
  const list = said.get(db);
  if (list) list.push(announcement);
  else said.set(db, [announcement]);
}

/** What was announced within this transaction. */
export function announcementsOf(db: Db): Announcement[] {
  return said.get(db) ?? [];
}
