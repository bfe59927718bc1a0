import { redirect, type RequestEvent } from '@sveltejs/kit';
import { kioskForm } from '#lib/definitions/join.form.ts';
import { forgetPerson, KIOSK_COOKIE, setKioskCookie } from '#lib/people/cookie.server.ts';
import { closeSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { readCode, showCode } from '#lib/platform/random-id.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { act } from '#routes/act.server.ts';
import { findByJoinCode } from '../../find.server.ts';

/** A device in a public place becomes one on which people join this gathering, and stops being one. */
export async function load(event) {
  const { db } = event.locals.house;
  const gathering = await findByJoinCode(event, readCode(event.params.code));
  const territory = await getTerritory(db, gathering.territory_id);
  const group = await getGroup(db, territory.id, gathering.group_id);
  return {
    territory: territory.name,
    group: group.name,
    place: gathering.place,
    code: showCode(gathering.code),
    isKiosk: event.locals.kiosk === gathering.code,
    start: startOf(event.locals.language, gathering.code),
  };
}

export const actions = {
  begin: act(kioskForm, async ({ event }) => {
    const { code } = await findByJoinCode(event, readCode(event.params.code));
    await forget(event);
    setKioskCookie(event.cookies, code, event.url.protocol === 'https:');
    redirect(303, startOf(event.locals.language, code));
  }),
  end: act(kioskForm, async ({ event }) => {
    event.cookies.delete(KIOSK_COOKIE, { path: '/' });
    redirect(303, event.url.pathname);
  }),
  /** Whoever was there has left. On any other device nobody is forgotten. */
  over: act(kioskForm, async ({ event }) => {
    const code = readCode(event.params.code);
    if (event.locals.kiosk === code) await forget(event);
    redirect(303, startOf(event.locals.language, code));
  }),
};

const startOf = (language: string, code: string) => `/${language}/join/${code}`;

async function forget({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>) {
  const secret = cookies.get(SESSION_COOKIE);
  if (secret) await closeSession(locals.house, secret);
  forgetPerson(cookies);
}
