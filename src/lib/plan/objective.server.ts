import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { requireDecision } from '#lib/territory/decision.server.ts';
import { recordOn, requireFrozen, type Acting } from './belonging.server.ts';

export interface ObjectiveFacts {
  /** The frozen indicator whose situation is to change. */
  readonly versionId: string;
  /** The closed round whose result gave rise to it; null where none did. */
  readonly roundId: string | null;
  readonly title: string;
  /** May be empty. */
  readonly why: string;
  /** From one of the situations 1–4 to a better one. */
  readonly fromLevel: number;
  readonly toLevel: number;
  readonly forWhom: string;
  readonly byDay: string;
}

/**
 * Proposes an objective from an indicator; the coordination group agrees it (`agreeObjective`). The same form sent
 * again is the same objective.
 * @throws Refusal `plan.levels` unless it leads to a better situation, `cycle.closed`
 * @throws NotThere for a version that isn't frozen, or a round that is open or doesn't ask it; or of another cycle
 */
export async function proposeObjective(
  db: Db,
  facts: ObjectiveFacts & Acting & { cycleId: string; sentId?: string },
  now: number,
): Promise<string> {
  const { territoryId, cycleId } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  if (facts.fromLevel >= facts.toLevel) throw new Refusal('plan.levels');
  await requireFrozen(db, facts, [facts.versionId]);
  await requireResult(db, facts);
  const content = contentOf(facts);
  const id = sentRowId(facts.actor, facts.sentId, cycleId, content);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('objective')
    .values({
      territory_id: territoryId,
      id,
      cycle_id: cycleId,
      ...content,
      proposed_by: facts.actor.id,
      proposed_at: now,
      agreed_at: null,
      agree_decision_id: null,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await recordOn(db, facts, ['objective', id], 'objective.proposed', now);
  return id;
}

interface OnObjective extends Acting {
  readonly objectiveId: string;
}

/**
 * Agrees an objective, by the body's confirmed decision. Agreeing twice changes nothing.
 * @throws Refusal `decision.needed`, `cycle.closed`
 */
export async function agreeObjective(db: Db, facts: OnObjective, now: number): Promise<void> {
  const objective = await getObjective(db, facts.territoryId, facts.objectiveId);
  await requireOpenCycle(db, facts.territoryId, objective.cycle_id);
  if (objective.agreed_at !== null) return;
  const decision = await requireDecision(db, { ...facts, purpose: 'agree-objective', subjectId: objective.id });
  await set(db, facts, { agreed_at: now, agree_decision_id: decision.id });
  await recordOn(db, facts, ['objective', objective.id], 'objective.agreed', now);
}

/**
 * Takes back an objective that was entered wrongly; its row stays.
 * @throws Refusal `cycle.closed`, `plan.agreedAlready`, `plan.hasProposals` once others rely on it
 */
export async function withdrawObjective(db: Db, facts: OnObjective, now: number): Promise<void> {
  const objective = await getObjective(db, facts.territoryId, facts.objectiveId);
  await requireOpenCycle(db, facts.territoryId, objective.cycle_id);
  if (objective.agreed_at !== null) throw new Refusal('plan.agreedAlready');
  const answer = await db
    .selectFrom('proposal_objective')
    .select('proposal_id')
    .where('territory_id', '=', facts.territoryId)
    .where('objective_id', '=', objective.id)
    .executeTakeFirst();
  if (answer) throw new Refusal('plan.hasProposals');
  await set(db, facts, { withdrawn_at: now, withdrawn_by: facts.actor.id });
  await recordOn(db, facts, ['objective', objective.id], 'objective.withdrawn', now);
}

export type Objective = Row<'objective'>;

export async function getObjective(db: Db, territoryId: string, id: string): Promise<Objective> {
  return there(await objectives(db, territoryId).where('id', '=', id).executeTakeFirst(), 'objective');
}

/** A cycle's objectives, by the day they are due. */
export function listObjectives(db: Db, territoryId: string, cycleId: string): Promise<Objective[]> {
  return objectives(db, territoryId).where('cycle_id', '=', cycleId).orderBy('by_day').orderBy('title').execute();
}

/** The objectives that came of a frozen indicator: the way forward from its result. */
export function listObjectivesOf(db: Db, territoryId: string, versionId: string): Promise<Objective[]> {
  return objectives(db, territoryId).where('indicator_version_id', '=', versionId).orderBy('proposed_at').execute();
}

async function requireResult(db: Db, facts: ObjectiveFacts & Acting & { cycleId: string }): Promise<void> {
  const { territoryId, cycleId, roundId, versionId } = facts;
  if (roundId === null) return;
  const asked = await db
    .selectFrom('round_indicator')
    .innerJoin('round', (join) =>
      join
        .onRef('round.territory_id', '=', 'round_indicator.territory_id')
        .onRef('round.id', '=', 'round_indicator.round_id'),
    )
    .select('round.id')
    .where('round.territory_id', '=', territoryId)
    .where('round.id', '=', roundId)
    .where('round.cycle_id', '=', cycleId)
    .where('round.closed_at', 'is not', null)
    .where('round_indicator.indicator_version_id', '=', versionId)
    .executeTakeFirst();
  there(asked, 'round');
}

function contentOf(facts: ObjectiveFacts) {
  return {
    indicator_version_id: facts.versionId,
    round_id: facts.roundId,
    title: facts.title,
    why: facts.why,
    from_level: facts.fromLevel,
    to_level: facts.toLevel,
    for_whom: facts.forWhom,
    by_day: facts.byDay,
  };
}

async function set(db: Db, { territoryId, objectiveId }: OnObjective, values: Partial<Objective>): Promise<void> {
  await db
    .updateTable('objective')
    .set(values)
    .where('territory_id', '=', territoryId)
    .where('id', '=', objectiveId)
    .execute();
}

function objectives(db: Db, territoryId: string) {
  return db
    .selectFrom('objective')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('withdrawn_at', 'is', null);
}
