import { redirect } from '@sveltejs/kit';
import { choosePasswordForm } from '#lib/people/account.form.ts';
import { choosePassword, findLink, verifyAddress } from '#lib/people/link.server.ts';
import { hashPassword } from '#lib/people/password.server.ts';
import { ownPath } from '#lib/people/way.ts';
import { completeRegistration, findRegistration } from '#lib/people/registration.server.ts';
import { act, button } from '#routes/act.server.ts';
import { enter } from '#routes/session.server.ts';

/** What a link's holder may do with it; opening the page changes nothing, since mail programs open links too. */
export async function load({ params, url, locals: { house } }) {
  const now = house.clock();
  const next = ownPath(url.searchParams.get('next')) ?? '';
  const link = await findLink(house.db, params.token, now);
  if (link) return { purpose: link.purpose, name: link.account.name, email: link.account.email, next };
  const wanted = await findRegistration(house.db, params.token, now);
  if (wanted) return { purpose: 'registration' as const, name: wanted.name, email: wanted.email, next };
  return { purpose: 'ended' as const, name: '', email: '', next };
}

export const actions = {
  choose: act(choosePasswordForm, async ({ event, facts, write }) => {
    const { house, language } = event.locals;
    const { token = '' } = event.params;
    const passwordHash = await hashPassword(facts.password);
    const registering = await findRegistration(house.db, token, house.clock());
    const choose = registering ? completeRegistration : choosePassword;
    const accountId = await write((db, now) => choose(db, { token, passwordHash, name: facts.name }, now));
    await enter(event, accountId);
    // Back to where they wanted an account; else to the account itself.
    redirect(303, ownPath(facts.next) ?? `/${language}/account?done=password`);
  }),
  verify: act(button, async ({ event, write }) => {
    const { token = '' } = event.params;
    await write((db, now) => verifyAddress(db, { token }, now));
    redirect(303, `/${event.locals.language}/account?done=address`);
  }),
};
