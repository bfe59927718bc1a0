import { invitationForm, recoveryForm } from '#lib/people/account.form.ts';
import { countAccounts, INSTALLATION, letFound, listFounders } from '#lib/people/account.server.ts';
import { inviteAccount } from '#lib/people/invitation.server.ts';
import { deliverInvitation, linkAddress, sendMadeWayIn } from '#lib/people/letter.server.ts';
import { makeWayIn } from '#lib/people/link.server.ts';
import { mayOwn } from '#lib/people/permission.ts';
import { listTerritoriesWithCycle } from '#lib/territory/territory-list.server.ts';
import * as v from 'valibot';
import { id } from '#lib/platform/form.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { act, actorOf, admit } from '#routes/act.server.ts';

export async function load(event) {
  const { house, person } = event.locals;
  admit(event, mayOwn(person));
  const founders = await listFounders(house.db);
  return {
    mail: house.mail !== undefined,
    accounts: await countAccounts(house.db),
    territories: await listTerritoriesWithCycle(house.db),
    founders: founders.map(({ id: accountId, name, email, password_hash, is_owner, may_found }) => ({
      accountId,
      name,
      email,
      active: password_hash !== null,
      isOwner: is_owner === 1,
      mayFound: may_found === 1,
    })),
  };
}

export const actions = {
  invite: act(invitationForm, async ({ event, facts, write }) => {
    const { house, person } = event.locals;
    const inviter = admit(event, mayOwn(person));
    const actor = actorOf(event);
    const mail = house.mail !== undefined;
    const invited = await write(async (db, now) => {
      const made = await inviteAccount(db, { ...facts, invitedIn: INSTALLATION, mail, actor }, now);
      await letFound(db, { accountId: made.accountId, mayFound: true, actor }, now);
      return made;
    });
    const letter = { ...facts, place: house.settings.origin, inviter: inviter.name };
    const link = invited.token && (await deliverInvitation(house, { ...letter, token: invited.token }));
    return { invited: facts.name, link, mailed: mail && invited.token !== undefined };
  }),
  withdraw: act(v.object({ accountId: id }), async ({ event, facts, write }) => {
    admit(event, mayOwn(event.locals.person));
    const actor = actorOf(event);
    await write((db, now) => letFound(db, { ...facts, mayFound: false, actor }, now));
  }),
  // Only where no mail is sent does whoever runs the installation hold the new way in, to hand it over.
  recover: act(recoveryForm, async ({ event, facts, write }) => {
    const { house, person, language } = event.locals;
    admit(event, mayOwn(person));
    const actor = actorOf(event);
    const mailed = house.mail !== undefined;
    const { account, token } = await write((db, now) => makeWayIn(db, { ...facts, mailed, actor }, now));
    if (mailed && !(await sendMadeWayIn(house, account, token))) throw new Refusal('letter.notSent');
    const link = mailed ? undefined : linkAddress(house.settings.origin, language, token);
    return { recovered: account.name, link };
  }),
};
