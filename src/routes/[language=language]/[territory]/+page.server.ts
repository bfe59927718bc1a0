import { mayCoordinate } from '#lib/people/permission.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { dayOf } from '#lib/platform/time.ts';
import { getCalendar, listCycles } from '#lib/territory/cycle.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { getTerritoryHere, publicPage } from '#routes/place.server.ts';
import { standingOf, stepsNow } from './[cycle]/standing.server.ts';

export async function load(event) {
  const { house, language, person } = event.locals;
  const territory = await getTerritoryHere(event);
  publicPage(event, territory.id);
  const cycles = await listCycles(house.db, territory.id);
  const today = dayOf(house.clock(), territory.time_zone);
  const neighbourhoods = await listNeighbourhoods(house.db, territory.id);
  return {
    base: `/${language}/${territory.slug}`,
    territory: {
      name: territory.name,
      tagline: territory.language === language ? territory.tagline : '',
      contact: territory.contact,
    },
    cycles: await Promise.all(cycles.map((cycle) => describeCycle(house.db, territory, cycle, today))),
    neighbourhoods: neighbourhoods.map(({ name }) => name),
    coordinates: mayCoordinate(person, territory.id),
  };
}

/** A cycle in short: whether it is open, and which of its steps are under way today. */
async function describeCycle(db: Db, territory: Row<'territory'>, cycle: Row<'cycle'>, today: string) {
  const { slug, name, purpose } = cycle;
  const open = cycle.closed_at === null;
  const calendar = await getCalendar(db, territory.id, cycle.id);
  const steps = open ? stepsNow(calendar, await standingOf(db, { territory, cycle, today }), today) : [];
  return { slug, name, purpose, open, underWay: steps.filter((one) => one.status === 'open').map((one) => one.step) };
}
