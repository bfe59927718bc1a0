import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getObjective } from './objective.server.ts';

export interface ScenarioFacts {
  readonly name: string;
  readonly description: string;
  readonly onWorstOff: string;
  readonly onFuture: string;
  readonly costCents: number;
  /** Its expected effect on indicators: −2 much worse … 0 none … 2 much better, each once. */
  readonly effects: readonly { readonly versionId: string; readonly effect: number; readonly words: string }[];
}

/** Writes a way to an objective, to be compared with at least one other before anything is decided. */
export async function writeScenario(
  db: Db,
  facts: ScenarioFacts & { territoryId: string; objectiveId: string; actor: Actor },
  now: number,
): Promise<string> {
  const objective = await getObjective(db, facts.territoryId, facts.objectiveId);
  const id = randomId();
  await db
    .insertInto('scenario')
    .values({
      territory_id: facts.territoryId,
      id,
      objective_id: objective.id,
      name: facts.name,
      description: facts.description,
      on_worst_off: facts.onWorstOff,
      on_future: facts.onFuture,
      cost_cents: facts.costCents,
      written_by: facts.actor.id,
      written_at: now,
      withdrawn_at: null,
    })
    .execute();
  for (const { versionId, effect, words } of facts.effects) {
    await db
      .insertInto('scenario_effect')
      .values({ territory_id: facts.territoryId, scenario_id: id, indicator_version_id: versionId, effect, words })
      .execute();
  }
  await recordOn(db, facts, id, 'scenario.written', now);
  return id;
}

/** Raises an objection to a scenario: sought before anything is decided. */
export async function raiseObjection(
  db: Db,
  facts: { territoryId: string; scenarioId: string; objection: string; actor: Actor },
  now: number,
): Promise<string> {
  await getScenario(db, facts.territoryId, facts.scenarioId);
  const id = randomId();
  await db
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
    .execute();
  await recordOn(db, facts, facts.scenarioId, 'objection.raised', now);
  return id;
}

/** Answers an objection, once. @throws Refusal `plan.answered` when somebody has */
export async function answerObjection(
  db: Db,
  facts: { territoryId: string; objectionId: string; answer: string; actor: Actor },
  now: number,
): Promise<void> {
  const answered = await db
    .updateTable('scenario_objection')
    .set({ answer: facts.answer, answered_by: facts.actor.id, answered_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.objectionId)
    .where('answered_at', 'is', null)
    .returning('scenario_id')
    .executeTakeFirst();
  if (!answered) throw new Refusal('plan.answered');
  await recordOn(db, facts, answered.scenario_id, 'objection.answered', now);
}

export interface Scenario extends Row<'scenario'> {
  readonly effects: readonly Row<'scenario_effect'>[];
  readonly objections: readonly Row<'scenario_objection'>[];
}

/** The ways to an objective, in the order in which they were written, with effects and objections. */
export async function listScenarios(db: Db, territoryId: string, objectiveId: string): Promise<Scenario[]> {
  const rows = await scenarios(db, territoryId)
    .where('objective_id', '=', objectiveId)
    .where('withdrawn_at', 'is', null)
    .orderBy('written_at')
    .orderBy('name')
    .execute();
  const ids = ['', ...rows.map((row) => row.id)];
  const effects = await db
    .selectFrom('scenario_effect')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .execute();
  const objections = await db
    .selectFrom('scenario_objection')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .orderBy('raised_at')
    .execute();
  return rows.map((row) => ({
    ...row,
    effects: effects.filter((effect) => effect.scenario_id === row.id),
    objections: objections.filter((objection) => objection.scenario_id === row.id),
  }));
}

export async function getScenario(db: Db, territoryId: string, id: string): Promise<Row<'scenario'>> {
  return there(await scenarios(db, territoryId).where('id', '=', id).executeTakeFirst(), 'scenario');
}

function scenarios(db: Db, territoryId: string) {
  return db.selectFrom('scenario').selectAll().where('territory_id', '=', territoryId);
}

function recordOn(
  db: Db,
  facts: { territoryId: string; actor: Actor },
  id: string,
  verb: string,
  now: number,
): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['scenario', id] }, now);
}
