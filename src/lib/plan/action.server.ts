import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getAction } from './action-list.server.ts';
import { recordOn, type Acting } from './belonging.server.ts';
import { listProposals, type ListedProposal } from './proposal-list.server.ts';
import { findTally } from './tally.server.ts';
import { getVote } from './vote.server.ts';
import type { ActionStatus } from './tables.ts';

/**
 * Turns what was decided into actions: winners of a vote (`startVoted`), or proposals that need no budget and that a
 * body took up. Doing it again adds none twice.
 * @returns how many were new
 * @throws NotThere for a proposal that isn't one of the cycle's
 */
export async function startActions(
  db: Db,
  facts: Acting & { cycleId: string; proposalIds: readonly string[] },
  now: number,
): Promise<number> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  return startAll(db, facts, now);
}

async function startAll(db: Db, facts: Parameters<typeof startActions>[1], now: number): Promise<number> {
  const proposals = await listProposals(db, facts.territoryId, facts.cycleId);
  let started = 0;
  for (const id of new Set(facts.proposalIds)) {
    const proposal = proposals.find((one) => one.id === id);
    if (!proposal) throw new NotThere('proposal');
    if (await startAction(db, facts, proposal, now)) started += 1;
  }
  return started;
}

/**
 * Turns winners of a counted vote into actions, also where the cycle was closed since: what was voted is to be done.
 * @throws Refusal `plan.notCounted` before the count
 * @throws NotThere for a proposal that didn't win
 */
export async function startVoted(
  db: Db,
  facts: Acting & { voteId: string; proposalIds: readonly string[] },
  now: number,
): Promise<number> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  const tally = await findTally(db, facts.territoryId, vote.id);
  if (!tally) throw new Refusal('plan.notCounted');
  const { winners } = tally.result.equalShares;
  if (facts.proposalIds.some((id) => !winners.includes(id))) throw new NotThere('winner');
  return startAll(db, { ...facts, cycleId: vote.cycle_id }, now);
}

/** @returns whether it is new */
async function startAction(db: Db, facts: Acting, proposal: ListedProposal, now: number): Promise<boolean> {
  const id = randomId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('action')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: proposal.cycle_id,
      proposal_id: proposal.id,
      holder_actor_id: proposal.holder_actor_id,
      title: proposal.title,
      cost_voted_cents: proposal.cost_cents,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'proposal_id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  const served = proposal.objectiveIds.map((objective_id) => ({
    territory_id: facts.territoryId,
    action_id: id,
    objective_id,
  }));
  if (served.length > 0) await db.insertInto('action_objective').values(served).execute();
  const report = { number: 1, status: 'planned', spentCents: 0, words: '' } as const;
  await addReport(db, { ...facts, actionId: id, ...report }, now);
  await recordOn(db, facts, ['action', id], 'action.started', now);
  return true;
}

export interface ActionReport {
  readonly status: ActionStatus;
  /** All that has been spent so far. */
  readonly spentCents: number;
  readonly words: string;
  /** The number of the report that the writer saw; where given, a newer one refuses this. */
  readonly seen?: number;
}

/**
 * Reports how an action goes, publicly: its status, all that has been spent, what there is to tell. The same report
 * again changes nothing. Goes on after the cycle is closed: what was promised runs longer.
 * @throws Refusal `plan.reasonNeeded` to stop it without a word, `plan.meanwhile` when somebody reported since
 */
export async function followAction(
  db: Db,
  facts: ActionReport & Acting & { actionId: string },
  now: number,
): Promise<void> {
  const last = await getAction(db, facts.territoryId, facts.actionId);
  const same = last.status === facts.status && last.spentCents === facts.spentCents && last.words === facts.words;
  if (same) return;
  if (facts.seen !== undefined && facts.seen !== last.number) throw new Refusal('plan.meanwhile');
  if (facts.status === 'stopped' && facts.words === '') throw new Refusal('plan.reasonNeeded');
  await addReport(db, { ...facts, number: last.number + 1 }, now);
  await recordOn(db, facts, ['action', facts.actionId], `action.${facts.status}`, now);
}

/** Two people at once: the number is unique, so that the second one is told and nothing is lost. */
async function addReport(
  db: Db,
  facts: ActionReport & Acting & { actionId: string; number: number },
  now: number,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('action_report')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      action_id: facts.actionId,
      number: facts.number,
      status: facts.status,
      spent_cents: facts.spentCents,
      words: facts.words,
      reported_by: facts.actor.id,
      reported_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'action_id', 'number']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('plan.meanwhile');
}
