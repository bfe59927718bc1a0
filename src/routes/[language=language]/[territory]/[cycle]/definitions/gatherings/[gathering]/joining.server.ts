import { encode } from 'uqr';

/** Where the code is typed, as people read it from the screen: without `https://`. */
export function joinAddress(origin: string, language: string): string {
  return `${origin.replace(/^https?:\/\//, '')}/${language}/join`;
}

/** The QR code that leads a phone straight into the room; true where dark. */
export function joinQr(origin: string, language: string, code: string): boolean[][] {
  return encode(`${origin}/${language}/join/${code}`, { border: 0, ecc: 'M' }).data;
}
