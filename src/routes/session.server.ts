import type { RequestEvent } from '@sveltejs/kit';
import { setDeviceCookie, setSessionCookie } from '#lib/people/cookie.server.ts';
import { DEVICE_COOKIE, rememberDevice } from '#lib/people/device.server.ts';
import { closeSession, openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { randomId } from '#lib/platform/random-id.ts';

/** Signs an account in on this device; whoever was signed in before is out. */
export async function enter(event: RequestEvent, accountId: string): Promise<void> {
  await leave(event);
  await keepSession(event, { ...(await openSession(event.locals.house, accountId)), accountId });
}

/** Keeps a session that was just opened, and lets the account know this browser again. */
export async function keepSession(
  event: RequestEvent,
  session: { secret: string; expiresAt: number; accountId: string },
): Promise<void> {
  const { accountId } = session;
  const device = event.cookies.get(DEVICE_COOKIE) ?? randomId();
  await event.locals.house.write((db, now) => rememberDevice(db, { accountId, device }, now));
  setSessionCookie(event.cookies, session, isSecure(event));
  setDeviceCookie(event.cookies, device, isSecure(event));
}

/** Ends this device's session. */
export async function leave(event: RequestEvent): Promise<void> {
  const secret = event.cookies.get(SESSION_COOKIE);
  if (secret) await closeSession(event.locals.house, secret);
  event.cookies.delete(SESSION_COOKIE, { path: '/' });
}

function isSecure({ url }: RequestEvent): boolean {
  return url.protocol === 'https:';
}
