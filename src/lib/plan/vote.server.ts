import { createHash, generateKeyPairSync } from 'node:crypto';
import { drawText, lotOrder } from './count/lot.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { requireDecision } from '#lib/territory/decision.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import type { Add1Stops, Admission } from './tables.ts';

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
 * Prepares a vote on proposals that the panel accepted.
 * @throws Refusal `votes.fewProposals` below two, `votes.notAccepted` for a proposal that no panel accepted,
 *   `votes.choices` when a ballot couldn't name that many
 */
export async function prepareVote(
  db: Db,
  facts: VoteFacts & { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const proposals = await listAccepted(db, facts.territoryId, facts.cycleId, facts.proposalIds);
  if (new Set(facts.proposalIds).size < 2) throw new Refusal('votes.fewProposals');
  if (proposals.length !== new Set(facts.proposalIds).size) throw new Refusal('votes.notAccepted');
  if (facts.leastChoices > facts.mostChoices || facts.leastChoices > proposals.length)
    throw new Refusal('votes.choices');
  const id = randomId();
  await db
    .insertInto('vote')
    .values(columnsOf(facts, id, now))
    .execute();
  const ballot = proposals.map((proposal) => ({
    territory_id: facts.territoryId,
    vote_id: id,
    proposal_id: proposal.id,
    cost_cents: proposal.cost_cents,
    title: proposal.title,
  }));
  await db.insertInto('vote_proposal').values(ballot).execute();
  await recordOn(db, { ...facts, voteId: id }, 'vote.prepared', now);
  return id;
}

/**
 * Opens a vote, by the body's confirmed decision: the rules are fixed and hashed, the lot that breaks ties is drawn,
 * and the key that signs receipts is made.
 * @throws Refusal `decision.needed`, `votes.alreadyOpened`
 */
export async function openVote(db: Db, facts: VoteAct, now: number): Promise<void> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (vote.opened_at !== null) throw new Refusal('votes.alreadyOpened');
  const decision = await requireDecision(db, { ...facts, purpose: 'open-vote', subjectId: vote.id });
  const proposals = await listVoteProposals(db, vote.territory_id, vote.id);
  const lot = drawLot(proposals.map((proposal) => proposal.proposal_id));
  const keys = generateKeyPairSync('ed25519');
  const place = { territory_id: vote.territory_id, vote_id: vote.id };
  await setOn(db, vote, {
    opened_at: now,
    open_decision_id: decision.id,
    lot: JSON.stringify(lot),
    rules_hash: hashRules(vote, proposals, lot),
    signing_key: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  });
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await db
    .insertInto('vote_key')
    .values({ ...place, private_key: privateKey })
    .execute();
  await db
    .insertInto('ballot_count')
    .values({ ...place, ballots: 0 })
    .execute();
  await recordOn(db, facts, 'vote.opened', now);
}

/** Ends the taking of ballots, by the body's confirmed decision; the count follows (`countVote`, `keepTally`). */
export async function endVote(db: Db, facts: VoteAct, now: number): Promise<void> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (stateOfVote(vote) !== 'open') throw new Refusal('votes.notOpen');
  const decision = await requireDecision(db, { ...facts, purpose: 'close-vote', subjectId: vote.id });
  await setOn(db, vote, { closed_at: now, close_decision_id: decision.id });
  await db
    .deleteFrom('vote_key')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .execute();
  await recordOn(db, facts, 'vote.closed', now);
}

interface VoteAct {
  readonly territoryId: string;
  readonly voteId: string;
  readonly actor: Actor;
}

export function stateOfVote(vote: Pick<Vote, 'opened_at' | 'closed_at'>): VoteState {
  if (vote.closed_at !== null) return 'closed';
  return vote.opened_at === null ? 'prepared' : 'open';
}

/** The vote, if it takes ballots now: until the end of its last day. @throws Refusal `votes.notOpen` */
export async function requireVoting(db: Db, territoryId: string, voteId: string, now: number): Promise<Vote> {
  const vote = await getVote(db, territoryId, voteId);
  const { time_zone } = await getTerritory(db, territoryId);
  if (stateOfVote(vote) !== 'open' || dayOf(now, time_zone) > vote.closes_on) throw new Refusal('votes.notOpen');
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

/** The lot that has the last word on ties, drawn before the first ballot; anyone can draw it again from the seed. */
export interface Lot {
  readonly seed: string;
  /** Proposal ids; on a tie the earlier one wins. */
  readonly order: readonly string[];
}

function drawLot(proposalIds: readonly string[]): Lot {
  const seed = randomId();
  const digest = (id: string) => createHash('sha256').update(drawText(seed, id)).digest('hex');
  return { seed, order: lotOrder(proposalIds.map((id) => ({ id, digest: digest(id) }))) };
}

/** The lot of a vote that has been opened. */
export function lotOf(vote: Vote): Lot {
  return JSON.parse(there(vote.lot, 'lot')) as Lot;
}

/** The rules as they are published: what is counted, and how. */
export function rulesOf(vote: Vote, proposals: readonly Row<'vote_proposal'>[], lot: Lot) {
  return {
    question: vote.question,
    budget_cents: vote.budget_cents,
    least_choices: vote.least_choices,
    most_choices: vote.most_choices,
    rule: 'equal-shares',
    utility: 'cost',
    completion: 'add1',
    add1_unit_cents: 100,
    add1_stops: vote.add1_stops,
    ties: ['lower cost', 'more votes', 'lot'],
    lot,
    admission: vote.admission,
    closes_on: vote.closes_on,
    who_decides: vote.who_decides,
    is_binding: vote.is_binding === 1,
    council_on: vote.council_on,
    proposals: proposals.map(({ proposal_id, title, cost_cents }) => ({ id: proposal_id, title, cost_cents })),
  };
}

/** SHA-256, in hexadecimal, of the rules written as JSON without white space. */
export function hashRules(vote: Vote, proposals: readonly Row<'vote_proposal'>[], lot: Lot): string {
  return createHash('sha256')
    .update(JSON.stringify(rulesOf(vote, proposals, lot)))
    .digest('hex');
}

/** The proposals among these whose newest review accepted them. */
async function listAccepted(db: Db, territoryId: string, cycleId: string, ids: readonly string[]) {
  const proposals = await db
    .selectFrom('proposal')
    .select(['id', 'title', 'cost_cents'])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('id', 'in', ['', ...ids])
    .where('withdrawn_at', 'is', null)
    .execute();
  const reviews = await db
    .selectFrom('proposal_review')
    .select(['proposal_id', 'outcome'])
    .where('territory_id', '=', territoryId)
    .where('proposal_id', 'in', ['', ...ids])
    .orderBy('reviewed_at')
    .execute();
  const outcome = new Map(reviews.map((review) => [review.proposal_id, review.outcome]));
  return proposals.filter((proposal) => outcome.get(proposal.id) === 'accepted');
}

function columnsOf(facts: VoteFacts & { territoryId: string; cycleId: string }, id: string, now: number) {
  return {
    territory_id: facts.territoryId,
    id,
    cycle_id: facts.cycleId,
    name: facts.name,
    question: facts.question,
    budget_cents: facts.budgetCents,
    least_choices: facts.leastChoices,
    most_choices: facts.mostChoices,
    add1_stops: facts.add1Stops,
    admission: facts.admission,
    closes_on: facts.closesOn,
    who_decides: facts.whoDecides,
    is_binding: facts.isBinding ? (1 as const) : (0 as const),
    council_on: facts.councilOn,
    created_at: now,
    opened_at: null,
    open_decision_id: null,
    rules_hash: null,
    lot: null,
    signing_key: null,
    closed_at: null,
    close_decision_id: null,
    departure: null,
  };
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
