import { redirect } from '@sveltejs/kit';
import { codeForm } from '#lib/definitions/join.form.ts';
import { act } from '#routes/act.server.ts';
import { findByJoinCode } from './find.server.ts';

/** `?code=` is one that a link or a QR code led to and that was refused. */
export function load({ url }) {
  return { tried: url.searchParams.get('code')?.slice(0, 20) ?? '', waiting: url.searchParams.has('wait') };
}

export const actions = {
  default: act(codeForm, async ({ event, facts }) => {
    await findByJoinCode(event, facts.code);
    redirect(303, `/${event.locals.language}/join/${facts.code}`);
  }),
};
