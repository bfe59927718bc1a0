import type { Db } from '#lib/platform/tables.ts';
import { listPlacedCriteria, type PlacedCriterion } from './criterion-words.server.ts';
import type { Viewer } from './visible.server.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

/** Criteria that say the same, under the wording that was agreed last. */
export interface Grouping {
  readonly id: string;
  readonly sense: Sense;
  readonly polarity: CriterionPolarity;
  readonly text: string;
  readonly language: string;
  /** The group that agreed on it; null when it was agreed between groups. */
  readonly groupName: string | null;
  /** Those that the viewer may read, minority voices among them. */
  readonly criteria: readonly PlacedCriterion[];
  /** Members that have been sorted elsewhere since, or aren't the viewer's to read. */
  readonly others: number;
}

interface OfComponent {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly componentId: string;
}

/** The groupings of a component, with their criteria. A wording is shown only with words that the viewer may read. */
export async function listGroupings(db: Db, of: OfComponent, viewer: Viewer): Promise<Grouping[]> {
  const placed = await listPlacedCriteria(db, of, viewer);
  const rows = await db
    .selectFrom('grouping')
    .innerJoin('grouping_wording as wording', (join) =>
      join.onRef('wording.territory_id', '=', 'grouping.territory_id').onRef('wording.grouping_id', '=', 'grouping.id'),
    )
    .leftJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'grouping.territory_id').onRef('group.id', '=', 'grouping.group_id'),
    )
    .select((e) => [
      'grouping.id',
      'grouping.sense',
      'grouping.polarity',
      'group.name as groupName',
      'wording.text',
      'wording.language',
      e
        .selectFrom('grouping_member as member')
        .select((m) => m.fn.countAll<number>().as('members'))
        .whereRef('member.territory_id', '=', 'grouping.territory_id')
        .whereRef('member.grouping_id', '=', 'grouping.id')
        .where('member.removed_at', 'is', null)
        .as('members'),
    ])
    .where('grouping.territory_id', '=', of.territoryId)
    .where('grouping.cycle_id', '=', of.cycleId)
    .where('grouping.component_id', '=', of.componentId)
    .where('grouping.dissolved_at', 'is', null)
    .orderBy('grouping.created_at')
    .orderBy('grouping.id')
    .orderBy('wording.number', 'desc')
    .execute();
  const newest = rows.filter((row, place) => row.id !== rows[place - 1]?.id);
  return newest
    .map(({ members, ...grouping }) => {
      const criteria = placed.filter((one) => one.groupingId === grouping.id && one.sense === grouping.sense);
      return { ...grouping, criteria, others: Number(members) - criteria.length };
    })
    .filter((grouping) => grouping.criteria.length > 0);
}

/** One step in the life of a grouping. */
export interface GroupingStep {
  readonly what: 'worded' | 'added' | 'removed' | 'minority';
  readonly by: string | null;
  readonly at: number;
  /** The wording, or the criterion that came or went. */
  readonly text: string | undefined;
  readonly criterionId: string | undefined;
}

/** Who did what to a grouping, oldest first. */
export async function listGroupingSteps(db: Db, territoryId: string, groupingId: string): Promise<GroupingStep[]> {
  const wordings = await db
    .selectFrom('grouping_wording')
    .leftJoin('account', 'account.id', 'grouping_wording.worded_by')
    .select(['grouping_wording.text', 'grouping_wording.worded_at as at', 'account.name as by'])
    .where('grouping_wording.territory_id', '=', territoryId)
    .where('grouping_wording.grouping_id', '=', groupingId)
    .execute();
  const members = await db
    .selectFrom('grouping_member as member')
    .leftJoin('account as adder', 'adder.id', 'member.added_by')
    .leftJoin('account as remover', 'remover.id', 'member.removed_by')
    .select([
      'member.criterion_id as criterionId',
      'member.minority',
      'member.added_at',
      'member.removed_at',
      'adder.name as adder',
      'remover.name as remover',
    ])
    .where('member.territory_id', '=', territoryId)
    .where('member.grouping_id', '=', groupingId)
    .execute();
  const steps: GroupingStep[] = wordings.map((one) => ({ what: 'worded', ...one, criterionId: undefined }));
  for (const { criterionId, minority, ...one } of members) {
    const of = { criterionId, text: undefined };
    steps.push({ what: minority === 1 ? 'minority' : 'added', by: one.adder, at: one.added_at, ...of });
    if (one.removed_at !== null) steps.push({ what: 'removed', by: one.remover, at: one.removed_at, ...of });
  }
  return steps.sort((a, b) => a.at - b.at);
}
