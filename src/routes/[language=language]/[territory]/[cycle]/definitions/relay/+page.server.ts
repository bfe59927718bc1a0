import { redirect } from '@sveltejs/kit';
import { listBlocks, listMessages } from '#lib/definitions/campaign.server.ts';
import { visitForm } from '#lib/definitions/relay.form.ts';
import { beginVisit, listVisits } from '#lib/definitions/visit.server.ts';
import { LANGUAGE_NAMES } from '#lib/messages/language.ts';
import { mayRelay } from '#lib/people/permission.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { dayOf } from '#lib/platform/time.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { WRITING_LANGUAGES } from '#lib/territory/tables.ts';
import { there } from '#lib/platform/refusal.ts';
import { act, admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const account = admit(event, mayRelay(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const groups = await listGroups(db, territory.id, cycle.id);
  const visits = await listVisits(db, { territoryId: territory.id, cycleId: cycle.id, accountId: account.id });
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    base,
    closed: cycle.closed_at !== null,
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    blocks: (await listBlocks(db, territory.id)).map(({ id, name }) => ({ value: id, label: name })),
    lastBlock: visits[0]?.block_id ?? '',
    message: (await listMessages(db, { territoryId: territory.id, cycleId: cycle.id }))[0]?.text,
    lastGroup: visits[0]?.group_id ?? groups[0]?.id ?? '',
    territoryLanguage: territory.language,
    languages: WRITING_LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] ?? code })),
    visits: visits.map((visit) => ({
      id: visit.id,
      day: dayOf(visit.agreed_at, territory.time_zone),
      group: groups.find((group) => group.id === visit.group_id)?.name ?? '',
      notes: visit.notes,
      ended: visit.read_back_at !== null,
    })),
    sentId: randomId(),
  };
}

export const actions = {
  default: act(visitForm, async ({ event, facts, write }) => {
    const { territory, cycle, base } = await getPlace(event);
    const account = admit(event, mayRelay(event.locals.person, territory.id));
    const groups = await listGroups(event.locals.house.db, territory.id, cycle.id);
    const group = there(
      groups.find((one) => one.id === facts.group),
      'group',
    );
    const visitId = await write((db, now) =>
      beginVisit(
        db,
        {
          territoryId: territory.id,
          groupId: group.id,
          language: facts.language,
          blockId: facts.block,
          sentId: facts.sentId,
          accountId: account.id,
        },
        now,
      ),
    );
    redirect(303, `${base}/definitions/relay/${visitId}`);
  }),
};
