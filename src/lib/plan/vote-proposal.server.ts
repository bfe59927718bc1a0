import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';

/** What stands on the ballot, by title. */
export function listVoteProposals(db: Db, territoryId: string, voteId: string): Promise<Row<'vote_proposal'>[]> {
  return db
    .selectFrom('vote_proposal')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .orderBy('title')
    .execute();
}

/** A proposal as a voter reads it. */
export interface ProposalOnBallot {
  readonly id: string;
  readonly title: string;
  readonly costCents: number;
  /** Where it would be; may be empty. */
  readonly place: string;
  /** Titles of the objectives that it answers. */
  readonly objectives: readonly string[];
}

/** What stands on the ballot with what it is for, by title. */
export async function describeBallot(db: Db, territoryId: string, voteId: string): Promise<ProposalOnBallot[]> {
  const rows = await db
    .selectFrom('vote_proposal')
    .innerJoin('proposal', (join) =>
      join
        .onRef('proposal.territory_id', '=', 'vote_proposal.territory_id')
        .onRef('proposal.id', '=', 'vote_proposal.proposal_id'),
    )
    .select(['vote_proposal.proposal_id', 'vote_proposal.title', 'vote_proposal.cost_cents', 'proposal.place'])
    .where('vote_proposal.territory_id', '=', territoryId)
    .where('vote_proposal.vote_id', '=', voteId)
    .orderBy('vote_proposal.title')
    .execute();
  const objectives = await listAnswered(
    db,
    territoryId,
    rows.map((row) => row.proposal_id),
  );
  return rows.map((row) => ({
    id: row.proposal_id,
    title: row.title,
    costCents: row.cost_cents,
    place: row.place,
    objectives: objectives.filter((one) => one.proposal_id === row.proposal_id).map((one) => one.title),
  }));
}

function listAnswered(db: Db, territoryId: string, proposalIds: readonly string[]) {
  return db
    .selectFrom('proposal_objective')
    .innerJoin('objective', (join) =>
      join
        .onRef('objective.territory_id', '=', 'proposal_objective.territory_id')
        .onRef('objective.id', '=', 'proposal_objective.objective_id'),
    )
    .select(['proposal_objective.proposal_id', 'objective.title'])
    .where('proposal_objective.territory_id', '=', territoryId)
    .where('proposal_objective.proposal_id', 'in', ['', ...proposalIds])
    .orderBy('objective.title')
    .execute();
}

/** Why a proposal needn't be put to the vote: it is carried out already, or another vote on it is open. */
export interface TakenUp {
  readonly proposalId: string;
  /** The open vote's name; undefined for one that has become an action. */
  readonly vote: string | undefined;
}

/** The cycle's proposals that have become an action, and those on an open ballot. */
export async function listTakenUp(db: Db, territoryId: string, cycleId: string): Promise<TakenUp[]> {
  const started = await db
    .selectFrom('action')
    .select('proposal_id')
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'is not', null)
    .execute();
  const voted = await db
    .selectFrom('vote_proposal')
    .innerJoin('vote', (join) =>
      join.onRef('vote.territory_id', '=', 'vote_proposal.territory_id').onRef('vote.id', '=', 'vote_proposal.vote_id'),
    )
    .select(['vote_proposal.proposal_id', 'vote.name'])
    .where('vote.territory_id', '=', territoryId)
    .where('vote.cycle_id', '=', cycleId)
    .where('vote.opened_at', 'is not', null)
    .where('vote.closed_at', 'is', null)
    .execute();
  return [
    ...started.map(({ proposal_id }) => ({ proposalId: proposal_id ?? '', vote: undefined })),
    ...voted.map(({ proposal_id, name }) => ({ proposalId: proposal_id, vote: name })),
  ];
}

/** Accepted proposals by id, for a ballot. @throws Refusal `votes.fewProposals` below two, `votes.notAccepted` */
export async function requireAccepted(db: Db, territoryId: string, cycleId: string, ids: readonly string[]) {
  const number = new Set(ids).size;
  if (number < 2) throw new Refusal('votes.fewProposals');
  const accepted = await listAcceptedProposals(db, territoryId, cycleId);
  const chosen = accepted.filter((proposal) => ids.includes(proposal.id));
  if (chosen.length !== number) throw new Refusal('votes.notAccepted');
  return chosen;
}

/** What can be put to the vote, by title: the cycle's proposals whose newest review accepted them. */
export async function listAcceptedProposals(db: Db, territoryId: string, cycleId: string) {
  const proposals = await db
    .selectFrom('proposal')
    .select(['id', 'title', 'cost_cents'])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('withdrawn_at', 'is', null)
    .orderBy('title')
    .execute();
  const reviews = await db
    .selectFrom('proposal_review')
    .select(['proposal_id', 'outcome'])
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'in', ['', ...proposals.map((proposal) => proposal.id)])
    .orderBy('reviewed_at')
    .execute();
  const outcome = new Map(reviews.map((review) => [review.proposal_id, review.outcome]));
  return proposals.filter((proposal) => outcome.get(proposal.id) === 'accepted');
}

/** What stands on the ballot, if it is still so. @throws Refusal `votes.notAccepted` */
export async function requireUnchanged(db: Db, vote: Row<'vote'>): Promise<Row<'vote_proposal'>[]> {
  const prepared = await listVoteProposals(db, vote.territory_id, vote.id);
  const ids = prepared.map((proposal) => proposal.proposal_id);
  const today = new Map((await requireAccepted(db, vote.territory_id, vote.cycle_id, ids)).map((one) => [one.id, one]));
  const isSame = ({ proposal_id, title, cost_cents }: Row<'vote_proposal'>) =>
    today.get(proposal_id)?.title === title && today.get(proposal_id)?.cost_cents === cost_cents;
  if (!prepared.every(isSame)) throw new Refusal('votes.notAccepted');
  return prepared;
}

export async function putOnBallot(
  db: Db,
  place: { territory_id: string; vote_id: string },
  proposals: readonly { id: string; cost_cents: number; title: string }[],
): Promise<void> {
  const rows = proposals.map(({ id, cost_cents, title }) => ({ ...place, proposal_id: id, cost_cents, title }));
  await db.insertInto('vote_proposal').values(rows).execute();
}
