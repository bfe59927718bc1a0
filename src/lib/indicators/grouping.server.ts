import { record } from '#lib/platform/journal.server.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { accountOf, sortingTopicOf, type InCycle } from './acting.ts';
import { getComponent } from './component.server.ts';
import { sentRowId } from './sent-row.server.ts';
import { addMember, getOpenGrouping, type OfGrouping } from './grouping-member.server.ts';
import type { Viewer } from './visible.server.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

export interface GroupingWords {
  readonly language: string;
  /** What the criteria say together, as it was agreed. */
  readonly text: string;
}

/**
 * Puts criteria that say the same under one wording. Each keeps its own words and its group.
 * @param facts.groupId the group that agreed on it; null when it was agreed between groups
 * @throws Refusal `indicators.sortedElsewhere` when a criterion lies in another component or sense,
 *   `indicators.alreadyGrouped` when it lies in another grouping, `indicators.groupingNeedsTwo`
 */
export async function createGrouping(
  db: Db,
  facts: InCycle &
    GroupingWords & {
      componentId: string;
      sense: Sense;
      polarity: CriterionPolarity;
      groupId: string | null;
      criterionIds: readonly string[];
      viewer: Viewer;
      sentId?: string;
    },
  now: number,
): Promise<string> {
  const { territoryId, cycleId, actor, componentId, sense, polarity, groupId, criterionIds } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  await getComponent(db, facts);
  if (groupId !== null) await requireGroup(db, territoryId, cycleId, groupId);
  if (criterionIds.length < 2) throw new Refusal('indicators.groupingNeedsTwo');
  const id = sentRowId(actor, facts.sentId, componentId, sense, polarity, groupId, facts.text, criterionIds);
  const made = { created_by: accountOf(actor), created_at: now, dissolved_by: null, dissolved_at: null };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('grouping')
    .values({
      territory_id: territoryId,
      id,
      cycle_id: cycleId,
      component_id: componentId,
      sense,
      polarity,
      group_id: groupId,
      ...made,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await addWording(db, facts, id, 1, now);
  for (const criterionId of criterionIds)
    await addMember(db, { ...facts, groupingId: id, criterionId, minority: false }, now);
  await tell(db, facts, 'grouping.created', id, now);
  return id;
}

/** Another agreed wording; the earlier ones stay in its history. */
export async function wordGrouping(db: Db, facts: OfGrouping & GroupingWords, now: number): Promise<void> {
  const grouping = await getOpenGrouping(db, facts);
  const last = await db
    .selectFrom('grouping_wording')
    .select(['number', 'language', 'text'])
    .where('territory_id', '=', facts.territoryId)
    .where('grouping_id', '=', grouping.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.text === facts.text && last.language === facts.language) return;
  await addWording(db, facts, grouping.id, (last?.number ?? 0) + 1, now);
  await tell(db, facts, 'grouping.worded', grouping.id, now);
}

/** Splits the grouping up: its criteria stand for themselves again, and its history stays. */
export async function dissolveGrouping(db: Db, facts: OfGrouping, now: number): Promise<void> {
  const grouping = await getOpenGrouping(db, facts);
  const by = accountOf(facts.actor);
  await db
    .updateTable('grouping_member')
    .set({ removed_by: by, removed_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('grouping_id', '=', grouping.id)
    .where('removed_at', 'is', null)
    .execute();
  await db
    .updateTable('grouping')
    .set({ dissolved_by: by, dissolved_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', grouping.id)
    .execute();
  await tell(db, facts, 'grouping.dissolved', grouping.id, now);
}

async function requireGroup(db: Db, territoryId: string, cycleId: string, groupId: string): Promise<void> {
  const group = await getGroup(db, territoryId, groupId);
  if (group.cycle_id !== cycleId) throw new NotThere('group');
}

async function addWording(
  db: Db,
  facts: InCycle & GroupingWords,
  id: string,
  number: number,
  now: number,
): Promise<void> {
  await db
    .insertInto('grouping_wording')
    .values({
      territory_id: facts.territoryId,
      grouping_id: id,
      number,
      language: facts.language,
      text: facts.text,
      worded_by: accountOf(facts.actor),
      worded_at: now,
    })
    .execute();
}

async function tell(db: Db, facts: InCycle, verb: string, id: string, now: number): Promise<void> {
  const { territoryId, cycleId, actor } = facts;
  await record(db, { territoryId, actor, verb, subject: ['grouping', id], topic: sortingTopicOf(cycleId) }, now);
}
