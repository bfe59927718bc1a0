import { announce } from './announcement.server.ts';
import { randomId } from './random-id.ts';
import type { Db } from './tables.ts';

/** Who acts. Participants without an account and the program itself have no id in the journal. */
export interface Actor {
  readonly kind: 'account' | 'participant' | 'program';
  readonly id: string | null;
}

export const PROGRAM: Actor = { kind: 'program', id: null };

export interface Entry {
  readonly territoryId: string;
  readonly actor: Actor;
  /** Past participle of the command: `gathering.opened`. */
  readonly verb: string;
  /** Table and id of what it was done to. */
  readonly subject: readonly [kind: string, id: string];
  /** Whom to tell: `gathering:ID`. */
  readonly topic?: string;
}

/**
 * Writes one line of the journal and announces it. The journal holds ids and verbs, never words or names; answers and
 * ballots are never recorded here.
 */
export async function record(db: Db, entry: Entry, now: number): Promise<void> {
  await db
    .insertInto('journal')
    .values({
      territory_id: entry.territoryId,
      id: randomId(),
      at: now,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.kind === 'account' ? entry.actor.id : null,
      verb: entry.verb,
      subject_kind: entry.subject[0],
      subject_id: entry.subject[1],
    })
    .execute();
  announce(db, { territoryId: entry.territoryId, ...(entry.topic ? { topic: entry.topic } : {}) });
}
