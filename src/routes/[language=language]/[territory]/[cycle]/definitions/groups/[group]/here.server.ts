import { error, type RequestEvent } from '@sveltejs/kit';
import { mayLead } from '#lib/people/permission.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { listQuestions, type Question } from '#lib/territory/question.server.ts';
import { admit } from '#routes/act.server.ts';
import { getPlace, orNotFound, type Place } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** A group, where a request is about one. */
export interface GroupHere extends Place {
  readonly group: Row<'group'>;
  readonly questions: readonly Question[];
}

/** @throws 404 when the cycle of the address has no such group */
export async function getGroupHere(event: Where): Promise<GroupHere> {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const group = await orNotFound(getGroup(db, place.territory.id, event.params.group ?? ''));
  if (group.cycle_id !== place.cycle.id) error(404, 'not there');
  return { ...place, group, questions: await listQuestions(db, place.territory.id, place.cycle.id) };
}

/** For whoever facilitates one of the group's gatherings. */
export async function leadGroup(event: Where): Promise<GroupHere & { accountId: string }> {
  const here = await getGroupHere(event);
  const facilitatorIds = await listGroupFacilitatorIds(event.locals.house.db, here.territory.id, here.group.id);
  const account = admit(
    event as RequestEvent,
    mayLead(event.locals.person, { territoryId: here.territory.id, facilitatorIds }),
  );
  return { ...here, accountId: account.id };
}

export async function listGroupFacilitatorIds(db: Db, territoryId: string, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('gathering')
    .innerJoin('gathering_facilitator', (join) =>
      join
        .onRef('gathering_facilitator.territory_id', '=', 'gathering.territory_id')
        .onRef('gathering_facilitator.gathering_id', '=', 'gathering.id'),
    )
    .select('gathering_facilitator.account_id')
    .where('gathering.territory_id', '=', territoryId)
    .where('gathering.group_id', '=', groupId)
    .execute();
  return rows.map((row) => row.account_id);
}
