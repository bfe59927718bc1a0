import { listIndicators } from '#lib/indicators/indicator-list.server.ts';
import { mayWorkOnIndicators } from '#lib/people/permission.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';
import { readingOf } from './working.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  publicPage(event, territory.id);
  const indicators = await listIndicators(event.locals.house.db, territory.id, cycle.id, readingOf(event, territory));
  const letters = [...new Set(indicators.map((indicator) => indicator.family.letter))];
  return {
    base,
    works: mayWorkOnIndicators(event.locals.person, territory.id),
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
