import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getActor } from './actor.server.ts';
import { recordOn, type Acting } from './belonging.server.ts';
import { getProposal, type Proposal } from './proposal.server.ts';
import type { ReviewOutcome } from './tables.ts';

interface OnProposal extends Acting {
  readonly proposalId: string;
}

/**
 * A mixed panel's answer to a proposal, with public reasons. A later review supersedes; none is erased.
 * @throws Refusal `plan.withdrawn` for a proposal that was taken back, `cycle.closed`
 */
export async function reviewProposal(
  db: Db,
  facts: OnProposal & { outcome: ReviewOutcome; reasons: string; panel: string; sentId?: string },
  now: number,
): Promise<void> {
  const proposal = await requireStanding(db, facts);
  const content = { outcome: facts.outcome, reasons: facts.reasons, panel: facts.panel };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('proposal_review')
    .values({
      territory_id: facts.territoryId,
      id: sentRowId(facts.actor, facts.sentId, proposal.id, content),
      proposal_id: proposal.id,
      ...content,
      reviewed_by: facts.actor.id,
      reviewed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await recordOn(db, facts, ['proposal', proposal.id], 'proposal.reviewed', now);
}

/** A holder for an orphan, or another one. Naming the same again changes nothing. */
export async function nameHolder(db: Db, facts: OnProposal & { actorId: string }, now: number): Promise<void> {
  const proposal = await requireStanding(db, facts);
  const holder = await getActor(db, facts.territoryId, facts.actorId);
  if (holder.retired_at !== null) throw new Refusal('plan.actorRetired');
  if (proposal.holder_actor_id === holder.id) return;
  await db
    .updateTable('proposal')
    .set({ holder_actor_id: holder.id })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', proposal.id)
    .execute();
  await recordOn(db, facts, ['proposal', proposal.id], 'proposal.holder-found', now);
}

export type Review = Omit<Row<'proposal_review'>, 'territory_id' | 'reviewed_by'>;

/** Every review of some proposals, oldest first. */
export function listReviews(db: Db, territoryId: string, proposalIds: readonly string[]): Promise<Review[]> {
  return db
    .selectFrom('proposal_review')
    .select(['id', 'proposal_id', 'outcome', 'reasons', 'panel', 'reviewed_at'])
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'in', ['', ...proposalIds])
    .orderBy('reviewed_at')
    .orderBy('id')
    .execute();
}

async function requireStanding(db: Db, facts: OnProposal): Promise<Proposal> {
  const proposal = await getProposal(db, facts.territoryId, facts.proposalId);
  if (proposal.withdrawn_at !== null) throw new Refusal('plan.withdrawn');
  await requireOpenCycle(db, facts.territoryId, proposal.cycle_id);
  return proposal;
}
