import { findGrid } from '#lib/indicators/grid.server.ts';
import { listGroupings, type Grouping } from '#lib/indicators/grouping-list.server.ts';
import { CRITERION_POLARITIES, SENSES } from '#lib/indicators/tables.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { readingIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';

/** The version of the grid that the cycle uses, retired components too. */
export const grid = publicTable(
  'grid',
  'indicators',
  {
    family: 'name',
    family_name: 'name',
    component_id: 'id',
    component: 'name',
    component_name: 'name',
    explanation: 'text',
    language: 'name',
    sourced: 'yes-no',
    retired: 'yes-no',
  },
  async (here) => {
    const found = await findGrid(here.db, here.territory.id, here.cycle.id, readingIn(here));
    return (found?.families ?? []).flatMap((family) =>
      family.components.map((component) => ({
        family: family.letter,
        family_name: family.name,
        component_id: component.id,
        component: component.code,
        component_name: component.name,
        explanation: component.explanation,
        language: component.language,
        sourced: component.sourced,
        retired: component.retired,
      })),
    );
  },
);

/** Words that say the same, under the wording that was agreed last. */
export const groupings = publicTable(
  'groupings',
  'indicators',
  {
    grouping_id: 'id',
    component: 'name',
    sense: SENSES,
    polarity: CRITERION_POLARITIES,
    text: 'text',
    language: 'name',
    group: 'name',
    published_words: 'number',
  },
  async (here) => {
    const listed = await listPublicGroupings(here);
    return listed.map((grouping) => ({
      grouping_id: grouping.id,
      component: grouping.component,
      sense: grouping.sense,
      polarity: grouping.polarity,
      text: grouping.text,
      language: grouping.language,
      group: grouping.groupName,
      published_words: grouping.criteria.length,
    }));
  },
);

/** The groupings that hold words that anyone may read, with these words alone, by component. */
export async function listPublicGroupings(here: Here): Promise<(Grouping & { component: string })[]> {
  const { db, territory, cycle } = here;
  const components = await listGroupedComponents(here);
  const listed = await Promise.all(
    components.map(async ({ id, code }) => {
      const of = { territoryId: territory.id, cycleId: cycle.id, componentId: id };
      return (await listGroupings(db, of, ANYONE)).map((grouping) => ({ ...grouping, component: code }));
    }),
  );
  return listed.flat();
}

function listGroupedComponents({ db, territory, cycle }: Here) {
  return db
    .selectFrom('component')
    .select(['component.id', 'component.code'])
    .where('component.territory_id', '=', territory.id)
    .where('component.id', 'in', (e) =>
      e
        .selectFrom('grouping')
        .select('grouping.component_id')
        .where('grouping.territory_id', '=', territory.id)
        .where('grouping.cycle_id', '=', cycle.id),
    )
    .orderBy('component.code')
    .orderBy('component.id')
    .execute();
}
