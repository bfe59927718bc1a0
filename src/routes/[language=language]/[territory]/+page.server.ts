import { mayCoordinate } from '#lib/people/permission.ts';
import { listCycles } from '#lib/territory/cycle.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { getTerritoryHere, publicPage } from '#routes/place.server.ts';

export async function load(event) {
  const { house, language, person } = event.locals;
  const territory = await getTerritoryHere(event);
  publicPage(event, territory.id);
  const cycles = await listCycles(house.db, territory.id);
  const neighbourhoods = await listNeighbourhoods(house.db, territory.id);
  return {
    base: `/${language}/${territory.slug}`,
    territory: {
      name: territory.name,
      tagline: territory.language === language ? territory.tagline : '',
      contact: territory.contact,
    },
    cycles: cycles.map(({ slug, name, purpose, closed_at }) => ({ slug, name, purpose, open: closed_at === null })),
    neighbourhoods: neighbourhoods.map(({ name }) => name),
    coordinates: mayCoordinate(person, territory.id),
  };
}
