import type { Db } from '#lib/platform/tables.ts';
import type { Proposal } from './proposal.server.ts';
import { listReviews, type Review } from './proposal-review.server.ts';

/** A proposal without its sender: nobody sees which ones came from the same device. */
type ShownProposal = Omit<Proposal, 'territory_id' | 'sender' | 'sent_id'>;

export interface ListedProposal extends ShownProposal {
  /** The newest; undefined while no panel has met. */
  readonly review: Review | undefined;
  readonly holderName: string | null;
  /** Whom its author named to carry it, as long as that isn't confirmed: until then it is an orphan. */
  readonly askedName: string | null;
  readonly objectiveIds: readonly string[];
}

/** A cycle's proposals that hold, each with its newest review and its confirmed holder, by title. */
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
  rows: readonly (ShownProposal & Naming)[],
): Promise<ListedProposal[]> {
  const ids = rows.map((row) => row.id);
  const reviews = await listReviews(db, territoryId, ids);
  const links = await listProposalObjectives(db, territoryId, ids);
  return rows.map((row) => ({
    ...heldBy(row),
    review: reviews.findLast((review) => review.proposal_id === row.id),
    objectiveIds: links.filter((link) => link.proposal_id === row.id).map((link) => link.objective_id),
  }));
}

interface Naming {
  readonly namedName: string | null;
  readonly confirmed_at: number | null;
}

/** Only whoever agreed is told to carry it. */
function heldBy({ namedName, confirmed_at, ...proposal }: ShownProposal & Naming) {
  if (confirmed_at !== null) return { ...proposal, holderName: namedName, askedName: null };
  return { ...proposal, holder_actor_id: null, holderName: null, askedName: namedName };
}

/** A proposal by its title alone, for a link to it. */
export async function findProposalTitle(
  db: Db,
  territoryId: string,
  id: string | null,
): Promise<{ id: string; title: string } | undefined> {
  if (id === null) return undefined;
  return db
    .selectFrom('proposal')
    .select(['id', 'title'])
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
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
    .leftJoin('proposal_holder', (join) =>
      join
        .onRef('proposal_holder.territory_id', '=', 'proposal.territory_id')
        .onRef('proposal_holder.proposal_id', '=', 'proposal.id')
        .onRef('proposal_holder.actor_id', '=', 'proposal.holder_actor_id'),
    )
    .select([
      'proposal.id',
      'proposal.cycle_id',
      'proposal.title',
      'proposal.description',
      'proposal.place',
      'proposal.kind',
      'proposal.cost_cents',
      'proposal.cost_reasons',
      'proposal.holder_actor_id',
      'proposal.neighbourhood_id',
      'proposal.written_by',
      'proposal.proposed_at',
      'proposal.withdrawn_at',
      'actor.name as namedName',
      'proposal_holder.confirmed_at',
    ])
    .where('proposal.territory_id', '=', territoryId);
}
