import { record, type Actor } from '#lib/platform/journal.server.ts';
import { drawOrder, rewriteInRandomOrder } from '#lib/platform/random-order.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { usualRules, type Election } from './count/election.ts';
import { countEqualShares } from './count/equal-shares.ts';
import { countGreedy } from './count/greedy.ts';
import { writePabulib } from './count/pabulib.ts';
import { pabulibOf } from './count/pabulib-election.ts';
import { describeResult, type VoteResult } from './vote-result.ts';
import { listToldBatches } from './roll.server.ts';
import { listVoteProposals } from './vote-proposal.server.ts';
import { lotOf, sha256, writeRules } from './vote-rules.server.ts';
import { toldOf, type Told } from './vote-telling.ts';
import { getVote, type Vote } from './vote.server.ts';

/** What anyone recounts from. */
export interface PublishedVote {
  /** The rules as they were fixed before opening, as JSON. */
  readonly rules: string;
  /** How much is told: `toldOf`. */
  readonly told: Told;
  /** The ballots, shuffled, in Pabulib's format; undefined where not everything is told. */
  readonly ballots: string | undefined;
  /** Winners, reasons and trace as JSON; less where too few voted. See `describeResult`. */
  readonly result: string;
}

export interface Tally {
  readonly ballots: number;
  readonly published: PublishedVote;
  readonly result: VoteResult;
  /** SHA-256, in hexadecimal, of each published part. */
  readonly hashes: { readonly rules: string; readonly ballots: string | undefined; readonly result: string };
}

/**
 * Counts a vote that is over, by the rules published before it, the smallest number shown among them: with few ballots
 * less is published, see `toldOf`. Reads only; the same ballots always give the same result, so counting again after a
 * crash changes nothing.
 * @throws Refusal `votes.stillOpen`; `votes.rulesChanged` where what is stored isn't what was published any more
 */
export async function countVote(db: Db, facts: { territoryId: string; voteId: string }): Promise<Tally> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (vote.closed_at === null) throw new Refusal('votes.stillOpen');
  const proposals = await listVoteProposals(db, vote.territory_id, vote.id);
  const ballots = await listBallots(db, vote);
  const election = electionOf(vote, proposals, ballots);
  const lot = lotOf(vote);
  const rulesText = writeRules(vote, proposals, lot);
  if (sha256(rulesText) !== vote.rules_hash) throw new Refusal('votes.rulesChanged');
  const rules = { ...usualRules(lot.order), stop: vote.add1_stops };
  const result = { equalShares: countEqualShares(election, rules), greedy: countGreedy(election, lot.order) };
  const votes = result.equalShares.verdicts.map((verdict) => verdict.votes);
  const territory = await getTerritory(db, vote.territory_id);
  const told = toldOf(votes, ballots.length, leastShownOf(vote, territory));
  const codes = vote.admission === 'roll' ? await listToldBatches(db, vote, territory.time_zone) : undefined;
  const published = {
    rules: rulesText,
    told,
    ballots: told === 'everything' ? ballotsFile(vote, proposals, election, result) : undefined,
    result: JSON.stringify(describeResult(result, { vote, ballots: ballots.length, told, codes })),
  };
  return { ballots: ballots.length, published, result, hashes: hashesOf(published) };
}

/**
 * Publishes a tally, and writes roll and ballots anew in random order so that nothing hidden ties them any more.
 * Keeping it twice changes nothing.
 */
export async function keepTally(
  db: Db,
  facts: { territoryId: string; voteId: string; tally: Tally; actor: Actor },
  now: number,
): Promise<void> {
  const { territoryId, voteId, tally } = facts;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('tally')
    .values({
      territory_id: territoryId,
      vote_id: voteId,
      counted_at: now,
      ballots: tally.ballots,
      published: JSON.stringify(tally.published),
      result: writeResult(tally.result),
      hashes: JSON.stringify(tally.hashes),
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'vote_id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await rewriteInRandomOrder(db, ['roll_entry', 'ballot', 'receipt'], { territory_id: territoryId, vote_id: voteId });
  await record(db, { territoryId, actor: facts.actor, verb: 'vote.counted', subject: ['vote', voteId] }, now);
}

export async function findTally(
  db: Db,
  territoryId: string,
  voteId: string,
): Promise<(Tally & { countedAt: number }) | undefined> {
  const row = await db
    .selectFrom('tally')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    countedAt: row.counted_at,
    ballots: row.ballots,
    published: readPublished(row.published),
    result: readResult(row.result),
    hashes: JSON.parse(row.hashes) as Tally['hashes'],
  };
}

/** The signed receipts of a vote, in the order of their hashes: a list apart from the ballots. */
export function listReceipts(db: Db, territoryId: string, voteId: string): Promise<Row<'receipt'>[]> {
  return db
    .selectFrom('receipt')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .orderBy('receipt_hash')
    .execute();
}

async function listBallots(db: Db, vote: Vote): Promise<string[][]> {
  const rows = await db
    .selectFrom('ballot')
    .select('choices')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .execute();
  return drawOrder(rows).map((row) => JSON.parse(row.choices) as string[]);
}

function electionOf(vote: Vote, proposals: readonly Row<'vote_proposal'>[], ballots: readonly string[][]): Election {
  return {
    budget: BigInt(vote.budget_cents),
    projects: proposals.map((proposal) => ({ id: proposal.proposal_id, cost: BigInt(proposal.cost_cents) })),
    ballots: ballots.map((approves) => ({ approves, voters: 1 })),
  };
}

function ballotsFile(
  vote: Vote,
  proposals: readonly Row<'vote_proposal'>[],
  election: Election,
  result: VoteResult,
): string {
  const meta = [
    ['description', vote.question],
    ['instance', vote.name],
    ['currency', vote.currency],
    ['rule', 'equalshares/add1'],
    ['date_end', vote.closes_on],
  ] as const;
  return writePabulib(
    pabulibOf(election, {
      decimals: 2,
      meta,
      names: new Map(proposals.map((proposal) => [proposal.proposal_id, proposal.title])),
      funded: new Set(result.equalShares.winners),
    }),
  );
}

function hashesOf({ rules, ballots, result }: PublishedVote): Tally['hashes'] {
  return {
    rules: sha256(rules),
    ballots: ballots === undefined ? undefined : sha256(ballots),
    result: sha256(result),
  };
}

/** A vote that was counted before `told` was kept told its totals, and everything where its ballots are published. */
function readPublished(text: string): PublishedVote {
  const kept = JSON.parse(text) as Omit<PublishedVote, 'told'> & { told?: Told };
  return { ...kept, told: kept.told ?? (kept.ballots === undefined ? 'totals' : 'everything') };
}

/** JSON has no whole numbers of any size: an amount in cents is written as `"12000n"`. */
function writeResult(result: VoteResult): string {
  return JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

function readResult(text: string): VoteResult {
  const revive = (_: string, value: unknown) =>
    typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;
  return JSON.parse(text, revive) as VoteResult;
}
