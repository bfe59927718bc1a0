import { mayCoordinate, mayPlanGathering } from '#lib/people/permission.ts';
import { showCode } from '#lib/platform/random-id.ts';
import { listGatherings } from '#lib/territory/gathering.server.ts';
import { admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const account = admit(event, mayPlanGathering(event.locals.person, territory.id));
  const { db } = event.locals.house;
  const coordinates = mayCoordinate(event.locals.person, territory.id);
  const gatherings = await listGatherings(db, territory.id, cycle.id);
  const led = await db
    .selectFrom('gathering_facilitator')
    .select('gathering_id')
    .where('territory_id', '=', territory.id)
    .where('account_id', '=', account.id)
    .execute();
  const planned = gatherings.find((gathering) => gathering.id === event.url.searchParams.get('planned'));
  return {
    base,
    planned: planned && { group: planned.group_name, code: showCode(planned.code) },
    closed: cycle.closed_at !== null,
    gatherings: gatherings.map((gathering) => ({
      id: gathering.id,
      group: gathering.group_name,
      place: gathering.place,
      day: gathering.day,
      time: gathering.time,
      phase: gathering.phase,
      mine: led.some((row) => row.gathering_id === gathering.id),
      changes: coordinates || led.some((row) => row.gathering_id === gathering.id),
    })),
  };
}
