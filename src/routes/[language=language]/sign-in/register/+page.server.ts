import { registrationForm } from '#lib/people/account.form.ts';
import { sendRegistration } from '#lib/people/letter.server.ts';
import { ownPath } from '#lib/people/way.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { act } from '#routes/act.server.ts';

export function load({ url, locals: { house } }) {
  return { mail: house.mail !== undefined, next: ownPath(url.searchParams.get('next')) ?? '' };
}

export const actions = {
  default: act(registrationForm, async ({ event, facts }) => {
    const { house, language } = event.locals;
    if (!house.mail) throw new NotThere('mail');
    await house.limits.spend('registration', event.getClientAddress());
    await house.limits.spend('letter', hashOf(facts.email));
    sendRegistration(house, { ...facts, language, next: ownPath(facts.next) });
    return { sentTo: facts.email };
  }),
};
