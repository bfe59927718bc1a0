import { createHash, sign, type KeyObject } from 'node:crypto';
import { announce } from '#lib/platform/announcement.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { enterOnRoll } from './roll.server.ts';
import { requireVoting, type Vote } from './vote.server.ts';
import { forgetVoting, openVoting } from './voting.server.ts';

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
 * @throws Refusal `votes.alreadyVoted` when the voter had voted with another receipt; `votes.receiptTaken` when another
 *   voter's ballot has that receipt; `votes.tooFew`, `votes.tooMany`, `votes.notOnBallot`; those of `enterOnRoll` and
 *   `requireVoting`
 */
export async function castBallot(db: Db, facts: BallotFacts, now: number): Promise<CastOutcome> {
  const vote = await requireVoting(db, facts.territoryId, facts.voteId, now);
  const voting = await openVoting(db, vote);
  const choices = checkChoices(vote, voting.offered, facts.choices);
  const receiptHash = hashOf(facts.receipt);
  const entered = await enterOnRoll(db, { ...facts, admission: vote.admission });
  if (!entered) return countedAlready(await findReceipt(db, facts.territoryId, facts.voteId, receiptHash));
  await countIn(db, vote);
  const place = { territory_id: vote.territory_id, vote_id: vote.id };
  const signature = await keepReceipt(db, vote, receiptHash, voting.key);
  await db
    .insertInto('ballot')
    .values({ ...place, ballot_id: randomId(), choices: JSON.stringify(choices) })
    .execute();
  announce(db, { territoryId: vote.territory_id, unhurried: true });
  return { counted: true, signature };
}

function countedAlready(kept: Row<'receipt'> | undefined): CastOutcome {
  if (!kept) throw new Refusal('votes.alreadyVoted');
  return { counted: false, signature: kept.signature };
}

/** @throws Refusal `votes.notOpen` where the vote was ended in the meantime */
async function countIn(db: Db, vote: Vote): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('ballot_count')
    .set((e) => ({ ballots: e('ballots', '+', 1) }))
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .where('taking', '=', 1)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  forgetVoting(vote);
  throw new Refusal('votes.notOpen');
}

/** The signed receipt with this hash (`hashOf`), if a ballot came with it. */
export function findReceipt(
  db: Db,
  territoryId: string,
  voteId: string,
  receiptHash: string,
): Promise<Row<'receipt'> | undefined> {
  return db
    .selectFrom('receipt')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst();
}

/** What is signed: the vote and the receipt's hash, never a ballot's content. */
export function signedText(voteId: string, receiptHash: string): Buffer {
  return createHash('sha256').update(`boussole receipt ${voteId} ${receiptHash}`).digest();
}

/**
 * The choices of a ballot as it would be kept: each once, sorted.
 * @param offered ids of the proposals on the ballot
 * @throws Refusal `votes.tooFew`, `votes.tooMany`, `votes.notOnBallot`
 */
export function checkChoices(vote: Vote, offered: ReadonlySet<string>, choices: readonly string[]): string[] {
  const chosen = [...new Set(choices)].sort();
  if (chosen.length < vote.least_choices) throw new Refusal('votes.tooFew', { least: vote.least_choices });
  if (chosen.length > vote.most_choices) throw new Refusal('votes.tooMany', { most: vote.most_choices });
  if (!chosen.every((id) => offered.has(id))) throw new Refusal('votes.notOnBallot');
  return chosen;
}

/** @returns the signature. @throws Refusal `votes.receiptTaken` */
async function keepReceipt(db: Db, vote: Vote, receiptHash: string, key: KeyObject): Promise<string> {
  const signature = sign(null, signedText(vote.id, receiptHash), key).toString('base64');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('receipt')
    .values({ territory_id: vote.territory_id, vote_id: vote.id, receipt_hash: receiptHash, signature })
    .onConflict((conflict) => conflict.columns(['territory_id', 'vote_id', 'receipt_hash']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('votes.receiptTaken');
  return signature;
}
