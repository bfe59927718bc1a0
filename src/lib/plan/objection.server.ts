import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { recordOn, type Acting } from './belonging.server.ts';
import { getObjective } from './objective.server.ts';
import { getScenario } from './scenario.server.ts';

/** Raises an objection to a scenario: sought before anything is decided. The same form sent again is the same one. */
export async function raiseObjection(
  db: Db,
  facts: Acting & { scenarioId: string; objection: string; sentId?: string },
  now: number,
): Promise<string> {
  await requireOpenScenario(db, facts.territoryId, facts.scenarioId);
  const id = sentRowId(facts.actor, facts.sentId, facts.scenarioId, facts.objection);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('scenario_objection')
    .values({
      territory_id: facts.territoryId,
      id,
      scenario_id: facts.scenarioId,
      objection: facts.objection,
      answer: '',
      raised_by: facts.actor.id,
      raised_at: now,
      answered_by: null,
      answered_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await recordOn(db, facts, ['scenario', facts.scenarioId], 'objection.raised', now);
  return id;
}

/** Answers an objection, once: the same answer again changes nothing. @throws Refusal `plan.answered` when somebody has */
export async function answerObjection(
  db: Db,
  facts: Acting & { scenarioId: string; objectionId: string; answer: string },
  now: number,
): Promise<void> {
  await requireOpenScenario(db, facts.territoryId, facts.scenarioId);
  const { numUpdatedRows } = await db
    .updateTable('scenario_objection')
    .set({ answer: facts.answer, answered_by: facts.actor.id, answered_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('scenario_id', '=', facts.scenarioId)
    .where('id', '=', facts.objectionId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return requireSameAnswer(db, facts);
  await recordOn(db, facts, ['scenario', facts.scenarioId], 'objection.answered', now);
}

async function requireSameAnswer(
  db: Db,
  facts: { territoryId: string; scenarioId: string; objectionId: string; answer: string },
): Promise<void> {
  const row = await db
    .selectFrom('scenario_objection')
    .select('answer')
    .where('territory_id', '=', facts.territoryId)
    .where('scenario_id', '=', facts.scenarioId)
    .where('id', '=', facts.objectionId)
    .executeTakeFirst();
  if (there(row, 'objection').answer !== facts.answer) throw new Refusal('plan.answered');
}

async function requireOpenScenario(db: Db, territoryId: string, scenarioId: string): Promise<void> {
  const scenario = await getScenario(db, territoryId, scenarioId);
  const objective = await getObjective(db, territoryId, scenario.objective_id);
  await requireOpenCycle(db, territoryId, objective.cycle_id);
}
