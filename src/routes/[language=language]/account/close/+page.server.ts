import { redirect } from '@sveltejs/kit';
import { closeAccountForm } from '#lib/people/account.form.ts';
import { closeAccount, getAccount } from '#lib/people/account.server.ts';
import { checkPassword } from '#lib/people/sign-in.server.ts';
import { leaveAllBodies } from '#lib/territory/member.server.ts';
import { act, actorOf, requireAccount } from '#routes/act.server.ts';
import { leave } from '#routes/session.server.ts';

export function load(event) {
  requireAccount(event);
}

export const actions = {
  default: act(closeAccountForm, async ({ event, facts, write }) => {
    const { house, language } = event.locals;
    const { id: accountId } = requireAccount(event);
    await checkPassword(house, await getAccount(house.db, accountId), facts.current);
    const actor = actorOf(event);
    await write(async (db, now) => {
      await leaveAllBodies(db, { accountId, actor }, now);
      await closeAccount(db, { accountId }, now);
    });
    await leave(event);
    redirect(303, `/${language}`);
  }),
};
