import { redirect } from '@sveltejs/kit';
import { countWaiting, publishWords } from '#lib/definitions/publishing.server.ts';
import { mayPrepare, mayRecordDecision } from '#lib/people/permission.ts';
import { findDecision } from '#lib/territory/decision.server.ts';
import { act, admit, button } from '#routes/act.server.ts';
import { getGroupHere } from '../here.server.ts';

/** Clearing a group's words for everyone. Until then only numbers are shown here: the words are the group's. */
export async function load(event) {
  const { territory, group, base } = await getGroupHere(event);
  admit(event, mayPrepare(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const about = { territoryId: territory.id, purpose: 'publish-words', subjectId: group.id } as const;
  const decision = await findDecision(db, about);
  const seat = { territoryId: territory.id, bodyId: decision?.body_id ?? '' };
  return {
    base,
    group: { id: group.id, name: group.name },
    waiting: await countWaiting(db, territory.id, group.id),
    decision: decision && {
      title: decision.title,
      on: decision.decided_on,
      confirmed: decision.confirmed_at !== null,
      href: mayRecordDecision(event.locals.person, seat)
        ? `${base}/staff/bodies/${seat.bodyId}/decisions/${decision.id}`
        : undefined,
    },
    done: event.url.searchParams.get('published'),
  };
}

export const actions = {
  default: act(button, async ({ event, write }) => {
    const { territory, group, base } = await getGroupHere(event);
    const account = admit(event, mayPrepare(event.locals.person, territory.id));
    const { criteria } = await write((db, now) =>
      publishWords(db, { territoryId: territory.id, groupId: group.id, accountId: account.id }, now),
    );
    redirect(303, `${base}/definitions/groups/${group.id}/publication?published=${criteria}`);
  }),
};
