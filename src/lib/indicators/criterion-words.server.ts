import type { Db } from '#lib/platform/tables.ts';
import { EVERYTHING, placedCriteria, visibleCriteria, type Viewer } from './visible.server.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

/** A criterion as people read it: someone's own words, and the group that approved them. Never who or when. */
export interface CriterionWords {
  readonly id: string;
  readonly words: string;
  readonly language: string;
  readonly noteId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly questionId: string;
}

/** Criteria as a viewer may read them; the order says nothing about who spoke when. */
export function describedCriteria(db: Db, territoryId: string, viewer: Viewer) {
  return visibleCriteria(db, territoryId, viewer)
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'note.territory_id').onRef('group.id', '=', 'note.group_id'),
    )
    .select([
      'criterion.id',
      'criterion.words',
      'note.language',
      'note.id as noteId',
      'note.group_id as groupId',
      'group.name as groupName',
      'note.question_id as questionId',
    ])
    .orderBy('criterion.id');
}

/** A criterion that lies in a component, and perhaps in a grouping. */
export interface PlacedCriterion extends CriterionWords {
  readonly sense: Sense;
  readonly polarity: CriterionPolarity;
  readonly groupingId: string | null;
  readonly minority: boolean;
}

interface OfComponent {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly componentId: string;
}

/** What lies in a component now, of the cycle's words. */
export async function listPlacedCriteria(db: Db, of: OfComponent, viewer: Viewer): Promise<PlacedCriterion[]> {
  const rows = await describedCriteria(db, of.territoryId, viewer)
    .innerJoin('criterion_place as place', (join) =>
      join.onRef('place.territory_id', '=', 'criterion.territory_id').onRef('place.criterion_id', '=', 'criterion.id'),
    )
    .innerJoin('classification', (join) =>
      join
        .onRef('classification.territory_id', '=', 'place.territory_id')
        .onRef('classification.id', '=', 'place.classification_id'),
    )
    .leftJoin('grouping_member as member', (join) =>
      join
        .onRef('member.territory_id', '=', 'criterion.territory_id')
        .onRef('member.criterion_id', '=', 'criterion.id')
        .on('member.removed_at', 'is', null),
    )
    .select(['classification.sense', 'classification.polarity', 'member.grouping_id as groupingId', 'member.minority'])
    .where('note.cycle_id', '=', of.cycleId)
    .where('classification.component_id', '=', of.componentId)
    .execute();
  return rows.map((row) => ({ ...row, minority: row.minority === 1 }));
}

/** How many criteria lie in each component and sense, whoever may read them. */
export async function countPlacedCriteria(
  db: Db,
  { territoryId, cycleId }: { territoryId: string; cycleId: string },
): Promise<{ componentId: string; sense: Sense; count: number }[]> {
  const rows = await placedCriteria(db, territoryId, EVERYTHING)
    .select((e) => [
      'classification.component_id as componentId',
      'classification.sense',
      e.fn.countAll<number>().as('count'),
    ])
    .where('note.cycle_id', '=', cycleId)
    .groupBy(['classification.component_id', 'classification.sense'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
