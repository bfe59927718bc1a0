/** What somebody wrote on this device, to be sent. */
export interface Draft {
  /** Made on this device: sent ten times, it is kept once. */
  readonly sentId: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A note on its way: on the device's shelf, not yet known to be kept by the server. */
export interface Outgoing extends Draft {
  /** Grows from note to note, so that they are sent in the order in which they were written; no clock has a say. */
  readonly place: number;
  /** Why the server can't take it, in the person's words; it stays here until its author decides. */
  readonly refused?: string | undefined;
  /** The device keeps nothing: it is lost when the page is closed. */
  readonly fleeting?: boolean;
}

/** Where notes wait: kept when the page is closed. Several open pages may share it. */
export interface Shelf {
  /** In their order. */
  list(): Promise<Outgoing[]>;
  /** Puts them after everything that is there; resolves when they are safe. The same id twice is one note. */
  add(drafts: readonly Draft[]): Promise<void>;
  /** Says why it was refused, or that it isn't any more. Nothing happens to what another page has sent meanwhile. */
  mark(sentId: string, refused: string | undefined): Promise<void>;
  remove(sentId: string): Promise<void>;
}

/** What came of a sending. */
export type Answer =
  | { readonly kind: 'kept' }
  /** A rule says no, or the words need correcting: sending it again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Whoever writes has to do something first, such as signing in again: till then everything waits. */
  | { readonly kind: 'held' }
  /** The network or the server is away: to be sent again. */
  | { readonly kind: 'away' };

/** Why nothing leaves at present. */
export type Standstill = 'away' | 'held' | undefined;

export interface Surroundings {
  readonly shelf: Shelf;
  readonly send: (note: Outgoing) => Promise<Answer>;
  /** Calls back later. @returns a function that gives it up */
  readonly later: (milliseconds: number, step: () => void) => () => void;
  /** Something has changed on the shelf or on the line. */
  readonly changed: (state: { notes: Outgoing[]; standstill: Standstill }) => void;
  readonly kept: (note: Outgoing) => void;
}

export interface Outbox {
  /** Resolves when they are on the shelf: only then may they go from where they were written. */
  add(drafts: readonly Draft[]): Promise<void>;
  /** Tries now: when the network is back, when the page opens. */
  flush(): Promise<void>;
  /** Its author takes it back, or writes it down elsewhere. */
  remove(sentId: string): Promise<void>;
  /** Once more, after it was refused. */
  retry(sentId: string): Promise<void>;
}

/** How long a dead network is left alone: longer and longer, at most so many milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/**
 * Sends notes one after the other, in the order in which they were written, until the server has kept each: nothing is
 * lost by a dead network or a closed page, and nothing is kept twice.
 */
export function openOutbox({ shelf, send, later, changed, kept }: Surroundings): Outbox {
  let running: Promise<void> | undefined;
  let adding = Promise.resolve();
  let wanted = false;
  let giveUp = () => {};
  let pause = FIRST_PAUSE;
  let standstill: Standstill;

  /** @returns what is on the shelf */
  async function tell(): Promise<Outgoing[]> {
    const notes = await shelf.list();
    if (!firstOf(notes)) standstill = undefined;
    changed({ notes, standstill });
    return notes;
  }

  function flush(): Promise<void> {
    giveUp();
    wanted = true;
    running ??= sendAll();
    return running;
  }

  async function sendAll(): Promise<void> {
    try {
      // What is added in the very moment in which the last one goes is wanted anew.
      while (wanted) {
        wanted = false;
        await sendWaiting();
      }
    } finally {
      running = undefined;
    }
  }

  async function sendWaiting(): Promise<void> {
    for (let next = firstOf(await shelf.list()); next; next = firstOf(await tell())) {
      const answer = await send(next);
      if (answer.kind === 'away') tryLater();
      else pause = FIRST_PAUSE;
      standstill = answer.kind === 'away' || answer.kind === 'held' ? answer.kind : undefined;
      if (standstill) break;
      await settle(shelf, next, answer);
      if (answer.kind === 'kept') kept(next);
    }
    await tell();
  }

  function tryLater(): void {
    giveUp();
    giveUp = later(pause, () => void flush());
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  async function add(drafts: readonly Draft[]): Promise<void> {
    adding = adding.then(() => shelf.add(drafts));
    await adding;
    void tell();
    void flush();
  }

  return {
    add,
    flush,
    remove: (sentId) => shelf.remove(sentId).then(() => void tell()),
    retry: (sentId) => shelf.mark(sentId, undefined).then(flush),
  };
}

function settle(shelf: Shelf, note: Outgoing, answer: Answer): Promise<void> {
  return answer.kind === 'refused' ? shelf.mark(note.sentId, answer.reason) : shelf.remove(note.sentId);
}

function firstOf(notes: readonly Outgoing[]): Outgoing | undefined {
  return notes.find((note) => note.refused === undefined);
}
