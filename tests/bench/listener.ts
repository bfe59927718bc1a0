import { connect, type Socket } from 'node:net';
import { getRequest } from './load.ts';

/** The notes of this benchmark carry their number, so that a phone needs to read no more of them. */
const NUMBER = /no\. (\d+) \|/g;

export function numbered(number: number): string {
  return `Des bancs à l’ombre sur la place, et du temps pour s’asseoir, no. ${number} |`;
}

/** What one phone has heard on its line. */
export interface Listening {
  /** By number, how often a note was laid on the wall. */
  readonly seen: Uint8Array;
  readonly heard: Promise<void>;
  close(): void;
}

/**
 * A phone on a wall: a bare line that reads server-sent events and comes back when it is cut, as browsers do.
 * @param arrived called with a note's number when it is put on this wall
 */
export function listenTo(
  address: { readonly port: number; readonly path: string; readonly cookie: string },
  most: number,
  arrived: (number: number) => void,
): Listening {
  const seen = new Uint8Array(most);
  let socket: Socket;
  let closed = false;
  let first: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => (first = resolve));

  function hear(event: string): void {
    if (event.includes('event: state') || event.includes('event: wall')) first();
    const whole = event.includes('event: wall');
    for (const [, digits] of event.matchAll(NUMBER)) {
      const number = Number(digits);
      if (!seen[number]) arrived(number);
      // Told everything anew, a phone lays what it has once more in the same place.
      seen[number] = whole ? 1 : (seen[number] ?? 0) + 1;
    }
  }

  function open(): void {
    let waiting = '';
    socket = connect(address.port, '127.0.0.1', () => {
      socket.write(getRequest(address.port, address.path, { cookie: address.cookie, accept: 'text/event-stream' }));
    });
    socket.on('data', (chunk: Buffer) => {
      waiting += chunk.toString('latin1');
      const end = waiting.lastIndexOf('\n\n');
      if (end < 0) return;
      for (const event of waiting.slice(0, end).split('\n\n')) hear(event);
      waiting = waiting.slice(end);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => closed || setTimeout(open, 2000));
  }

  open();
  return {
    seen,
    heard,
    close() {
      closed = true;
      socket.destroy();
    },
  };
}
