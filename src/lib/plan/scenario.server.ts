import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { recordOn, requireFrozen, type Acting } from './belonging.server.ts';
import { getObjective } from './objective.server.ts';

export interface ScenarioEffect {
  readonly versionId: string;
  /** −2 much worse … 0 none … 2 much better. */
  readonly effect: number;
  readonly words: string;
}

export interface ScenarioFacts {
  readonly name: string;
  readonly description: string;
  readonly onWorstOff: string;
  readonly onFuture: string;
  readonly costCents: number;
  /** Its expected effect on frozen indicators, each once. */
  readonly effects: readonly ScenarioEffect[];
}

/** Writes a way to an objective, to be compared with at least one other before anything is decided. */
export async function writeScenario(
  db: Db,
  facts: ScenarioFacts & Acting & { objectiveId: string; sentId?: string },
  now: number,
): Promise<string> {
  const { territoryId, effects } = facts;
  const objective = await getObjective(db, territoryId, facts.objectiveId);
  await requireOpenCycle(db, territoryId, objective.cycle_id);
  await requireFrozen(
    db,
    { territoryId, cycleId: objective.cycle_id },
    effects.map((one) => one.versionId),
  );
  const content = contentOf(facts);
  const id = sentRowId(facts.actor, facts.sentId, objective.id, content, effects);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('scenario')
    .values({
      territory_id: territoryId,
      id,
      objective_id: objective.id,
      ...content,
      written_by: facts.actor.id,
      written_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  const rows = effects.map(({ versionId, effect, words }) => ({ indicator_version_id: versionId, effect, words }));
  if (rows.length > 0)
    await db
      .insertInto('scenario_effect')
      .values(rows.map((row) => ({ territory_id: territoryId, scenario_id: id, ...row })))
      .execute();
  await recordOn(db, facts, ['scenario', id], 'scenario.written', now);
  return id;
}

interface OnScenario extends Acting {
  readonly scenarioId: string;
}

/**
 * Takes back a way that nobody pursues; what was said against it stays.
 * @throws Refusal `plan.chosenAlready`, `cycle.closed`
 */
export async function withdrawScenario(db: Db, facts: OnScenario, now: number): Promise<void> {
  const scenario = await getScenario(db, facts.territoryId, facts.scenarioId);
  const objective = await getObjective(db, facts.territoryId, scenario.objective_id);
  await requireOpenCycle(db, facts.territoryId, objective.cycle_id);
  const choice = await findChoice(db, facts.territoryId, scenario.id);
  if (choice?.chosen === 1) throw new Refusal('plan.chosenAlready');
  await db
    .updateTable('scenario')
    .set({ withdrawn_at: now, withdrawn_by: facts.actor.id })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', scenario.id)
    .execute();
  await recordOn(db, facts, ['scenario', scenario.id], 'scenario.withdrawn', now);
}

/**
 * Chooses a way, or sets it aside, with a public reason; a later choice holds and the earlier ones stay told.
 * @throws Refusal `plan.twoScenarios` before there are two to compare, `plan.openObjections` while one to any of them
 *   waits for its answer, `plan.meanwhile` when somebody chose at the same moment
 */
export async function chooseScenario(
  db: Db,
  facts: OnScenario & { chosen: boolean; reason: string },
  now: number,
): Promise<void> {
  const { territoryId } = facts;
  const scenario = await getScenario(db, territoryId, facts.scenarioId);
  const objective = await getObjective(db, territoryId, scenario.objective_id);
  await requireOpenCycle(db, territoryId, objective.cycle_id);
  await requireCompared(db, territoryId, objective.id);
  const last = await findChoice(db, territoryId, scenario.id);
  const chosen = facts.chosen ? (1 as const) : (0 as const);
  if (last?.chosen === chosen && last.reason === facts.reason) return;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('scenario_choice')
    .values({
      territory_id: territoryId,
      id: randomId(),
      scenario_id: scenario.id,
      number: (last?.number ?? 0) + 1,
      chosen,
      reason: facts.reason,
      chosen_by: facts.actor.id,
      chosen_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'scenario_id', 'number']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('plan.meanwhile');
  await recordOn(db, facts, ['scenario', scenario.id], facts.chosen ? 'scenario.chosen' : 'scenario.set-aside', now);
}

/** A scenario that hasn't been taken back. */
export async function getScenario(db: Db, territoryId: string, id: string): Promise<Row<'scenario'>> {
  const row = await db
    .selectFrom('scenario')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return there(row, 'scenario');
}

async function requireCompared(db: Db, territoryId: string, objectiveId: string): Promise<void> {
  const ways = await db
    .selectFrom('scenario')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('objective_id', '=', objectiveId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (ways.length < 2) throw new Refusal('plan.twoScenarios');
  const open = await db
    .selectFrom('scenario_objection')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where(
      'scenario_id',
      'in',
      ways.map((way) => way.id),
    )
    .where('answered_at', 'is', null)
    .execute();
  if (open.length > 0) throw new Refusal('plan.openObjections', { count: open.length });
}

function findChoice(db: Db, territoryId: string, scenarioId: string): Promise<Row<'scenario_choice'> | undefined> {
  return db
    .selectFrom('scenario_choice')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('scenario_id', '=', scenarioId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
}

function contentOf(facts: ScenarioFacts) {
  return {
    name: facts.name,
    description: facts.description,
    on_worst_off: facts.onWorstOff,
    on_future: facts.onFuture,
    cost_cents: facts.costCents,
  };
}
