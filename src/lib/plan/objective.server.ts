import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { requireDecision } from '#lib/territory/decision.server.ts';

export interface ObjectiveFacts {
  /** The frozen indicator whose situation is to change. */
  readonly versionId: string;
  /** The round whose result gave rise to it; null where none did. */
  readonly roundId: string | null;
  /** From one of the situations 1–4 to a better one. */
  readonly fromLevel: number;
  readonly toLevel: number;
  readonly forWhom: string;
  readonly byDay: string;
}

/**
 * Proposes an objective from an indicator; the coordination group agrees it (`agreeObjective`).
 * @throws Refusal `plan.levels` unless it leads to a better situation, `plan.notFrozen` for another version
 */
export async function proposeObjective(
  db: Db,
  facts: ObjectiveFacts & { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  if (facts.fromLevel >= facts.toLevel) throw new Refusal('plan.levels');
  await requireFrozen(db, facts.territoryId, facts.versionId);
  const id = randomId();
  await db
    .insertInto('objective')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      indicator_version_id: facts.versionId,
      round_id: facts.roundId,
      from_level: facts.fromLevel,
      to_level: facts.toLevel,
      for_whom: facts.forWhom,
      by_day: facts.byDay,
      proposed_by: facts.actor.id,
      proposed_at: now,
      agreed_at: null,
      agree_decision_id: null,
      withdrawn_at: null,
    })
    .execute();
  await recordOn(db, facts, id, 'objective.proposed', now);
  return id;
}

/** Agrees an objective, by the body's confirmed decision. Agreeing twice changes nothing. @throws Refusal `decision.needed` */
export async function agreeObjective(
  db: Db,
  facts: { territoryId: string; objectiveId: string; actor: Actor },
  now: number,
): Promise<void> {
  const objective = await getObjective(db, facts.territoryId, facts.objectiveId);
  if (objective.agreed_at !== null) return;
  const decision = await requireDecision(db, { ...facts, purpose: 'agree-objective', subjectId: objective.id });
  await db
    .updateTable('objective')
    .set({ agreed_at: now, agree_decision_id: decision.id })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', objective.id)
    .execute();
  await recordOn(db, facts, objective.id, 'objective.agreed', now);
}

export type Objective = Row<'objective'>;

export async function getObjective(db: Db, territoryId: string, id: string): Promise<Objective> {
  const row = await objectives(db, territoryId).where('id', '=', id).executeTakeFirst();
  return there(row, 'objective');
}

/** A cycle's objectives, by the day they are due. */
export function listObjectives(db: Db, territoryId: string, cycleId: string): Promise<Objective[]> {
  return objectives(db, territoryId).where('cycle_id', '=', cycleId).orderBy('by_day').orderBy('proposed_at').execute();
}

/** The objectives that came of an indicator: the way forward from its result. */
export function listObjectivesOf(db: Db, territoryId: string, versionId: string): Promise<Objective[]> {
  return objectives(db, territoryId).where('indicator_version_id', '=', versionId).orderBy('proposed_at').execute();
}

async function requireFrozen(db: Db, territoryId: string, versionId: string): Promise<void> {
  const version = await db
    .selectFrom('indicator_version')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('id', '=', versionId)
    .where('frozen_at', 'is not', null)
    .executeTakeFirst();
  if (!version) throw new Refusal('plan.notFrozen');
}

function objectives(db: Db, territoryId: string) {
  return db
    .selectFrom('objective')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('withdrawn_at', 'is', null);
}

function recordOn(
  db: Db,
  facts: { territoryId: string; actor: Actor },
  id: string,
  verb: string,
  now: number,
): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['objective', id] }, now);
}
