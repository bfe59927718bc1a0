import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, sortingTopicOf, type InCycle } from './acting.ts';
import { visibleCriteria, type Viewer } from './visible.server.ts';
import type { Sense } from './tables.ts';

export interface OfGrouping extends InCycle {
  readonly groupingId: string;
}

/** Adds criteria of the same component and sense. One that is in it already stays as it is. */
export async function addToGrouping(
  db: Db,
  facts: OfGrouping & { criterionIds: readonly string[]; viewer: Viewer },
  now: number,
): Promise<void> {
  const grouping = await getOpenGrouping(db, facts);
  for (const criterionId of facts.criterionIds)
    await addMember(db, { ...facts, ...placeOf(grouping), criterionId, minority: false }, now);
  await tell(db, facts, 'grouping.extended', grouping.id, now);
}

/** Takes a criterion out again. Doing it twice changes nothing. */
export async function removeFromGrouping(
  db: Db,
  facts: OfGrouping & { criterionId: string; viewer: Viewer },
  now: number,
): Promise<void> {
  const grouping = await getOpenGrouping(db, facts);
  await endMember(db, facts, now);
  await tell(db, facts, 'grouping.reduced', grouping.id, now);
}

/** Marks a voice that says it otherwise than the others, or takes the mark away. */
export async function markMinority(
  db: Db,
  facts: OfGrouping & { criterionId: string; minority: boolean; viewer: Viewer },
  now: number,
): Promise<void> {
  const grouping = await getOpenGrouping(db, facts);
  if (!(await endMember(db, facts, now))) throw new NotThere('criterion of the grouping');
  await addMember(db, { ...facts, ...placeOf(grouping) }, now);
  await tell(db, facts, facts.minority ? 'minority.marked' : 'minority.unmarked', grouping.id, now);
}

export async function getOpenGrouping(db: Db, facts: OfGrouping): Promise<Row<'grouping'>> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const row = await db
    .selectFrom('grouping')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.groupingId)
    .where('cycle_id', '=', facts.cycleId)
    .executeTakeFirst();
  const grouping = there(row, 'grouping');
  if (grouping.dissolved_at !== null) throw new Refusal('indicators.groupingDissolved');
  return grouping;
}

function placeOf(grouping: Row<'grouping'>) {
  return { groupingId: grouping.id, componentId: grouping.component_id, sense: grouping.sense };
}

export interface Membership extends OfGrouping {
  readonly componentId: string;
  readonly sense: Sense;
  readonly criterionId: string;
  readonly minority: boolean;
  readonly viewer: Viewer;
}

/** @throws Refusal `indicators.sortedElsewhere`, `indicators.alreadyGrouped` */
export async function addMember(db: Db, facts: Membership, now: number): Promise<void> {
  await requirePlace(db, facts);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('grouping_member')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      grouping_id: facts.groupingId,
      criterion_id: facts.criterionId,
      minority: facts.minority ? 1 : 0,
      added_by: accountOf(facts.actor),
      added_at: now,
      removed_by: null,
      removed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n && !(await isMember(db, facts))) throw new Refusal('indicators.alreadyGrouped');
}

async function requirePlace(db: Db, facts: Membership): Promise<void> {
  const { territoryId, cycleId, criterionId, viewer } = facts;
  const row = await visibleCriteria(db, territoryId, viewer)
    .leftJoin('criterion_place as place', (join) =>
      join.onRef('place.territory_id', '=', 'criterion.territory_id').onRef('place.criterion_id', '=', 'criterion.id'),
    )
    .leftJoin('classification', (join) =>
      join
        .onRef('classification.territory_id', '=', 'place.territory_id')
        .onRef('classification.id', '=', 'place.classification_id'),
    )
    .select(['classification.component_id', 'classification.sense'])
    .where('note.cycle_id', '=', cycleId)
    .where('criterion.id', '=', criterionId)
    .executeTakeFirst();
  const place = there(row, 'criterion');
  if (place.component_id !== facts.componentId || place.sense !== facts.sense)
    throw new Refusal('indicators.sortedElsewhere');
}

async function isMember(db: Db, { territoryId, groupingId, criterionId }: Membership): Promise<boolean> {
  const row = await db
    .selectFrom('grouping_member')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('grouping_id', '=', groupingId)
    .where('criterion_id', '=', criterionId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether it was a member until now */
async function endMember(
  db: Db,
  facts: OfGrouping & { criterionId: string; viewer: Viewer },
  now: number,
): Promise<boolean> {
  const readable = await visibleCriteria(db, facts.territoryId, facts.viewer)
    .select('criterion.id')
    .where('note.cycle_id', '=', facts.cycleId)
    .where('criterion.id', '=', facts.criterionId)
    .executeTakeFirst();
  there(readable, 'criterion');
  const { numUpdatedRows } = await db
    .updateTable('grouping_member')
    .set({ removed_by: accountOf(facts.actor), removed_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('grouping_id', '=', facts.groupingId)
    .where('criterion_id', '=', facts.criterionId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function tell(db: Db, facts: InCycle, verb: string, id: string, now: number): Promise<void> {
  const { territoryId, cycleId, actor } = facts;
  await record(db, { territoryId, actor, verb, subject: ['grouping', id], topic: sortingTopicOf(cycleId) }, now);
}
