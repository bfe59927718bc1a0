import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { roleForm } from '#lib/people/account.form.ts';
import { inviteAccount } from '#lib/people/invitation.server.ts';
import { deliverInvitation } from '#lib/people/letter.server.ts';
import { grantRole, listRoleHolders, withdrawRole } from '#lib/people/role.server.ts';
import { id } from '#lib/platform/form.ts';
import { act, actorOf } from '#routes/act.server.ts';
import { coordinate } from '#routes/staff.server.ts';

export async function load(event) {
  const { territory } = await coordinate(event);
  const { house } = event.locals;
  const holders = await listRoleHolders(house.db, territory.id);
  return {
    mail: house.mail !== undefined,
    holders: holders.map((holder) => ({
      id: holder.id,
      name: holder.name,
      email: holder.email,
      role: holder.role,
      active: holder.active === 1,
    })),
    saved: event.url.searchParams.has('saved'),
  };
}

export const actions = {
  invite: act(roleForm, async ({ event, facts, write }) => {
    const { territory } = await coordinate(event);
    const { house, person } = event.locals;
    const { role, ...who } = facts;
    const actor = actorOf(event);
    const mail = house.mail !== undefined;
    const invited = await write(async (db, now) => {
      const made = await inviteAccount(db, { ...who, invitedIn: territory.id, mail, actor }, now);
      await grantRole(db, { territoryId: territory.id, accountId: made.accountId, role, actor }, now);
      return made;
    });
    const letter = { ...who, place: territory.name, inviter: person.account?.name ?? territory.name };
    const link = invited.token && (await deliverInvitation(house, { ...letter, token: invited.token }));
    return { invited: who.name, link, mailed: mail && invited.token !== undefined };
  }),
  withdraw: act(v.object({ grantId: id }), async ({ event, facts, write }) => {
    const { territory, base } = await coordinate(event);
    const withdrawing = { ...facts, territoryId: territory.id, actor: actorOf(event) };
    await write((db, now) => withdrawRole(db, withdrawing, now));
    redirect(303, `${base}/staff/people?saved`);
  }),
};
