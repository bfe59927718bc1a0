import { castBallot, checkChoices } from '#lib/plan/ballot.server.ts';
import { orderFor } from '#lib/plan/draw.server.ts';
import { findState } from '#lib/plan/roll.server.ts';
import { ballotForm, choicesForm } from '#lib/plan/vote-ballot.form.ts';
import { describeBallot } from '#lib/plan/vote-proposal.server.ts';
import { whyNotVoting, type Vote } from '#lib/plan/vote.server.ts';
import { offeredOn } from '#lib/plan/voting.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomCode, readCode } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { act } from '#routes/act.server.ts';
import { getVoteHere } from '../here.server.ts';
import { admitVoter, hasShownAddress, markDevice, recogniseVoter } from './booth.server.ts';

/** Characters of a receipt: 108 bits. */
const RECEIPT_LENGTH = 24;

export async function load(event) {
  const { place, vote, here } = await getVoteHere(event);
  const { house, sent } = event.locals;
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const code = readCode(String(sent?.get('code') ?? ''));
  const why = whyNotVoting(vote, place.today);
  const taking = why === undefined;
  if (taking) markDevice(event, vote);
  const voter = taking ? await recogniseVoter(event, vote, code) : undefined;
  // Whoever has just voted reads a receipt, not the ballot again.
  const voted = event.url.searchParams.has('/send') && !sent;
  const proposals = voted ? [] : await describeBallot(house.db, vote.territory_id, vote.id);
  return {
    here,
    proposalsAt: `${place.base}/plan/proposals`,
    vote: { id: vote.id, name: vote.name, question: vote.question, admission: vote.admission },
    least: vote.least_choices,
    most: vote.most_choices,
    budgetCents: vote.budget_cents,
    currency: vote.currency,
    why,
    hindrance: voted ? ('sent' as const) : taking ? await hindranceOf(event, vote, voter) : undefined,
    proposals,
    order: orderFor(
      voter ?? '',
      proposals.map(({ id }) => id),
    ),
    sent: { code, choices: (sent?.getAll('choices') ?? []).map(String) },
    leastShown: leastShownOf(vote, place.territory),
    postgres: house.connections.engine === 'postgres',
  };
}

/** Why this person gets no ballot, as far as it is known before they choose. */
async function hindranceOf(event: Parameters<typeof getVoteHere>[0], vote: Vote, voter: string | undefined) {
  if (vote.admission === 'account' && !(await hasShownAddress(event))) return 'unverified' as const;
  if (vote.admission === 'roll' || voter === undefined) return undefined;
  const state = await findState(event.locals.house.db, {
    territoryId: vote.territory_id,
    voteId: vote.id,
    voterHash: voter,
  });
  return state === 'used' ? ('voted' as const) : undefined;
}

export const actions = {
  /** The code is good, or choices are to be changed: the ballot. */
  choose: act(choicesForm, async ({ event, facts }) => {
    const { vote } = await getVoteHere(event);
    const voter = await admitVoter(event, vote, facts.code);
    await refuseUsed(event, vote, voter);
    return { stage: 'choose' as const, ...facts, order: await orderOf(event, vote, voter) };
  }),
  /** The ballot is to be read once more. */
  review: act(choicesForm, async ({ event, facts }) => {
    const { vote } = await getVoteHere(event);
    const voter = await admitVoter(event, vote, facts.code);
    checkChoices(vote, await offeredOn(event.locals.house.db, vote), facts.choices);
    const order = await orderOf(event, vote, voter);
    return { stage: 'review' as const, ...facts, order, receipt: randomCode(RECEIPT_LENGTH) };
  }),
  /** Into the box; however often it is sent with one receipt, it is one ballot. */
  send: act(ballotForm, async ({ event, facts, write }) => {
    const { vote } = await getVoteHere(event);
    const voter = await admitVoter(event, vote, facts.code);
    const ballot = { voterHash: voter, choices: facts.choices, receipt: facts.receipt };
    const place = { territoryId: vote.territory_id, voteId: vote.id };
    const { counted, signature } = await write((db, now) => castBallot(db, { ...place, ...ballot }, now));
    const { receipt, drawn } = facts;
    return { stage: 'done' as const, receipt, drawn, hash: hashOf(receipt), signature, counted };
  }),
};

async function orderOf(event: Parameters<typeof getVoteHere>[0], vote: Vote, voter: string): Promise<string[]> {
  const proposals = await describeBallot(event.locals.house.db, vote.territory_id, vote.id);
  return orderFor(
    voter,
    proposals.map(({ id }) => id),
  );
}

/** Said before somebody chooses in vain. @throws Refusal as `castBallot` would */
async function refuseUsed(event: Parameters<typeof getVoteHere>[0], vote: Vote, voter: string): Promise<void> {
  const facts = { territoryId: vote.territory_id, voteId: vote.id, voterHash: voter };
  const state = await findState(event.locals.house.db, facts);
  if (state === 'used' && vote.admission !== 'roll') throw new Refusal('votes.alreadyVoted');
  if (state !== undefined && state !== 'ready') throw new Refusal(`votes.noBallot.${state}`);
}
