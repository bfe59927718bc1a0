import { listProposals } from '#lib/plan/proposal-list.server.ts';
import { listReviews } from '#lib/plan/proposal-review.server.ts';
import { PROPOSAL_KINDS, REVIEW_OUTCOMES } from '#lib/plan/tables.ts';
import { dayIn, idsOf } from '../here.ts';
import { listNeighbourhoodNames } from '../names.server.ts';
import { publicTable, type Here } from '../table.ts';

/** The proposals that hold: what is proposed, never who proposed it or when. */
export const proposals = publicTable(
  'proposals',
  'plan',
  {
    proposal_id: 'id',
    proposal: 'text',
    description: 'text',
    location: 'text',
    neighbourhood: 'name',
    proposal_kind: PROPOSAL_KINDS,
    cost_cents: 'cents',
    cost_reasons: 'text',
    holder_id: 'id',
    holder: 'name',
    objective_ids: 'ids',
    outcome: REVIEW_OUTCOMES,
  },
  async (here) => {
    const neighbourhoods = await listNeighbourhoodNames(here);
    return (await listHere(here)).map((proposal) => ({
      proposal_id: proposal.id,
      proposal: proposal.title,
      description: proposal.description,
      location: proposal.place || null,
      neighbourhood: neighbourhoods.get(proposal.neighbourhood_id ?? '') ?? null,
      proposal_kind: proposal.kind,
      cost_cents: proposal.cost_cents,
      cost_reasons: proposal.cost_reasons,
      holder_id: proposal.holder_actor_id,
      holder: proposal.holderName,
      objective_ids: idsOf(proposal.objectiveIds),
      outcome: proposal.review?.outcome ?? null,
    }));
  },
);

/** Every review by a mixed panel, with its public reasons. */
export const proposalReviews = publicTable(
  'proposal-reviews',
  'plan',
  {
    proposal_id: 'id',
    proposal: 'name',
    outcome: REVIEW_OUTCOMES,
    reasons: 'text',
    panel: 'text',
    reviewed_on: 'day',
  },
  async (here) => {
    const titles = new Map((await listHere(here)).map(({ id, title }) => [id, title]));
    const reviews = await listReviews(here.db, here.territory.id, [...titles.keys()]);
    return reviews.map((review) => ({
      proposal_id: review.proposal_id,
      proposal: titles.get(review.proposal_id) ?? null,
      outcome: review.outcome,
      reasons: review.reasons,
      panel: review.panel,
      reviewed_on: dayIn(here, review.reviewed_at),
    }));
  },
);

function listHere({ db, territory, cycle }: Here) {
  return listProposals(db, territory.id, cycle.id);
}
