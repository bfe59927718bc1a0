import type { Answer, Outgoing } from '#lib/definitions/outbox.ts';

/** How long a phone waits for an answer on a bad line. */
const PATIENCE = 20_000;

/**
 * Sends a note to an address that answers in JSON.
 * @param gone what is said where the room isn't this device's any more
 */
export function post(address: string, gone: string): (note: Outgoing) => Promise<Answer> {
  return async (note) => {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...note.fields, sentId: note.sentId }),
        // The address of the page would be a tenth of what a note weighs.
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await answerOf(response, gone);
    } catch {
      return { kind: 'away' };
    }
  };
}

async function answerOf(response: Response, gone: string): Promise<Answer> {
  // To our own page for signing in; anywhere else it is something in between: a portal, a proxy.
  if (response.redirected) return { kind: new URL(response.url).origin === location.origin ? 'held' : 'away' };
  if ([401, 403, 404].includes(response.status)) return { kind: 'refused', reason: gone };
  // Only our server names the request: a portal in between may also answer that there is nothing to say.
  if (response.status === 204 && response.headers.has('x-request-id')) return { kind: 'kept' };
  const answer = (await response.json()) as { reason?: string };
  return answer.reason === undefined ? { kind: 'away' } : { kind: 'refused', reason: answer.reason };
}
