import { listReach } from '#lib/definitions/campaign.server.ts';
import { countWords } from '#lib/definitions/counter.server.ts';
import { countBySource, listGroupCoverage, listItemCoverage } from '#lib/definitions/coverage.server.ts';
import { needsPeople } from '#lib/definitions/coverage.ts';
import { translator } from '#lib/messages/translate.ts';
import { mayCoordinate, mayPlanGathering, maySeeCoverage } from '#lib/people/permission.ts';
import { countInvitations } from '#lib/territory/gathering-invitation.server.ts';
import { LEAST_PEOPLE, MOST_PEOPLE } from '#lib/territory/group.form.ts';
import { leastShownIn } from '#lib/territory/least-shown.ts';
import { admit } from '#routes/act.server.ts';
import { getPlace } from '#routes/place.server.ts';
import { labelOf, listCategories } from './categories.server.ts';

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  const { person, language } = event.locals;
  admit(event, maySeeCoverage(person, territory.id));
  const { db } = event.locals.house;
  const least = leastShownIn(cycle, territory);
  const categories = await listCategories(db, territory.id, translator(language));
  const items = await listItemCoverage(db, { territoryId: territory.id, cycleId: cycle.id, least });
  const groups = await listGroupCoverage(db, territory.id, cycle.id);
  return {
    base,
    least,
    size: { least: LEAST_PEOPLE, most: MOST_PEOPLE },
    plans: mayPlanGathering(person, territory.id) && cycle.closed_at === null,
    coordinates: mayCoordinate(person, territory.id),
    people: (await countWords(db, territory.id, cycle.id)).people,
    groups: groups.map((group) => ({ ...group, invited: needsPeople(group) })),
    items: items.map(({ item, ...covered }) => {
      const named = <T extends { readonly category: string }>(one: T) => ({
        ...one,
        label: labelOf(categories[item], one.category),
      });
      return { ...covered, item, categories: covered.categories.map(named), toInvite: covered.toInvite.map(named) };
    }),
    ways: await countInvitations(db, territory.id, cycle.id),
    reach: await listReach(db, { territoryId: territory.id, cycleId: cycle.id }),
    sources: await countBySource(db, territory.id, cycle.id),
  };
}
