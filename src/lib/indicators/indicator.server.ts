import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { there } from '#lib/platform/refusal.ts';
import { accountOf, indicatorTopicOf, type InCycle } from './acting.ts';
import { addVersion, wordVersion } from './draft.server.ts';
import { openPath } from './path.server.ts';
import { sentRowId } from './sent-row.server.ts';
import type { Direction, IndicatorStatus } from './tables.ts';

/**
 * Begins an indicator from a component's progress path: a first version, still a draft.
 * @returns the indicator's id and its draft version's
 */
export async function createIndicator(
  db: Db,
  facts: InCycle & {
    componentId: string;
    direction: Direction;
    language: string;
    name: string;
    question: string;
    sentId?: string;
  },
  now: number,
): Promise<{ id: string; versionId: string }> {
  const { territoryId, cycleId, actor, componentId, direction } = facts;
  const path = await openPath(db, facts, now);
  const id = sentRowId(actor, facts.sentId, cycleId, componentId, direction, facts.name, facts.question);
  const versionId = sentRowId(actor, facts.sentId, id, 'version 1');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('indicator')
    .values({ territory_id: territoryId, id, status: 'draft', created_by: accountOf(actor), created_at: now })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return { id, versionId };
  const of = { territoryId, cycleId, actor, indicatorId: id, pathId: path.id, componentId, direction };
  await addVersion(db, { ...of, id: versionId, number: 1 }, now);
  const { language, name, question } = facts;
  await wordVersion(db, territoryId, versionId, { language, form: 'plain', name, question, levels: [] });
  await putInCycle(db, { ...facts, indicatorId: id, versionId: null, carriedFrom: null }, now);
  await setStatus(db, { territoryId, actor, indicatorId: id, versionId, status: 'draft', decisionId: null }, now);
  return { id, versionId };
}

/** An indicator takes part in a cycle, with the frozen version that holds there or with none yet. */
export async function putInCycle(
  db: Db,
  facts: InCycle & { indicatorId: string; versionId: string | null; carriedFrom: string | null },
  now: number,
): Promise<void> {
  const holds = { indicator_version_id: facts.versionId };
  await db
    .insertInto('cycle_indicator')
    .values({
      territory_id: facts.territoryId,
      cycle_id: facts.cycleId,
      indicator_id: facts.indicatorId,
      ...holds,
      carried_from: facts.carriedFrom,
      added_by: accountOf(facts.actor),
      added_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id', 'indicator_id']).doUpdateSet(holds))
    .execute();
}

/**
 * Where an indicator stands from now on; where it stood stays in its history. The draft of an adopted indicator is
 * discussed while the adopted version goes on holding.
 */
export async function setStatus(
  db: Db,
  facts: {
    territoryId: string;
    actor: Actor;
    indicatorId: string;
    versionId: string;
    status: IndicatorStatus;
    decisionId: string | null;
  },
  now: number,
): Promise<void> {
  const { territoryId, actor, indicatorId, status } = facts;
  await db
    .updateTable('indicator')
    .set({ status })
    .where('territory_id', '=', territoryId)
    .where('id', '=', indicatorId)
    .$if(status === 'draft' || status === 'discussed', (update) => update.where('status', '!=', 'adopted'))
    .execute();
  await db
    .insertInto('indicator_status')
    .values({
      territory_id: territoryId,
      id: randomId(),
      indicator_id: indicatorId,
      indicator_version_id: facts.versionId,
      status,
      decision_id: facts.decisionId,
      set_by: accountOf(actor),
      set_at: now,
    })
    .execute();
  const topic = indicatorTopicOf(indicatorId);
  await record(
    db,
    { territoryId, actor, verb: `indicator.${status}`, subject: ['indicator', indicatorId], topic },
    now,
  );
}

/** @throws NotThere also for another territory's */
export async function getIndicator(db: Db, territoryId: string, id: string): Promise<Row<'indicator'>> {
  const row = await db
    .selectFrom('indicator')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'indicator');
}
