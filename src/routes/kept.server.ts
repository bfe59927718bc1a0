import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { findKeptForm, keepForm, KEPT_FOR, type Field } from '#lib/platform/kept-form.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { SECOND } from '#lib/platform/time.ts';

/**
 * A form of people's words is far smaller; whoever sends more without a session sends it again after signing in. From
 * one address ten of these are kept a day, or hundreds of the usual ones.
 */
const MOST_CHARACTERS = 300_000;

/** What nobody keeps for anybody: the page asks for it again. */
const SECRET = ['password', 'current'];

/** Ballots, answers and opinions: not even for a day does a row hold what somebody chose, beside a code or a time. */
const SECRET_PAGES = /\/(votes\/\[vote\]\/(ballot|paper)|rounds\/\[round\]\/(answer|paper)|\[cycle\]\/review)(\/|$)/;

/**
 * Keeps what somebody sent when their session had ended, and leads to signing in.
 * @throws Redirect
 */
export async function keepAndSignIn(event: RequestEvent, data: FormData): Promise<never> {
  const kept = await keepSent(event, data);
  if (kept !== undefined) event.cookies.set(cookieOf(kept), '1', belongingTo(event));
  const path = event.url.pathname + event.url.search;
  // The page of the form, not the address that its button posts to.
  const next = path.replace(/\?\/[^&]*&?/, '?').replace(/\?$/, '');
  const wanted = kept === undefined ? `next=${encodeURIComponent(next)}` : `kept=${kept}`;
  redirect(303, `/${event.locals.language}/sign-in?${wanted}`);
}

/**
 * Where a form came back with something to correct, and its page asks for an account that the sender no longer has:
 * the page's own redirect would lose what was typed.
 */
export async function keepUncorrected(event: RequestEvent, response: Response): Promise<Response> {
  const { sent, language } = event.locals;
  const leadsToSignIn = response.headers.get('location')?.startsWith(`/${language}/sign-in?`);
  if (!sent || response.status !== 303 || !leadsToSignIn) return response;
  const kept = await keepSent(event, sent);
  if (kept === undefined) return response;
  response.headers.set('location', `/${language}/sign-in?kept=${kept}`);
  response.headers.append('set-cookie', event.cookies.serialize(cookieOf(kept), '1', belongingTo(event)));
  return response;
}

/** @returns the id, or undefined when it is secret or too much to keep, or comes too often from one address */
async function keepSent(event: RequestEvent, data: FormData): Promise<string | undefined> {
  if (SECRET_PAGES.test(event.route.id ?? '')) return undefined;
  const fields = [...data].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && !SECRET.includes(field[0]),
  );
  const size = sizeOf(fields);
  if (size > MOST_CHARACTERS || !(await maySpend(event, size))) return undefined;
  const path = event.url.pathname + event.url.search;
  const own = ownOf(event.cookies);
  return event.locals.house.write((db, now) => keepForm(db, { path, fields, own }, now));
}

/** The form belongs to the browser that sent it: whoever is sent its address by somebody else finds nothing there. */
function belongingTo({ url }: RequestEvent) {
  const secure = url.protocol === 'https:';
  return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: KEPT_FOR / SECOND } as const;
}

async function maySpend({ locals, getClientAddress }: RequestEvent, characters: number): Promise<boolean> {
  const { limits } = locals.house;
  try {
    await limits.spend('kept-form', getClientAddress());
    await limits.spend('kept-kilobyte', getClientAddress(), Math.ceil(characters / 1000));
    return true;
  } catch (caught) {
    if (caught instanceof Refusal) return false;
    throw caught;
  }
}

/** What this browser sent before it was signed in. */
export async function findKept(
  event: Pick<RequestEvent, 'locals'> & { cookies: Cookies },
  id: string,
): Promise<{ path: string; fields: readonly Field[] } | undefined> {
  if (!/^[\w-]{1,64}$/.test(id) || !event.cookies.get(cookieOf(id))) return undefined;
  const { house } = event.locals;
  return findKeptForm(house.db, id, house.clock());
}

const COOKIE = 'kept-';

function cookieOf(id: string): string {
  return COOKIE + id;
}

/** The forms that this browser has left; a browser keeps no more than some 200 cookies of a site. */
function ownOf(cookies: Cookies): string[] {
  const names = cookies.getAll().map(({ name }) => name);
  return names
    .filter((name) => name.startsWith(COOKIE))
    .map((name) => name.slice(COOKIE.length))
    .slice(0, 500);
}

function sizeOf(fields: readonly Field[]): number {
  return fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
