/** A note on its way: written on this device, not yet known to be kept by the server. */
export interface Outgoing {
  /** Made on this device: sent ten times, it is kept once. */
  readonly sentId: string;
  /** Grows from note to note, so that they are sent in the order in which they were written. */
  readonly place: number;
  readonly fields: Readonly<Record<string, string>>;
  /** Why the server can't take it, in the person's words; it stays here until its author decides. */
  readonly refused?: string;
}

/** Where notes wait: kept when the page is closed. */
export interface Shelf {
  list(): Outgoing[];
  put(note: Outgoing): void;
  remove(sentId: string): void;
}

/** What came of a sending. */
export type Answer =
  | { readonly kind: 'kept' }
  /** A rule says no, or the words need correcting: sending it again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The network or the server is away: to be sent again. */
  | { readonly kind: 'away' };

export interface Surroundings {
  readonly shelf: Shelf;
  readonly send: (note: Outgoing) => Promise<Answer>;
  /** Calls back later. @returns a function that gives it up */
  readonly later: (milliseconds: number, step: () => void) => () => void;
  /** Something has changed on the shelf or on the line. */
  readonly changed: (state: { notes: Outgoing[]; away: boolean }) => void;
  readonly kept: (note: Outgoing) => void;
}

export interface Outbox {
  add(sentId: string, fields: Readonly<Record<string, string>>): void;
  /** Tries now: when the network is back, when the page opens. */
  flush(): Promise<void>;
  /** Its author takes it back, or writes it down elsewhere. */
  remove(sentId: string): void;
  /** Once more, after it was refused. */
  retry(sentId: string): Promise<void>;
  close(): void;
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
  let giveUp = () => {};
  let pause = FIRST_PAUSE;
  let away = false;
  let closed = false;

  const tell = () => changed({ notes: inOrder(shelf.list()), away });

  function flush(): Promise<void> {
    giveUp();
    running ??= sendAll();
    return running;
  }

  async function sendAll(): Promise<void> {
    try {
      await sendWaiting();
    } finally {
      running = undefined;
    }
    // What was added in the very moment in which the last one had gone.
    if (!away && !closed && waitingOn(shelf).length > 0) void flush();
  }

  async function sendWaiting(): Promise<void> {
    for (let [next] = waitingOn(shelf); next && !closed; [next] = waitingOn(shelf)) {
      const answer = await send(next);
      if (answer.kind === 'away') return tryLater();
      away = false;
      pause = FIRST_PAUSE;
      settle(shelf, next, answer);
      if (answer.kind === 'kept') kept(next);
      tell();
    }
  }

  function tryLater(): void {
    away = true;
    tell();
    if (closed) return;
    giveUp = later(pause, () => void flush());
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function add(sentId: string, fields: Outgoing['fields']): void {
    shelf.put({ sentId, place: nextPlace(shelf), fields });
    tell();
    void flush();
  }

  function remove(sentId: string): void {
    shelf.remove(sentId);
    tell();
  }

  function retry(sentId: string): Promise<void> {
    for (const note of shelf.list()) if (note.sentId === sentId) shelf.put(withoutRefusal(note));
    tell();
    return flush();
  }

  function close(): void {
    closed = true;
    giveUp();
  }

  return { add, flush, remove, retry, close };
}

function settle(shelf: Shelf, note: Outgoing, answer: Answer): void {
  if (answer.kind === 'refused') shelf.put({ ...note, refused: answer.reason });
  else shelf.remove(note.sentId);
}

function withoutRefusal({ sentId, place, fields }: Outgoing): Outgoing {
  return { sentId, place, fields };
}

function inOrder(notes: Outgoing[]): Outgoing[] {
  return [...notes].sort((a, b) => a.place - b.place || (a.sentId < b.sentId ? -1 : 1));
}

function waitingOn(shelf: Shelf): Outgoing[] {
  return inOrder(shelf.list()).filter((note) => note.refused === undefined);
}

/** After everything that is there: a device's clock may be wrong. */
function nextPlace(shelf: Shelf): number {
  return Math.max(0, ...shelf.list().map((note) => note.place)) + 1;
}
