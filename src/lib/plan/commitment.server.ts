import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getAction } from './action-list.server.ts';
import { getActor } from './actor.server.ts';
import { recordOn, type Acting } from './belonging.server.ts';
import { needsReason, nextStatuses } from './commitment.ts';
import { getObjective } from './objective.server.ts';
import type { CommitmentStatus, Gift } from './tables.ts';

export interface CommitmentFacts {
  readonly actorId: string;
  readonly objectiveId: string;
  /** The action it serves; null where it serves the objective as such. */
  readonly actionId: string | null;
  readonly gives: Gift;
  readonly words: string;
  readonly fromDay: string;
  readonly untilDay: string;
}

/**
 * An actor takes a share. The same form sent again is the same commitment.
 * @throws Refusal `plan.days` when it ends before it begins, `plan.notAgreed`, `plan.actorRetired`,
 *   `plan.otherObjective` for an action that doesn't serve the objective, `cycle.closed`
 */
export async function commit(
  db: Db,
  facts: CommitmentFacts & Acting & { sentId?: string },
  now: number,
): Promise<string> {
  const { territoryId } = facts;
  if (facts.fromDay > facts.untilDay) throw new Refusal('plan.days');
  await requireCommittable(db, facts);
  const content = contentOf(facts);
  const id = sentRowId(facts.actor, facts.sentId, content);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('commitment')
    .values({ territory_id: territoryId, id, ...content, created_at: now })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await addStatus(db, { ...facts, commitmentId: id, number: 1, status: 'proposed', reason: '' }, now);
  return id;
}

export interface Mark {
  readonly status: CommitmentStatus;
  readonly reason: string;
  /** The number of the status that the person saw; where given, a newer one refuses this. */
  readonly seen?: number;
}

/**
 * Follows a commitment up: confirmed, kept, partly kept, not kept, renegotiated. Every status stays in its public
 * history. Goes on after the cycle is closed: promises run longer.
 * @throws Refusal `plan.statusOrder` when this can't follow, `plan.reasonNeeded` when the reason is missing,
 *   `plan.meanwhile` when somebody marked it since
 */
export async function markCommitment(
  db: Db,
  facts: Mark & Acting & { commitmentId: string },
  now: number,
): Promise<void> {
  const last = there((await listHistory(db, facts.territoryId, facts.commitmentId)).at(-1), 'commitment');
  if (last.status === facts.status && last.reason === facts.reason) return;
  if (facts.seen !== undefined && facts.seen !== last.number) throw new Refusal('plan.meanwhile');
  if (!nextStatuses(last.status).includes(facts.status)) throw new Refusal('plan.statusOrder');
  if (needsReason(facts.status) && facts.reason === '') throw new Refusal('plan.reasonNeeded');
  await addStatus(db, { ...facts, number: last.number + 1 }, now);
}

export type Marked = Pick<Row<'commitment_status'>, 'number' | 'status' | 'reason' | 'marked_at'>;

/** A commitment's whole history, oldest first. */
export function listHistory(db: Db, territoryId: string, commitmentId: string): Promise<Marked[]> {
  return db
    .selectFrom('commitment_status')
    .select(['number', 'status', 'reason', 'marked_at'])
    .where('territory_id', '=', territoryId)
    .where('commitment_id', '=', commitmentId)
    .orderBy('number')
    .execute();
}

async function requireCommittable(db: Db, facts: CommitmentFacts & Acting): Promise<void> {
  const { territoryId } = facts;
  const actor = await getActor(db, territoryId, facts.actorId);
  if (actor.retired_at !== null) throw new Refusal('plan.actorRetired');
  const objective = await getObjective(db, territoryId, facts.objectiveId);
  await requireOpenCycle(db, territoryId, objective.cycle_id);
  if (objective.agreed_at === null) throw new Refusal('plan.notAgreed');
  if (facts.actionId === null) return;
  const action = await getAction(db, territoryId, facts.actionId);
  if (action.cycle_id !== objective.cycle_id) throw new NotThere('action');
  if (!action.objectiveIds.includes(objective.id)) throw new Refusal('plan.otherObjective');
}

/** Two people who mark at once: the number is unique, so that the second one is told and nothing is lost. */
async function addStatus(
  db: Db,
  facts: Mark & Acting & { commitmentId: string; number: number },
  now: number,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('commitment_status')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      commitment_id: facts.commitmentId,
      number: facts.number,
      status: facts.status,
      reason: facts.reason,
      marked_by: facts.actor.id,
      marked_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'commitment_id', 'number']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('plan.meanwhile');
  await recordOn(db, facts, ['commitment', facts.commitmentId], `commitment.${facts.status}`, now);
}

function contentOf(facts: CommitmentFacts) {
  return {
    actor_id: facts.actorId,
    objective_id: facts.objectiveId,
    action_id: facts.actionId,
    gives: facts.gives,
    words: facts.words,
    from_day: facts.fromDay,
    until_day: facts.untilDay,
  };
}
