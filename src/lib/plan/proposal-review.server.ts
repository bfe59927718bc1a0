import { sentRowId } from '#lib/indicators/sent-row.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { recordOn, type Acting } from './belonging.server.ts';
import { getProposal, type Proposal } from './proposal.server.ts';
import type { ReviewOutcome } from './tables.ts';

export interface OnProposal extends Acting {
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

/** @throws Refusal `plan.withdrawn`, `cycle.closed` */
export async function requireStanding(db: Db, facts: OnProposal): Promise<Proposal> {
  const proposal = await getProposal(db, facts.territoryId, facts.proposalId);
  if (proposal.withdrawn_at !== null) throw new Refusal('plan.withdrawn');
  await requireOpenCycle(db, facts.territoryId, proposal.cycle_id);
  return proposal;
}
