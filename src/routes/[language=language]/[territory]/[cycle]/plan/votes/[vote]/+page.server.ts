import { redirect } from '@sveltejs/kit';
import { translator } from '#lib/messages/translate.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { listToldBatches } from '#lib/plan/roll.server.ts';
import { countVote, findTally, keepTally } from '#lib/plan/tally.server.ts';
import { byTitle } from '#lib/plan/vote-proposal.ts';
import { describeBallot } from '#lib/plan/vote-proposal.server.ts';
import { departureForm } from '#lib/plan/vote.form.ts';
import {
  countBallots,
  endVote,
  isPublished,
  isVoting,
  openingOf,
  openVote,
  stateOfVote,
  tellDeparture,
  type Vote,
} from '#lib/plan/vote.server.ts';
import { mostTold } from '#lib/plan/vote-telling.ts';
import { discardVote } from '#lib/plan/vote-preparation.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import type { Row } from '#lib/platform/tables.ts';
import { dayOf } from '#lib/platform/time.ts';
import { findDecision } from '#lib/territory/decision.server.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { act, actorOf, admit, button } from '#routes/act.server.ts';
import { publicPage } from '#routes/place.server.ts';
import { describeResult } from './describe.server.ts';
import { describeRules } from './describe-rules.server.ts';
import { getVoteHere } from './here.server.ts';

export async function load(event) {
  const { place, vote, here, prepares } = await getVoteHere(event);
  const { house, language } = event.locals;
  const { db } = house;
  const t = translator(language);
  const state = stateOfVote(vote);
  publicPage(event, vote.territory_id);
  const leastShown = leastShownOf(vote, place.territory);
  const tally = await findTally(db, vote.territory_id, vote.id);
  const closedOn = vote.closed_at === null ? undefined : dayOf(vote.closed_at, place.territory.time_zone);
  const proposals = byTitle(await describeBallot(db, vote.territory_id, vote.id), language);
  return {
    base: place.base,
    here,
    vote: {
      id: vote.id,
      name: vote.name,
      question: vote.question,
      departure: vote.departure,
      budgetCents: vote.budget_cents,
    },
    state,
    announced: state === 'prepared' && (await isPublished(db, vote)),
    barred: state === 'prepared' ? barrierOf(place.cycle, place.today > vote.closes_on) : undefined,
    taking: isVoting(vote, place.today),
    closesOn: vote.closes_on,
    strawPoll: vote.admission === 'open',
    byRoll: vote.admission === 'roll',
    leastShown,
    postgres: house.connections.engine === 'postgres',
    ballots: await countBallots(db, vote.territory_id, vote.id),
    codes: await listToldBatches(db, vote, place.territory.time_zone),
    rules: describeRules(vote, closedOn, language, t),
    rulesHash: vote.rules_hash,
    currency: vote.currency,
    proposals,
    result: tally && describeResult({ vote, tally, proposals, leastShown, language, t }),
    staff: prepares ? await standingOf(house, vote, leastShown) : undefined,
  };
}

/** Why a prepared vote can't be opened as it is. */
function barrierOf(cycle: Row<'cycle'>, isPast: boolean): 'cycle.closed' | 'votes.lastDayPassed' | undefined {
  if (cycle.closed_at !== null) return 'cycle.closed';
  return isPast ? 'votes.lastDayPassed' : undefined;
}

/** How far the body's decision has come that the next act needs. */
async function standingOf({ db }: House, vote: Vote, leastShown: number) {
  const purpose: 'open-vote' | 'close-vote' = vote.opened_at === null ? 'open-vote' : 'close-vote';
  const subject = vote.opened_at === null ? await openingOf(db, vote) : vote.id;
  const decision = await findDecision(db, { territoryId: vote.territory_id, purpose, subjectId: subject });
  const ballots = await countBallots(db, vote.territory_id, vote.id);
  return {
    purpose,
    subject,
    told: { most: mostTold(ballots, leastShown), ballots, totals: leastShown, everything: 2 * leastShown },
    waiting: decision !== undefined && decision.confirmed_at === null,
    allowed: typeof decision?.confirmed_at === 'number',
  };
}

export const actions = {
  open: act(button, async ({ event, write }) => {
    const { vote, actor } = await preparing(event);
    await write((db, now) => openVote(db, { territoryId: vote.territory_id, voteId: vote.id, actor }, now));
  }),
  discard: act(button, async ({ event, write }) => {
    const { vote, actor, votes } = await preparing(event);
    await write((db, now) => discardVote(db, { territoryId: vote.territory_id, voteId: vote.id, actor }, now));
    redirect(303, votes);
  }),
  close: act(button, async ({ event, write }) => {
    const { vote, actor } = await preparing(event);
    await write((db, now) => endVote(db, { territoryId: vote.territory_id, voteId: vote.id, actor }, now));
    await countAndKeep(event.locals.house, vote, actor);
  }),
  count: act(button, async ({ event }) => {
    const { vote, actor } = await preparing(event);
    await countAndKeep(event.locals.house, vote, actor);
  }),
  depart: act(departureForm, async ({ event, facts, write }) => {
    const { vote, actor } = await preparing(event);
    const told = { territoryId: vote.territory_id, voteId: vote.id, reason: facts.reason, actor };
    await write((db, now) => tellDeparture(db, told, now));
  }),
};

async function preparing(event: Parameters<typeof getVoteHere>[0]) {
  const { place, vote } = await getVoteHere(event);
  admit(event, mayPrepare(event.locals.person, vote.territory_id));
  return {
    vote,
    actor: actorOf(event),
    votes: `${place.base}/plan/votes`,
  };
}

/** Counts outside the write, so that nobody waits for it; done again after an interruption, the result is the same. */
async function countAndKeep(house: House, vote: Vote, actor: Actor): Promise<void> {
  const of = { territoryId: vote.territory_id, voteId: vote.id };
  const tally = await countVote(house.db, of);
  await house.write((db, now) => keepTally(db, { ...of, tally, actor }, now));
}
