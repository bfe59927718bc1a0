import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getAction } from './action-list.server.ts';
import { recordOn, requireFrozen, type Acting } from './belonging.server.ts';

export interface ActionJudgement {
  readonly versionId: string;
  /** Situations 1–5, or null where not said; the expected and the observed one may stay open. */
  readonly before: number | null;
  readonly expected: number | null;
  readonly observed: number | null;
  readonly reach: string;
  /** Effect on those for whom it is most difficult. */
  readonly worstOff: string;
  /** The same with fewer resources? Can it be multiplied? Does it build co-responsibility? May be empty. */
  readonly fewerResources: string;
  readonly multiplied: string;
  readonly coResponsibility: string;
  readonly evidence: string;
  readonly judgedBy: string;
}

/** Evaluates an action on a frozen indicator that it touches. A later judgement stands beside the earlier ones. */
export async function judgeAction(
  db: Db,
  facts: ActionJudgement & Acting & { actionId: string; sentId?: string },
  now: number,
): Promise<void> {
  const { territoryId } = facts;
  const action = await getAction(db, territoryId, facts.actionId);
  await requireFrozen(db, { territoryId, cycleId: action.cycle_id }, [facts.versionId]);
  const content = contentOf(facts);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('action_evaluation')
    .values({
      territory_id: territoryId,
      id: sentRowId(facts.actor, facts.sentId, action.id, content),
      action_id: action.id,
      ...content,
      recorded_by: facts.actor.id,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await recordOn(db, facts, ['action', action.id], 'action.judged', now);
}

export type Judgement = Omit<Row<'action_evaluation'>, 'territory_id' | 'action_id' | 'recorded_by'>;

/** What was judged of an action, latest first. */
export function listJudgements(db: Db, territoryId: string, actionId: string): Promise<Judgement[]> {
  return db
    .selectFrom('action_evaluation')
    .select([
      'id',
      'indicator_version_id',
      'level_before',
      'level_expected',
      'level_observed',
      'reach',
      'worst_off',
      'fewer_resources',
      'multiplied',
      'co_responsibility',
      'evidence',
      'judged_by',
      'recorded_at',
    ])
    .where('territory_id', '=', territoryId)
    .where('action_id', '=', actionId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
}

function contentOf(facts: ActionJudgement) {
  return {
    indicator_version_id: facts.versionId,
    level_before: facts.before,
    level_expected: facts.expected,
    level_observed: facts.observed,
    reach: facts.reach,
    worst_off: facts.worstOff,
    fewer_resources: facts.fewerResources,
    multiplied: facts.multiplied,
    co_responsibility: facts.coResponsibility,
    evidence: facts.evidence,
    judged_by: facts.judgedBy,
  };
}
