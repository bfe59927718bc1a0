import { redirect } from '@sveltejs/kit';
import { changePasswordForm } from '#lib/people/account.form.ts';
import { changePassword, getAccount } from '#lib/people/account.server.ts';
import { hashPassword } from '#lib/people/password.server.ts';
import { checkPassword } from '#lib/people/sign-in.server.ts';
import { act, requireAccount } from '#routes/act.server.ts';
import { enter } from '#routes/session.server.ts';

export function load(event) {
  const { email } = requireAccount(event);
  return { email };
}

export const actions = {
  default: act(changePasswordForm, async ({ event, facts, write }) => {
    const { house, language } = event.locals;
    const { id: accountId } = requireAccount(event);
    await checkPassword(house, await getAccount(house.db, accountId), facts.current);
    const passwordHash = await hashPassword(facts.password);
    await write((db, now) => changePassword(db, { accountId, passwordHash }, now));
    await enter(event, accountId);
    redirect(303, `/${language}/account?done=saved`);
  }),
};
