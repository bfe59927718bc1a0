import { mayPlanGathering } from '#lib/people/permission.ts';
import { writeCalendar } from '#lib/territory/calendar-file.server.ts';
import { admit } from '#routes/act.server.ts';
import { getHere } from '../here.server.ts';

/** The gathering for one's own calendar. Names nobody. */
export async function GET(event) {
  const { territory, gathering, group, here } = await getHere(event);
  admit(event, mayPlanGathering(event.locals.person, territory.id));
  const { clock, settings } = event.locals.house;
  const file = writeCalendar(
    {
      uid: `${gathering.id}@${new URL(settings.origin).host}`,
      title: group.name,
      place: gathering.place,
      day: gathering.day,
      time: gathering.time,
      timeZone: territory.time_zone,
      address: settings.origin + here,
    },
    clock(),
  );
  const name = `${territory.slug}-${gathering.day}.ics`;
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
