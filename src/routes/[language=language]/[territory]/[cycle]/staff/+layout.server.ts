import { translator } from '#lib/messages/translate.ts';
import { worksIn } from '#lib/people/permission.ts';
import { admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';

/** The workspace is for those who have a part in the territory; each page and action asks again what it needs. */
export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  admit(event, worksIn(event.locals.person, territory.id));
  const t = translator(event.locals.language);
  return {
    base,
    staff: `${base}/staff`,
    closed: cycle.closed_at !== null,
    crumbs: [{ label: t('app.workspace'), href: `${base}/staff` }],
  };
}
