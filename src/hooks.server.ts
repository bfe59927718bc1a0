import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { chooseLanguage, directionOf, isLanguage, writtenFor, type Language } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import { KIOSK_COOKIE, setSessionCookie } from '#lib/people/cookie.server.ts';
import { getPerson } from '#lib/people/person.server.ts';
import { NOBODY, type Person } from '#lib/people/person.ts';
import { findSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { findHouse, openHouse, provideHouse, theHouse } from '#lib/platform/house.server.ts';
import { randomId, readCode } from '#lib/platform/random-id.ts';
import { readSettings } from '#lib/platform/settings.server.ts';
import { listMemberships } from '#lib/territory/body.server.ts';
import { starterGrid } from '#db/seeds/starter-grid/grid.ts';
import { keepUncorrected } from '#routes/kept.server.ts';
import { languagesAt } from '#routes/participant-pages.ts';

/** The server entry has opened the house already; only the development server has not. */
export const init: ServerInit = () => {
  if (!findHouse()) provideHouse(openHouse(readSettings(process.env)));
};

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.house = theHouse();
  event.locals.starterGrid = starterGrid;
  event.locals.requestId = randomId();
  event.locals.language = languageOf(event);
  const kiosk = readCode(event.cookies.get(KIOSK_COOKIE) ?? '');
  if (kiosk) event.locals.kiosk = kiosk;
  leadToWritten(event);
  event.locals.person = await recognise(event);
  const spoken = event.locals.language;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%boussole.language%', spoken).replace('%boussole.direction%', directionOf(spoken)),
  });
  return withHeaders(event, await keepUncorrected(event, response));
};

/** The address says it; where it doesn't, the browser does. */
function languageOf({ url, params, request, route }: RequestEvent): Language {
  const named = params.language ?? url.pathname.split('/')[1];
  return isLanguage(named) ? named : chooseLanguage(request.headers.get('accept-language'), languagesAt(route.id));
}

/** A page that isn't written in the language of its address is read in the nearest one that it is. */
function leadToWritten({ url, request, route, locals: { language } }: RequestEvent): void {
  if (request.method !== 'GET' || languagesAt(route.id).includes(language)) return;
  redirect(307, url.pathname.replace(/^\/[^/]*/, `/${writtenFor(language)}`) + url.search);
}

async function recognise(event: RequestEvent): Promise<Person> {
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

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** What a page alone obeys: on the answer to each note it would only weigh. */
const OF_PAGES = {
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

function withHeaders(event: RequestEvent, response: Response): Response {
  response.headers.set('x-request-id', event.locals.requestId);
  // Nothing to protect, and most notes are answered so: on a bad line every byte counts.
  if (response.status === 204) return response;
  const isData = response.headers.get('content-type')?.startsWith('application/json');
  const fitting = isData ? SECURITY : { ...SECURITY, ...OF_PAGES };
  for (const [name, value] of Object.entries(fitting)) response.headers.set(name, value);
  if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
  // Unless a route says otherwise, what it shows is for this person alone.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  // Whoever comes next to a device in a public place sees nothing of whoever was there before.
  if (event.locals.kiosk) response.headers.delete('x-keep-copy');
  return response;
}

export const handleError: HandleServerError = ({ error, event, status }) => {
  const { requestId, language = languageOf(event) } = event.locals;
  const house = theHouse();
  const t = translator(language);
  if (status === 404) return { message: t('error.notThere') };
  if (status === 413) return { message: t('error.tooLarge', { most: house.settings.bodyLimit / 1_000_000 }) };
  if (status < 500) return { message: t('error.unusable') };
  house.log.error({ requestId, route: event.route.id, method: event.request.method, err: error }, 'a request failed');
  return { message: t('error.unavailable'), requestId };
};
