import { createHash, createPrivateKey, sign } from 'node:crypto';
import { announce } from '#lib/platform/announcement.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { enterOnRoll } from './roll.server.ts';
import { listVoteProposals, requireVoting, type Vote } from './vote.server.ts';

export interface BallotFacts {
  readonly territoryId: string;
  readonly voteId: string;
  /** As `voterHash` makes it. */
  readonly voterHash: string;
  /** Ids of the approved proposals; they need not fit the budget. */
  readonly choices: readonly string[];
  /** Drawn in the voter's browser, or by the server for those without JavaScript. */
  readonly receipt: string;
}

export interface CastOutcome {
  /** False: this voter's ballot, the same one, was counted already. */
  readonly counted: boolean;
  /** The server's signature over the receipt's hash, base64. */
  readonly signature: string;
}

/**
 * Puts a ballot into the box and its voter on the roll, in one transaction and with nothing that ties the two: no
 * journal entry, no time, no common key. Sent again with the same receipt it is the same ballot.
 * @throws Refusal `votes.alreadyVoted` when the voter had voted with another receipt; `votes.tooFew`, `votes.tooMany`,
 *   `votes.notOnBallot`; those of `enterOnRoll` and `requireVoting`
 */
export async function castBallot(db: Db, facts: BallotFacts, now: number): Promise<CastOutcome> {
  const vote = await requireVoting(db, facts.territoryId, facts.voteId, now);
  const choices = await checkChoices(db, vote, facts.choices);
  const receiptHash = hashOf(facts.receipt);
  const entered = await enterOnRoll(db, { ...facts, admission: vote.admission });
  if (!entered) return findCounted(db, vote, receiptHash);
  const place = { territory_id: vote.territory_id, vote_id: vote.id };
  const signature = await signReceipt(db, vote, receiptHash);
  await db
    .insertInto('ballot')
    .values({ ...place, ballot_id: randomId(), choices: JSON.stringify(choices) })
    .execute();
  await db
    .insertInto('receipt')
    .values({ ...place, receipt_hash: receiptHash, signature })
    .execute();
  await db
    .updateTable('ballot_count')
    .set((e) => ({ ballots: e('ballots', '+', 1) }))
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .execute();
  announce(db, { territoryId: vote.territory_id, unhurried: true });
  return { counted: true, signature };
}

/** What is signed: the vote and the receipt's hash, never a ballot's content. */
export function signedText(voteId: string, receiptHash: string): Buffer {
  return createHash('sha256').update(`boussole receipt ${voteId} ${receiptHash}`).digest();
}

async function checkChoices(db: Db, vote: Vote, choices: readonly string[]): Promise<string[]> {
  const chosen = [...new Set(choices)].sort();
  if (chosen.length < vote.least_choices) throw new Refusal('votes.tooFew', { least: vote.least_choices });
  if (chosen.length > vote.most_choices) throw new Refusal('votes.tooMany', { most: vote.most_choices });
  const proposals = await listVoteProposals(db, vote.territory_id, vote.id);
  const offered = new Set(proposals.map((proposal) => proposal.proposal_id));
  if (!chosen.every((id) => offered.has(id))) throw new Refusal('votes.notOnBallot');
  return chosen;
}

async function findCounted(db: Db, vote: Vote, receiptHash: string): Promise<CastOutcome> {
  const kept = await db
    .selectFrom('receipt')
    .select('signature')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst();
  if (!kept) throw new Refusal('votes.alreadyVoted');
  return { counted: false, signature: kept.signature };
}

async function signReceipt(db: Db, vote: Vote, receiptHash: string): Promise<string> {
  const row = await db
    .selectFrom('vote_key')
    .select('private_key')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .executeTakeFirst();
  const key = createPrivateKey(there(row, 'vote key').private_key);
  return sign(null, signedText(vote.id, receiptHash), key).toString('base64');
}
