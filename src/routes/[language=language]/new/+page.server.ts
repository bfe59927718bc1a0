import { redirect } from '@sveltejs/kit';
import { mayFoundTerritory } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { foundTerritory } from '#lib/territory/found.server.ts';
import { foundingForm } from '#lib/territory/territory.form.ts';
import { act, admit } from '#routes/act.server.ts';

/** Where most of those who use the program are; everything can be chosen. */
const USUAL = { timeZone: 'Europe/Paris', currency: 'EUR', leastShown: 5 };

export function load(event) {
  const account = admit(event, mayFoundTerritory(event.locals.person));
  const facts = { name: '', tagline: '', contact: account.email, language: event.locals.language, ...USUAL };
  return { facts, sentId: randomId() };
}

export const actions = {
  default: act(foundingForm, async ({ event, facts, write }) => {
    const { id: accountId } = admit(event, mayFoundTerritory(event.locals.person));
    const { sentId, ...founding } = facts;
    const slug = await write((db, now) => foundTerritory(db, { ...founding, id: sentId, accountId }, now));
    redirect(303, `/${event.locals.language}/${slug}/new`);
  }),
};
