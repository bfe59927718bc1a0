import { findGrid } from '#lib/indicators/grid.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import { readingOf } from '../working.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  publicPage(event, territory.id);
  const grid = await findGrid(event.locals.house.db, territory.id, cycle.id, readingOf(event, territory));
  return { base, grid, prepares: mayPrepare(event.locals.person, territory.id) && cycle.closed_at === null };
}
