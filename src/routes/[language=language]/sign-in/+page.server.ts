import { redirect } from '@sveltejs/kit';
import { signInForm } from '#lib/people/account.form.ts';
import { DEVICE_COOKIE } from '#lib/people/device.server.ts';
import { signIn } from '#lib/people/sign-in.server.ts';
import { ownPath } from '#lib/people/way.ts';
import { act } from '#routes/act.server.ts';
import { leave, keepSession } from '#routes/session.server.ts';

export function load({ url, locals }) {
  const next = ownPath(url.searchParams.get('next')) ?? '';
  const kept = url.searchParams.get('kept') ?? '';
  if (locals.person.account) redirect(303, afterwards(locals.language, { next, kept }));
  return { next, kept, mayRegister: locals.house.mail !== undefined };
}

export const actions = {
  default: act(signInForm, async ({ event, facts }) => {
    const clientAddress = event.getClientAddress();
    const device = event.cookies.get(DEVICE_COOKIE);
    const session = await signIn(event.locals.house, { ...facts, clientAddress, device });
    await leave(event);
    await keepSession(event, session);
    redirect(303, afterwards(event.locals.language, facts));
  }),
};

/** Back to what was being sent or looked at; else to the account, which shows where its owner has something to do. */
function afterwards(language: string, wanted: { next: string; kept: string }): string {
  if (/^[\w-]{1,64}$/.test(wanted.kept)) return `/${language}/sign-in/kept/${wanted.kept}`;
  return ownPath(wanted.next) ?? `/${language}/account`;
}
