import { recoveryForm } from '#lib/people/account.form.ts';
import { sendRecovery } from '#lib/people/letter.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import { listTerritories } from '#lib/territory/territory.server.ts';
import { act } from '#routes/act.server.ts';

export async function load({ locals: { house } }) {
  if (house.mail) return { mail: true, contacts: [] };
  const territories = await listTerritories(house.db);
  return { mail: false, contacts: territories.map(({ name, contact }) => ({ name, contact })) };
}

export const actions = {
  default: act(recoveryForm, async ({ event, facts }) => {
    const { house } = event.locals;
    if (!house.mail) throw new NotThere('mail');
    await house.limits.spend('registration', event.getClientAddress());
    await house.limits.spend('letter', hashOf(facts.email));
    sendRecovery(house, facts.email);
    return { sentTo: facts.email };
  }),
};
