import { redirect } from '@sveltejs/kit';
import { act, button } from '#routes/act.server.ts';
import { leave } from '#routes/session.server.ts';

export function load({ locals }) {
  if (!locals.person.account) redirect(303, `/${locals.language}`);
}

export const actions = {
  default: act(button, async ({ event }) => {
    await leave(event);
    redirect(303, `/${event.locals.language}`);
  }),
};
