import { findLeastShownNow } from '#lib/territory/least-shown.server.ts';
import { getTerritoryHere, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const territory = await getTerritoryHere(event);
  publicPage(event, territory.id);
  return {
    name: territory.name,
    slug: territory.slug,
    contact: territory.contact,
    authorDays: territory.author_days,
    unapprovedDays: territory.unapproved_days,
    leastShown: await findLeastShownNow(event.locals.house.db, territory.id),
  };
}
