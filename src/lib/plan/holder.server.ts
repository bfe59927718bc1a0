import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getActor } from './actor.server.ts';
import { recordOn } from './belonging.server.ts';
import { requireStanding, type OnProposal } from './proposal-review.server.ts';

/**
 * Confirms who carries a proposal, with their agreement: a holder for an orphan, the one whom its author named, or
 * another one. What has already become an action without a holder gets them too. Done again, it changes nothing.
 * @throws Refusal `plan.actorRetired`, `plan.withdrawn`, `cycle.closed`
 */
export async function nameHolder(db: Db, facts: OnProposal & { actorId: string }, now: number): Promise<void> {
  const proposal = await requireStanding(db, facts);
  const holder = await getActor(db, facts.territoryId, facts.actorId);
  if (holder.retired_at !== null) throw new Refusal('plan.actorRetired');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('proposal_holder')
    .values({
      territory_id: facts.territoryId,
      proposal_id: proposal.id,
      actor_id: holder.id,
      confirmed_by: facts.actor.id,
      confirmed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'proposal_id', 'actor_id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n && proposal.holder_actor_id === holder.id) return;
  await setHolder(db, facts, holder.id);
  await db
    .updateTable('action')
    .set({ holder_actor_id: holder.id })
    .where('territory_id', '=', facts.territoryId)
    .where('proposal_id', '=', proposal.id)
    .where('holder_actor_id', 'is', null)
    .execute();
  await recordOn(db, facts, ['proposal', proposal.id], 'proposal.holder-found', now);
}

/**
 * Takes away the name of somebody whom its author named without their agreement: the proposal is an orphan. Done
 * again, or where the name has been confirmed meanwhile, it changes nothing.
 */
export async function refuseHolder(db: Db, facts: OnProposal & { actorId: string }, now: number): Promise<void> {
  const proposal = await requireStanding(db, facts);
  const named = await getActor(db, facts.territoryId, facts.actorId);
  if (proposal.holder_actor_id !== named.id) return;
  if (await findConfirmation(db, facts.territoryId, proposal)) return;
  await setHolder(db, facts, null);
  await recordOn(db, facts, ['proposal', proposal.id], 'proposal.holder-refused', now);
}

/** When the holder that a proposal names was confirmed; undefined while they are only named, or nobody is. */
export function findConfirmation(
  db: Db,
  territoryId: string,
  proposal: { id: string; holder_actor_id: string | null },
): Promise<{ confirmed_at: number } | undefined> {
  return db
    .selectFrom('proposal_holder')
    .select('confirmed_at')
    .where('territory_id', '=', territoryId)
    .where('proposal_id', '=', proposal.id)
    .where('actor_id', '=', proposal.holder_actor_id ?? '')
    .executeTakeFirst();
}

async function setHolder(db: Db, facts: OnProposal, actorId: string | null): Promise<void> {
  await db
    .updateTable('proposal')
    .set({ holder_actor_id: actorId })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.proposalId)
    .execute();
}
