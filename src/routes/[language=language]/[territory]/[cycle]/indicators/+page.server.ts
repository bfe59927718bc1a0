import { countSorting } from '#lib/indicators/board.server.ts';
import { findGrid } from '#lib/indicators/grid.server.ts';
import { listIndicators } from '#lib/indicators/indicator-list.server.ts';
import { getViewer } from '#lib/indicators/visible.server.ts';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import type { PageServerLoadEvent } from './$types.js';
import { readingOf } from './working.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  publicPage(event, territory.id);
  const indicators = await listIndicators(event.locals.house.db, territory.id, cycle.id, readingOf(event, territory));
  const letters = [...new Set(indicators.map((indicator) => indicator.family.letter))];
  return {
    base,
    work: await workOf(event, territory.id, cycle.id),
    adopted: indicators.filter((indicator) => indicator.status === 'adopted').length,
    discussed: indicators.filter((indicator) => indicator.status === 'discussed').length,
    families: letters.map((letter) => ({
      letter,
      name: indicators.find((indicator) => indicator.family.letter === letter)?.family.name ?? letter,
      indicators: indicators
        .filter((indicator) => indicator.family.letter === letter)
        .map(({ indicatorId, name, question, language, status, component, levels }) => ({
          ...{ id: indicatorId, name, question, language, status, component: component.name },
          ends: levels.filter((one) => one.level === 1 || one.level === 5),
        })),
    })),
  };
}

/** What waits for those who build the indicators; nothing for everybody else. */
async function workOf(event: PageServerLoadEvent, territoryId: string, cycleId: string) {
  const { house, person, language } = event.locals;
  if (!mayWorkOnIndicators(person, territoryId)) return undefined;
  const grid = await findGrid(house.db, territoryId, cycleId, { language, fallback: language });
  const viewer = await getViewer(house.db, person, territoryId);
  const { readable, sorted } = await countSorting(house.db, { territoryId, cycleId, viewer });
  return { unsorted: grid ? readable - sorted : 0 };
}
