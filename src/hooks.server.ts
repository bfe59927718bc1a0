import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { chooseLanguage, directionOf, isLanguage } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import { setSessionCookie } from '#lib/people/cookie.server.ts';
import { getPerson } from '#lib/people/person.server.ts';
import { NOBODY, type Person } from '#lib/people/person.ts';
import { findSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { findHouse, openHouse, provideHouse, theHouse } from '#lib/platform/house.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { listMemberships } from '#lib/territory/body.server.ts';

/** The server entry has opened the house already; only the development server has not. */
export const init: ServerInit = () => {
  if (!findHouse()) provideHouse(openHouse(readSettings(process.env)));
};

export const handle: Handle = async ({ event, resolve }) => {
  const house = theHouse();
  const named = event.params.language;
  event.locals.house = house;
  event.locals.requestId = randomId();
  event.locals.language = isLanguage(named) ? named : chooseLanguage(event.request.headers.get('accept-language'));
  event.locals.person = await recognise(event);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%boussole.language%', event.locals.language)
        .replace('%boussole.direction%', directionOf(event.locals.language)),
  });
  for (const [name, value] of Object.entries(SECURITY)) response.headers.set(name, value);
  if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
  response.headers.set('x-request-id', event.locals.requestId);
  return response;
};

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

async function recognise(event: Parameters<Handle>[0]['event']): Promise<Person> {
  const { house } = event.locals;
  const secret = event.cookies.get(SESSION_COOKIE);
  if (!secret) return NOBODY;
  const session = await findSession(house, secret);
  if (!session) return NOBODY;
  if (session.extendedTo !== undefined) {
    setSessionCookie(event.cookies, { secret, expiresAt: session.extendedTo }, event.url.protocol === 'https:');
  }
  return getPerson(house.db, session.accountId, (db, id) => listMemberships(db, id, house.clock()));
}

export const handleError: HandleServerError = ({ error, event, status }) => {
  const { requestId, language, house } = event.locals;
  if (status === 404) return { message: 'not there', requestId };
  house.log.error({ requestId, route: event.route.id, method: event.request.method, err: error }, 'a request failed');
  return { message: translator(language)('error.unavailable'), requestId };
};
