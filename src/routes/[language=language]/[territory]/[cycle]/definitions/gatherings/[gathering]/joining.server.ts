import { encode } from 'uqr';

/** Where the code is typed, as people read it from the screen: without `https://`. The phone says in which language. */
export function joinAddress(origin: string): string {
  return `${origin.replace(/^https?:\/\//, '')}/join`;
}

/** The QR code that leads a phone straight into the room; true where dark. */
export function joinQr(origin: string, code: string): boolean[][] {
  return encode(`${origin}/join/${code}`, { border: 0, ecc: 'M' }).data;
}
