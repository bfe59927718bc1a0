import { ADD1_STOPS, ADMISSIONS } from '#lib/plan/tables.ts';
import { findTally, type Tally } from '#lib/plan/tally.server.ts';
import { lotOf } from '#lib/plan/vote-rules.server.ts';
import { listVoteProposals } from '#lib/plan/vote-proposal.server.ts';
import { listVotes, stateOfVote } from '#lib/plan/vote.server.ts';
import { dayIn } from '../here.ts';
import { publicTable, type Here } from '../table.ts';

/** The rules of each vote as they were fixed before it opened. Ballots are counted here only once it is over. */
export const votes = publicTable(
  'votes',
  'plan',
  {
    vote_id: 'id',
    vote: 'name',
    asks: 'text',
    state: ['open', 'closed'],
    budget_cents: 'cents',
    least_choices: 'number',
    most_choices: 'number',
    add1_stops: ADD1_STOPS,
    lot_seed: 'id',
    admission: ADMISSIONS,
    who_decides: 'text',
    binding: 'yes-no',
    opened_on: 'day',
    last_day: 'day',
    closed_on: 'day',
    council_on: 'day',
    ballots: 'number',
    ballots_published: 'yes-no',
    rules_sha256: 'id',
    ballots_sha256: 'id',
    result_sha256: 'id',
    departure: 'text',
  },
  async (here) =>
    (await listCounted(here)).map(({ vote, tally }) => ({
      vote_id: vote.id,
      vote: vote.name,
      asks: vote.question,
      state: stateOfVote(vote),
      budget_cents: vote.budget_cents,
      least_choices: vote.least_choices,
      most_choices: vote.most_choices,
      add1_stops: vote.add1_stops,
      lot_seed: lotOf(vote).seed,
      admission: vote.admission,
      who_decides: vote.who_decides,
      binding: vote.is_binding === 1,
      opened_on: dayIn(here, vote.opened_at),
      last_day: vote.closes_on,
      closed_on: dayIn(here, vote.closed_at),
      council_on: vote.council_on,
      ballots: tally?.ballots ?? null,
      ballots_published: tally ? tally.published.ballots !== undefined : null,
      rules_sha256: vote.rules_hash,
      ballots_sha256: tally?.hashes.ballots ?? null,
      result_sha256: tally?.hashes.result ?? null,
      departure: vote.departure,
    })),
);

const WHY = [
  'everything-fits',
  'free',
  'supporters-paid',
  'filled-in',
  'no-votes',
  'over-budget',
  'supporters-short',
] as const;
const WHY_GREEDY = ['fits', 'no-votes', 'over-budget', 'does-not-fit'] as const;

/**
 * What stands on each ballot; once a vote is counted, also its votes and why it won or lost, by both counts. Where few
 * voted, only as much as `toldOf` lets be told: whether it won, perhaps its votes, never a reason or the other count.
 */
export const voteProposals = publicTable(
  'vote-proposals',
  'plan',
  {
    vote_id: 'id',
    vote: 'name',
    proposal_id: 'id',
    proposal: 'text',
    cost_cents: 'cents',
    votes: 'number',
    funded: 'yes-no',
    because: WHY,
    funded_greedy: 'yes-no',
    because_greedy: WHY_GREEDY,
  },
  async (here) => {
    const listed = await Promise.all(
      (await listCounted(here)).map(async ({ vote, tally }) =>
        (await listVoteProposals(here.db, here.territory.id, vote.id)).map((proposal) => ({ vote, tally, proposal })),
      ),
    );
    return listed.flat().map(({ vote, tally, proposal }) => ({
      vote_id: vote.id,
      vote: vote.name,
      proposal_id: proposal.proposal_id,
      proposal: proposal.title,
      cost_cents: proposal.cost_cents,
      ...outcomeOf(proposal.proposal_id, tally),
    }));
  },
);

const NOT_COUNTED = { votes: null, funded: null, because: null, funded_greedy: null, because_greedy: null };

function outcomeOf(proposalId: string, tally: Tally | undefined) {
  const shares = tally?.result.equalShares.verdicts.find((one) => one.id === proposalId);
  const greedy = tally?.result.greedy.verdicts.find((one) => one.id === proposalId);
  if (!tally || !shares || !greedy) return NOT_COUNTED;
  const { told } = tally.published;
  const everything = told === 'everything';
  return {
    votes: told === 'outcome' ? null : shares.votes,
    funded: shares.funded,
    because: everything ? shares.because : null,
    funded_greedy: everything ? greedy.funded : null,
    because_greedy: everything ? greedy.because : null,
  };
}

/** Votes that were opened, the oldest first; each with its tally once it is counted. */
async function listCounted({ db, territory, cycle }: Here) {
  const opened = (await listVotes(db, territory.id, cycle.id)).filter((vote) => vote.opened_at !== null).toReversed();
  return Promise.all(opened.map(async (vote) => ({ vote, tally: await findTally(db, territory.id, vote.id) })));
}
