import { redirect } from '@sveltejs/kit';
import { accountForm } from '#lib/people/account.form.ts';
import { changeAccount, getAccount } from '#lib/people/account.server.ts';
import { sendAddressLink } from '#lib/people/letter.server.ts';
import { mayFoundTerritory, mayOwn } from '#lib/people/permission.ts';
import { closeAllSessions } from '#lib/people/session.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { DAY, dayOf } from '#lib/platform/time.ts';
import { showDay } from '#lib/territory/calendar.ts';
import { listWorkplaces } from '#lib/territory/workplace.server.ts';
import { act, button, requireAccount } from '#routes/act.server.ts';
import { leave } from '#routes/session.server.ts';
import { listParts } from './part.server.ts';

/** How long somebody is told that a way into their account was made: nobody takes it away in their place. */
const WAY_TOLD = 90 * DAY;

const DONE = ['password', 'address', 'saved'] as const;

export async function load(event) {
  const { house, person } = event.locals;
  const { id } = requireAccount(event);
  const account = await getAccount(house.db, id);
  const workplaces = await listWorkplaces(house.db, person);
  return {
    account: { name: account.name, email: account.email, language: account.language },
    verified: account.verified_at !== null,
    wayMade:
      account.way_made_at !== null && house.clock() - account.way_made_at < WAY_TOLD
        ? showDay(dayOf(account.way_made_at, 'UTC'), event.locals.language)
        : undefined,
    mail: house.mail !== undefined,
    workplaces,
    parts: await listParts(house, {
      accountId: id,
      language: event.locals.language,
      working: workplaces.map(({ territory }) => territory.id),
    }),
    mayFound: mayFoundTerritory(person),
    mayOwn: mayOwn(person),
    done: DONE.find((one) => one === event.url.searchParams.get('done')),
  };
}

export const actions = {
  save: act(accountForm, async ({ event, facts, write }) => {
    const { id: accountId } = requireAccount(event);
    await write((db, now) => changeAccount(db, { accountId, ...facts }, now));
    redirect(303, `/${facts.language}/account?done=saved`);
  }),
  verify: act(button, async ({ event }) => {
    const { house } = event.locals;
    const account = requireAccount(event);
    await house.limits.spend('letter', hashOf(account.email));
    if (!(await sendAddressLink(house, account))) throw new Refusal('letter.notSent');
    return { sentTo: account.email };
  }),
  leaveEverywhere: act(button, async ({ event }) => {
    const { id } = requireAccount(event);
    await closeAllSessions(event.locals.house, id);
    await leave(event);
    redirect(303, `/${event.locals.language}`);
  }),
};
