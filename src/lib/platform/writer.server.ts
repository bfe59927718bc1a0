import type { ControlledTransaction, Kysely } from 'kysely';
import { isLostRace, type Connections } from './database.server.ts';
import { Refusal } from './refusal.ts';
import { announcementsOf, type Announcement } from './announcement.server.ts';
import type { Db, Tables } from './tables.ts';

/** A command: one rule, one write, one journal entry, in one transaction that the writer opens and closes. */
export type Command<R> = (db: Db, now: number) => Promise<R>;

/**
 * Runs commands. The promise resolves only after the commit that holds the command's work is on the disk.
 * A command must await nothing but the database it was given: on SQLite every other command waits for it.
 */
export type Write = <R>(command: Command<R>) => Promise<R>;

export interface Writer {
  readonly write: Write;
  /** Resolves when everything accepted so far has been answered. Nothing new is taken after that. */
  close(): Promise<void>;
}

/** How many commands one commit may carry: bounds how long the first of them waits. */
const BATCH = 256;

interface Waiting {
  command: Command<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Outcome = { value: unknown; announcements: Announcement[] } | { error: unknown };

/**
 * @param tell called with what committed commands announced, after their commit; never throws
 */
export function openWriter(
  connections: Connections,
  clock: () => number,
  tell: (said: Announcement[]) => void,
): Writer {
  return connections.engine === 'sqlite'
    ? gatheringWriter(connections.writing, clock, tell)
    : pooledWriter(connections.writing, clock, tell);
}

/** SQLite: gathers what arrived while the last commit ran, and commits it once. */
function gatheringWriter(db: Kysely<Tables>, clock: () => number, tell: (said: Announcement[]) => void): Writer {
  const queue: Waiting[] = [];
  let running: Promise<void> | undefined;
  let closed = false;

  async function run(): Promise<void> {
    // One turn of the event loop lets every request that has already arrived join the batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH);
      const outcomes = await commitTogether(db, batch, clock());
      batch.forEach((waiting, place) => settle(waiting, outcomes[place], tell));
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = undefined;
  }

  return {
    write<R>(command: Command<R>) {
      if (closed) return Promise.reject(new Error('The writer is closed'));
      return new Promise<R>((resolve, reject) => {
        queue.push({ command, resolve: resolve as (value: unknown) => void, reject });
        running ??= run();
      });
    },
    async close() {
      closed = true;
      await running;
    },
  };
}

/** Each command in a savepoint of its own; if the commit itself fails, all of them fail and nobody is told otherwise. */
async function commitTogether(db: Kysely<Tables>, batch: Waiting[], now: number): Promise<Outcome[]> {
  let transaction: ControlledTransaction<Tables> | undefined;
  try {
    transaction = await db.startTransaction().execute();
    const outcomes: Outcome[] = [];
    for (const { command } of batch) outcomes.push(await inSavepoint(transaction, command, now));
    await transaction.commit().execute();
    return outcomes;
  } catch (error) {
    // After a full disk SQLite has already rolled back by itself, and rolling back again fails: that is fine.
    await transaction
      ?.rollback()
      .execute()
      .catch(() => undefined);
    return batch.map(() => ({ error }));
  }
}

async function inSavepoint(
  transaction: ControlledTransaction<Tables>,
  command: Command<unknown>,
  now: number,
): Promise<Outcome> {
  const savepoint = await transaction.savepoint('command').execute();
  try {
    const value = await command(savepoint, now);
    await savepoint.releaseSavepoint('command').execute();
    return { value, announcements: announcementsOf(savepoint) };
  } catch (error) {
    await undo(savepoint, error);
    return { error };
  }
}

/** @throws the command's own error where there is nothing left to undo: a full disk made SQLite roll everything back */
async function undo(savepoint: Savepoint, error: unknown): Promise<void> {
  try {
    await savepoint.rollbackToSavepoint('command').execute();
    await savepoint.releaseSavepoint('command').execute();
  } catch {
    throw error;
  }
}

type Savepoint = ControlledTransaction<Tables, ['command']>;

function settle(waiting: Waiting, outcome: Outcome | undefined, tell: (said: Announcement[]) => void): void {
  if (!outcome) return waiting.reject(new Error('A command was left without an outcome'));
  if ('error' in outcome) return waiting.reject(outcome.error);
  tell(outcome.announcements);
  waiting.resolve(outcome.value);
}

/** PostgreSQL: each command has its own transaction from the pool. */
function pooledWriter(db: Kysely<Tables>, clock: () => number, tell: (said: Announcement[]) => void): Writer {
  const running = new Set<Promise<unknown>>();
  let closed = false;

  /**
   * A command does nothing but its transaction, so it can simply be run again: where it lost a race for locks; and once
   * where a rule refused it, which may have read one thing before and the next after a command that ran beside it.
   */
  async function transact<R>(command: Command<R>, tries = 5, refused = false): Promise<R> {
    try {
      return await transactOnce(command);
    } catch (error) {
      if (tries > 1 && isLostRace(error)) return transact(command, tries - 1, refused);
      if (!refused && error instanceof Refusal) return transact(command, tries, true);
      throw error;
    }
  }

  async function transactOnce<R>(command: Command<R>): Promise<R> {
    let said: Announcement[] = [];
    const value = await db.transaction().execute(async (transaction) => {
      const result = await command(transaction, clock());
      said = announcementsOf(transaction);
      return result;
    });
    tell(said);
    return value;
  }

  return {
    write<R>(command: Command<R>) {
      if (closed) return Promise.reject(new Error('The writer is closed'));
      const work = transact(command);
      running.add(work);
      return work.finally(() => running.delete(work));
    },
    async close() {
      closed = true;
      await Promise.allSettled(running);
    },
  };
}
