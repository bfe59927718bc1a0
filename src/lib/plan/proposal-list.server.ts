import type { Db } from '#lib/platform/tables.ts';
import type { Proposal } from './proposal.server.ts';
import { listReviews, type Review } from './proposal-review.server.ts';

export interface ListedProposal extends Proposal {
  /** The newest; undefined while no panel has met. */
  readonly review: Review | undefined;
  readonly holderName: string | null;
  readonly objectiveIds: readonly string[];
}

/** A cycle's proposals that hold, each with its newest review and its holder, by title. */
export async function listProposals(db: Db, territoryId: string, cycleId: string): Promise<ListedProposal[]> {
  const rows = await held(db, territoryId)
    .where('proposal.cycle_id', '=', cycleId)
    .where('proposal.withdrawn_at', 'is', null)
    .orderBy('proposal.title')
    .orderBy('proposal.id')
    .execute();
  return described(db, territoryId, rows);
}

/** What some senders proposed in a territory, newest first, also what they took back. */
export async function listProposalsBy(
  db: Db,
  territoryId: string,
  senders: readonly string[],
): Promise<ListedProposal[]> {
  const rows = await held(db, territoryId)
    .where('proposal.sender', 'in', ['', ...senders])
    .orderBy('proposal.proposed_at', 'desc')
    .execute();
  return described(db, territoryId, rows);
}

async function described(
  db: Db,
  territoryId: string,
  rows: readonly (Proposal & { holderName: string | null })[],
): Promise<ListedProposal[]> {
  const ids = rows.map((row) => row.id);
  const reviews = await listReviews(db, territoryId, ids);
  const links = await listProposalObjectives(db, territoryId, ids);
  return rows.map((row) => ({
    ...row,
    review: reviews.findLast((review) => review.proposal_id === row.id),
    objectiveIds: links.filter((link) => link.proposal_id === row.id).map((link) => link.objective_id),
  }));
}

export function listProposalObjectives(db: Db, territoryId: string, proposalIds: readonly string[]) {
  return db
    .selectFrom('proposal_objective')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'in', ['', ...proposalIds])
    .execute();
}

function held(db: Db, territoryId: string) {
  return db
    .selectFrom('proposal')
    .leftJoin('actor', (join) =>
      join.onRef('actor.territory_id', '=', 'proposal.territory_id').onRef('actor.id', '=', 'proposal.holder_actor_id'),
    )
    .selectAll('proposal')
    .select('actor.name as holderName')
    .where('proposal.territory_id', '=', territoryId);
}
