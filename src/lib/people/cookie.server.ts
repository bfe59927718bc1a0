import type { Cookies } from '@sveltejs/kit';
import { DAY, SECOND } from '#lib/platform/time.ts';
import { DEVICE_COOKIE, DEVICE_LASTS } from './device.server.ts';
import { SESSION_COOKIE } from './session.server.ts';

/** How long a device may take part without coming back. */
const PARTICIPANT_LASTS = 400 * DAY;

export function setSessionCookie(
  cookies: Cookies,
  session: { secret: string; expiresAt: number },
  secure: boolean,
): void {
  cookies.set(SESSION_COOKIE, session.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: new Date(session.expiresAt),
  });
}

/** Kept when its holder signs out: by it an account knows the browser again. */
export function setDeviceCookie(cookies: Cookies, device: string, secure: boolean): void {
  cookies.set(DEVICE_COOKIE, device, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: DEVICE_LASTS / SECOND,
  });
}

/** On a device that stands in a public place: the code of the gathering that people join on it. */
export const KIOSK_COOKIE = 'kiosk';

const KIOSK_LASTS = 100 * DAY;

export function setKioskCookie(cookies: Cookies, code: string, secure: boolean): void {
  const maxAge = KIOSK_LASTS / SECOND;
  cookies.set(KIOSK_COOKIE, code, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** What a device in a public place knows of whoever has just left it; it stays what it is. */
export function forgetPerson(cookies: Cookies): void {
  for (const { name } of cookies.getAll()) if (name !== KIOSK_COOKIE) cookies.delete(name, { path: '/' });
}

/** One cookie for each territory: taking part in two of them ties nothing together. */
export function participantCookie(territorySlug: string): string {
  return `participant-${territorySlug}`;
}

export function setParticipantCookie(cookies: Cookies, territorySlug: string, secret: string, secure: boolean): void {
  cookies.set(participantCookie(territorySlug), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: PARTICIPANT_LASTS / SECOND,
  });
}
