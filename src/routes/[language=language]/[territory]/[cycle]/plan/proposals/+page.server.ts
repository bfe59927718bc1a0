import { listProposals, type ListedProposal } from '#lib/plan/proposal-list.server.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

const VIEWS = {
  all: () => true,
  orphans: (proposal: ListedProposal) => proposal.holder_actor_id === null,
  accepted: (proposal: ListedProposal) => proposal.review?.outcome === 'accepted',
  waiting: (proposal: ListedProposal) => proposal.review === undefined,
} as const;
type View = keyof typeof VIEWS;

export async function load(event) {
  const { territory, cycle, base } = await getPlace(event);
  publicPage(event, territory.id);
  const proposals = await listProposals(event.locals.house.db, territory.id, cycle.id);
  const asked = event.url.searchParams.get('show') ?? 'all';
  const view: View = asked in VIEWS ? (asked as View) : 'all';
  return {
    here: `${base}/plan`,
    currency: territory.currency,
    open: cycle.closed_at === null,
    view,
    views: (Object.keys(VIEWS) as View[]).map((name) => ({ name, count: proposals.filter(VIEWS[name]).length })),
    proposals: proposals.filter(VIEWS[view]),
  };
}
