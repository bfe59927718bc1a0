import type { Answer, Outgoing, Shelf } from '#lib/definitions/outbox.ts';

/**
 * A shelf in the browser's own storage: one entry for each note, so that two open pages don't overwrite each other.
 * Where the browser keeps nothing, notes wait in the page.
 * @param name of the room and of who writes
 */
export function openShelf(name: string): Shelf {
  const prefix = `boussole:${name}:`;
  const inPage = new Map<string, Outgoing>();
  return {
    list() {
      return [...stored(prefix), ...inPage.values()];
    },
    put(note) {
      try {
        localStorage.setItem(prefix + note.sentId, JSON.stringify(note));
        inPage.delete(note.sentId);
      } catch {
        inPage.set(note.sentId, note);
      }
    },
    remove(sentId) {
      inPage.delete(sentId);
      try {
        localStorage.removeItem(prefix + sentId);
      } catch {
        // Nothing was stored there.
      }
    },
  };
}

function stored(prefix: string): Outgoing[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Outgoing);
  } catch {
    return [];
  }
}

/** How long a phone waits for an answer on a bad line. */
const PATIENCE = 20_000;

/** What is said where a sending leads elsewhere. */
export interface Elsewhere {
  /** The room isn't this device's any more. */
  readonly gone: string;
  /** Whoever types has to sign in again. */
  readonly signIn?: string;
}

/** Sends a note to an address that answers in JSON. */
export function post(address: string, elsewhere: Elsewhere): (note: Outgoing) => Promise<Answer> {
  return async (note) => {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...note.fields, sentId: note.sentId }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await answerOf(response, elsewhere);
    } catch {
      return { kind: 'away' };
    }
  };
}

async function answerOf(response: Response, { gone, signIn = gone }: Elsewhere): Promise<Answer> {
  if (response.redirected) return { kind: 'refused', reason: signIn };
  if ([401, 403, 404].includes(response.status)) return { kind: 'refused', reason: gone };
  // Anything that isn't our own answer comes from something in between: a portal, a proxy.
  const answer = (await response.json()) as { kept?: boolean; reason?: string };
  if (response.ok && answer.kept) return { kind: 'kept' };
  return answer.reason === undefined ? { kind: 'away' } : { kind: 'refused', reason: answer.reason };
}

/** An id for what is written on this device. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
