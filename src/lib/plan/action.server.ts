import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { listProposals } from './proposal.server.ts';
import type { ActionStatus } from './tables.ts';

export type Action = Row<'action'>;

/** Turns the winners of a vote into actions. Doing it again adds none twice. @returns how many were new */
export async function startActions(
  db: Db,
  facts: { territoryId: string; cycleId: string; proposalIds: readonly string[]; actor: Actor },
  now: number,
): Promise<number> {
  const proposals = await listProposals(db, facts.territoryId, facts.cycleId);
  let started = 0;
  for (const proposal of proposals.filter(({ id }) => facts.proposalIds.includes(id))) {
    const row = {
      territory_id: facts.territoryId,
      id: randomId(),
      cycle_id: facts.cycleId,
      proposal_id: proposal.id,
      title: proposal.title,
      cost_voted_cents: proposal.cost_cents,
      cost_spent_cents: 0,
      status: 'planned' as const,
      created_at: now,
    };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('action')
      .values(row)
      .onConflict((conflict) => conflict.columns(['territory_id', 'proposal_id']).doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) continue;
    started += 1;
    for (const objectiveId of proposal.objectiveIds) await serveObjective(db, row, objectiveId);
    await recordOn(db, facts, row.id, 'action.started', now);
  }
  return started;
}

/** Says how an action goes: its status and what has been spent so far, in cents. */
export async function followAction(
  db: Db,
  facts: { territoryId: string; actionId: string; status: ActionStatus; spentCents: number; actor: Actor },
  now: number,
): Promise<void> {
  await getAction(db, facts.territoryId, facts.actionId);
  await db
    .updateTable('action')
    .set({ status: facts.status, cost_spent_cents: facts.spentCents })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.actionId)
    .execute();
  await recordOn(db, facts, facts.actionId, `action.${facts.status}`, now);
}

export interface ActionJudgement {
  readonly versionId: string;
  /** Situations 1–5, or null where not said; the expected one may stay open. */
  readonly before: number | null;
  readonly expected: number | null;
  readonly observed: number | null;
  readonly reach: string;
  readonly worstOff: string;
  readonly evidence: string;
  readonly judgedBy: string;
}

/** Evaluates an action on an indicator it touches. A later judgement stands beside the earlier ones. */
export async function judgeAction(
  db: Db,
  facts: ActionJudgement & { territoryId: string; actionId: string; actor: Actor },
  now: number,
): Promise<void> {
  await getAction(db, facts.territoryId, facts.actionId);
  await db
    .insertInto('action_evaluation')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      action_id: facts.actionId,
      indicator_version_id: facts.versionId,
      level_before: facts.before,
      level_expected: facts.expected,
      level_observed: facts.observed,
      reach: facts.reach,
      worst_off: facts.worstOff,
      evidence: facts.evidence,
      judged_by: facts.judgedBy,
      recorded_by: facts.actor.id,
      recorded_at: now,
    })
    .execute();
  await recordOn(db, facts, facts.actionId, 'action.judged', now);
}

export async function getAction(db: Db, territoryId: string, id: string): Promise<Action> {
  const row = await db
    .selectFrom('action')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(row, 'action');
}

/** A cycle's actions with the objectives they serve. */
export async function listActions(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<(Action & { objectiveIds: string[] })[]> {
  const actions = await db
    .selectFrom('action')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .orderBy('title')
    .execute();
  const links = await db
    .selectFrom('action_objective')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('action_id', 'in', ['', ...actions.map((action) => action.id)])
    .execute();
  return actions.map((action) => ({
    ...action,
    objectiveIds: links.filter((link) => link.action_id === action.id).map((link) => link.objective_id),
  }));
}

/** What was judged of an action, latest first. */
export function listJudgements(db: Db, territoryId: string, actionId: string): Promise<Row<'action_evaluation'>[]> {
  return db
    .selectFrom('action_evaluation')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('action_id', '=', actionId)
    .orderBy('recorded_at', 'desc')
    .execute();
}

async function serveObjective(
  db: Db,
  action: { territory_id: string; id: string },
  objectiveId: string,
): Promise<void> {
  await db
    .insertInto('action_objective')
    .values({ territory_id: action.territory_id, action_id: action.id, objective_id: objectiveId })
    .execute();
}

function recordOn(
  db: Db,
  facts: { territoryId: string; actor: Actor },
  id: string,
  verb: string,
  now: number,
): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['action', id] }, now);
}
