import type { RequestEvent } from '@sveltejs/kit';
import { setSessionCookie } from '#lib/people/cookie.server.ts';
import { closeSession, openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';

/** Signs an account in on this device; whoever was signed in before is out. */
export async function enter(event: RequestEvent, accountId: string): Promise<void> {
  await leave(event);
  setSessionCookie(event.cookies, await openSession(event.locals.house, accountId), isSecure(event));
}

/** Keeps a session that was just opened. */
export function keepSession(event: RequestEvent, session: { secret: string; expiresAt: number }): void {
  setSessionCookie(event.cookies, session, isSecure(event));
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
