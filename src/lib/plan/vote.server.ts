import { generateKeyPairSync } from 'node:crypto';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { findConfirmed, requireDecision } from '#lib/territory/decision.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import type { Add1Stops, Admission } from './tables.ts';
import { requireUnchanged } from './vote-proposal.server.ts';
import { drawLot, hashRules } from './vote-rules.server.ts';
import { forgetVoting } from './voting.server.ts';

/** Everything that is published before opening and fixed from then on. */
export interface VoteFacts {
  readonly name: string;
  readonly question: string;
  readonly budgetCents: number;
  /** How many proposals a ballot names at least and at most; a choice needs not fit the budget. */
  readonly leastChoices: number;
  readonly mostChoices: number;
  readonly add1Stops: Add1Stops;
  readonly admission: Admission;
  /** The last day on which ballots are taken. */
  readonly closesOn: string;
  readonly whoDecides: string;
  readonly isBinding: boolean;
  /** The day on which the council deals with the result. */
  readonly councilOn: string;
  readonly proposalIds: readonly string[];
}

export type Vote = Row<'vote'>;
export type VoteState = 'prepared' | 'open' | 'closed';

/**
 * Opens a vote, by the body's confirmed decision: the rules are fixed and hashed, the lot that breaks ties is drawn,
 * and the key that signs receipts is made. It is the vote that the body read: a decision from before a correction
 * doesn't count.
 * @throws Refusal `cycle.closed`, `decision.needed`, `votes.alreadyOpened`, `votes.lastDayOver`; `votes.notAccepted`
 *   where a proposal has meanwhile been changed or withdrawn or no longer has the panel's agreement
 */
export async function openVote(db: Db, facts: VoteAct, now: number): Promise<void> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  await requireOpenCycle(db, vote.territory_id, vote.cycle_id);
  if (vote.opened_at !== null) throw new Refusal('votes.alreadyOpened');
  const { time_zone, least_shown } = await getTerritory(db, vote.territory_id);
  if (dayOf(now, time_zone) > vote.closes_on) throw new Refusal('votes.lastDayOver');
  const decision = await requireDecision(db, { ...facts, purpose: 'open-vote', subjectId: await openingOf(db, vote) });
  const place = { territory_id: vote.territory_id, vote_id: vote.id };
  const proposals = await requireUnchanged(db, vote);
  const lot = drawLot(proposals.map((proposal) => proposal.proposal_id));
  const keys = generateKeyPairSync('ed25519');
  const signingKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await setOn(db, vote, {
    opened_at: now,
    open_decision_id: decision.id,
    lot: JSON.stringify(lot),
    least_shown,
    rules_hash: hashRules({ ...vote, least_shown, signing_key: signingKey }, proposals, lot),
    signing_key: signingKey,
  });
  await db
    .insertInto('vote_key')
    .values({ ...place, private_key: privateKey })
    .execute();
  await db
    .insertInto('ballot_count')
    .values({ ...place, ballots: 0, taking: 1 })
    .execute();
  await recordOn(db, facts, 'vote.opened', now);
}

/**
 * Ends the taking of ballots, by the body's confirmed decision; the count follows (`countVote`, `keepTally`).
 * @throws Refusal `decision.needed`, `votes.notOpen`
 */
export async function endVote(db: Db, facts: VoteAct, now: number): Promise<void> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (stateOfVote(vote) !== 'open') throw new Refusal('votes.notOpen');
  const decision = await requireDecision(db, { ...facts, purpose: 'close-vote', subjectId: vote.id });
  // First of all: on PostgreSQL this waits for the ballots under way, and lets none in after it.
  await db
    .updateTable('ballot_count')
    .set({ taking: 0 })
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .execute();
  await setOn(db, vote, { closed_at: now, close_decision_id: decision.id });
  await db
    .deleteFrom('vote_key')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .execute();
  forgetVoting(vote);
  await recordOn(db, facts, 'vote.closed', now);
}

/**
 * Tells in public why the council departed from the result. Said once: what is corrected later is said in the plan.
 * @throws Refusal `votes.stillOpen` before the end, `votes.departureTold` when it has been told
 */
export async function tellDeparture(db: Db, facts: VoteAct & { reason: string }, now: number): Promise<void> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (stateOfVote(vote) !== 'closed') throw new Refusal('votes.stillOpen');
  if (vote.departure === facts.reason) return;
  if (vote.departure !== null) throw new Refusal('votes.departureTold');
  await setOn(db, vote, { departure: facts.reason });
  await recordOn(db, facts, 'vote.departure-told', now);
}

export interface VoteAct {
  readonly territoryId: string;
  readonly voteId: string;
  readonly actor: Actor;
}

export function stateOfVote(vote: Pick<Vote, 'opened_at' | 'closed_at'>): VoteState {
  if (vote.closed_at !== null) return 'closed';
  return vote.opened_at === null ? 'prepared' : 'open';
}

/** What a body decides on that opens a vote: the vote as it was prepared, or its newest correction. */
export async function openingOf(db: Db, vote: Vote): Promise<string> {
  const correction = await db
    .selectFrom('vote_correction')
    .select('id')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .orderBy('corrected_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return correction?.id ?? vote.id;
}

/**
 * Whether anyone may read it: from the confirmed decision to open it on, as long as it is the vote that the body read. A
 * correction takes it back until the body has decided on that.
 */
export async function isPublished(db: Db, vote: Vote): Promise<boolean> {
  if (vote.opened_at !== null) return true;
  const about = { territoryId: vote.territory_id, purpose: 'open-vote', subjectId: await openingOf(db, vote) } as const;
  return (await findConfirmed(db, about)) !== undefined;
}

/** Whether the vote takes ballots on that day `YYYY-MM-DD`: it is open, and its last day isn't over. */
export function isVoting(vote: Vote, today: string): boolean {
  return whyNotVoting(vote, today) === undefined;
}

/** `over` is open still, but its last day has passed and it waits for its closing. */
export type NotVoting = 'prepared' | 'over' | 'closed';

export function whyNotVoting(vote: Vote, today: string): NotVoting | undefined {
  const state = stateOfVote(vote);
  if (state !== 'open') return state;
  return today > vote.closes_on ? 'over' : undefined;
}

/** The vote, if it takes ballots now: until the end of its last day. @throws Refusal `votes.notOpen` */
export async function requireVoting(db: Db, territoryId: string, voteId: string, now: number): Promise<Vote> {
  const found = await db
    .selectFrom('vote')
    .innerJoin('territory', 'territory.id', 'vote.territory_id')
    .selectAll('vote')
    .select('territory.time_zone')
    .where('vote.territory_id', '=', territoryId)
    .where('vote.id', '=', voteId)
    .executeTakeFirst();
  const vote = there(found, 'vote');
  if (!isVoting(vote, dayOf(now, vote.time_zone))) throw new Refusal('votes.notOpen');
  return vote;
}

export async function getVote(db: Db, territoryId: string, id: string): Promise<Vote> {
  const vote = await db
    .selectFrom('vote')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(vote, 'vote');
}

/** The votes of a cycle, the latest first. */
export function listVotes(db: Db, territoryId: string, cycleId: string): Promise<Vote[]> {
  return db
    .selectFrom('vote')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .orderBy('created_at', 'desc')
    .execute();
}

/** How many ballots are in: all that is told while a vote is open. */
export async function countBallots(db: Db, territoryId: string, voteId: string): Promise<number> {
  const row = await db
    .selectFrom('ballot_count')
    .select('ballots')
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .executeTakeFirst();
  return row?.ballots ?? 0;
}

async function setOn(db: Db, vote: Vote, values: Partial<Vote>): Promise<void> {
  await db
    .updateTable('vote')
    .set(values)
    .where('territory_id', '=', vote.territory_id)
    .where('id', '=', vote.id)
    .execute();
}

function recordOn(db: Db, facts: VoteAct, verb: string, now: number): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['vote', facts.voteId] }, now);
}
