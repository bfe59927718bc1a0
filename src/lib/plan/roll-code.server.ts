import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { codeFrom } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { findState, listBatches, voterHash, type CodeSpent } from './roll.server.ts';
import { getVote, type Vote } from './vote.server.ts';

/** Characters of a one-time code: 54 bits. */
export const CODE_LENGTH = 12;

/** A one-time code, and by what a lost letter is found again: its batch and its number there, from 1. */
export interface NumberedCode {
  readonly number: number;
  readonly code: string;
}

/**
 * Makes one-time codes for a vote by roll. Only their hashes are kept; sent again with the same id the same codes come
 * out, since they are drawn from it.
 * @param facts.sentId 128 random bits
 * @returns the codes, shown this once
 * @throws Refusal `votes.noRoll` for a vote that isn't by roll, `votes.isClosed` once it is over, `votes.batchTaken`
 *   where another batch has that name
 */
export async function createCodes(
  db: Db,
  facts: RollAct & { number: number; batch: string; sentId: string },
  now: number,
): Promise<NumberedCode[]> {
  const vote = await requireRoll(db, facts);
  const codes = Array.from({ length: facts.number }, (_, index) => ({
    number: index + 1,
    code: codeDrawnFrom(facts.sentId, `${vote.id} ${facts.batch} ${index + 1}`),
  }));
  const batch = (await listBatches(db, vote.territory_id, vote.id)).find(({ name }) => name === facts.batch);
  if (batch) return sentBefore(db, vote, codes);
  const rows = codes.map(({ number, code }) => rowOf(vote, code, facts.batch, number));
  for (let start = 0; start < rows.length; start += 500) {
    await db
      .insertInto('roll_entry')
      .values(rows.slice(start, start + 500))
      .execute();
  }
  await db
    .insertInto('roll_batch')
    .values({
      territory_id: vote.territory_id,
      vote_id: vote.id,
      name: facts.batch,
      number: facts.number,
      made_at: now,
      made_by: facts.actor.id,
    })
    .execute();
  await recordOn(db, facts, 'roll.codes-made', now);
  return codes;
}

/**
 * Makes a lost or spoilt code void and another in its place, with the same number.
 * @throws Refusal `votes.codeUsed` where somebody has voted with it, `votes.codeUnknown` where there is none to replace;
 *   those of `createCodes`
 */
export async function replaceCode(
  db: Db,
  facts: RollAct & { batch: string; number: number; sentId: string },
  now: number,
): Promise<NumberedCode> {
  const vote = await requireRoll(db, facts);
  const { batch, number } = facts;
  const code = codeDrawnFrom(facts.sentId, `${vote.id} replaces ${batch} ${number}`);
  const voter = { territoryId: vote.territory_id, voteId: vote.id, voterHash: voterHash(vote.id, 'code', code) };
  if ((await findState(db, voter)) !== undefined) return { number, code };
  const { numUpdatedRows } = await db
    .updateTable('roll_entry')
    .set({ state: 'void' })
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .where('batch', '=', batch)
    .where('number', '=', number)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  // Sent twice at once, the other has replaced it meanwhile.
  if (numUpdatedRows === 0n && (await findState(db, voter)) !== undefined) return { number, code };
  if (numUpdatedRows === 0n) throw new Refusal((await isUsed(db, facts)) ? 'votes.codeUsed' : 'votes.codeUnknown');
  await db
    .insertInto('roll_entry')
    .values(rowOf(vote, code, batch, number))
    .execute();
  await recordOn(db, facts, 'roll.code-replaced', now);
  return { number, code };
}

export interface FoundCode {
  readonly vote: Vote;
  readonly state: 'ready' | CodeSpent;
}

/** The vote that has this code on its roll, in any territory, whatever became of either; those that are open first. */
export async function findVoteByCode(db: Db, code: string): Promise<FoundCode | undefined> {
  const votes = await db
    .selectFrom('vote')
    .selectAll()
    .where('admission', '=', 'roll')
    .orderBy(sql`closed_at is not null`)
    .orderBy('opened_at', 'desc')
    .execute();
  for (const vote of votes) {
    const voter = { territoryId: vote.territory_id, voteId: vote.id, voterHash: voterHash(vote.id, 'code', code) };
    const state = await findState(db, voter);
    if (state !== undefined) return { vote, state };
  }
  return undefined;
}

interface RollAct {
  readonly territoryId: string;
  readonly voteId: string;
  readonly actor: Actor;
}

async function requireRoll(db: Db, facts: RollAct): Promise<Vote> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (vote.admission !== 'roll') throw new Refusal('votes.noRoll');
  if (vote.closed_at !== null) throw new Refusal('votes.isClosed');
  return vote;
}

/** A code that anyone with the sent id, and nobody else, could draw again. */
function codeDrawnFrom(sentId: string, place: string): string {
  const bytes = (turn: number) => createHash('sha512').update(`boussole code ${sentId} ${place} ${turn}`).digest();
  return codeFrom(bytes, CODE_LENGTH);
}

/** The same form once more gives the same codes; another form with the name of a batch is refused. */
async function sentBefore(db: Db, vote: Vote, codes: NumberedCode[]): Promise<NumberedCode[]> {
  for (const known of [codes.at(0), codes.at(-1)]) {
    const hash = voterHash(vote.id, 'code', known?.code ?? '');
    const state = await findState(db, { territoryId: vote.territory_id, voteId: vote.id, voterHash: hash });
    if (state === undefined) throw new Refusal('votes.batchTaken');
  }
  return codes;
}

function rowOf(vote: Vote, code: string, batch: string, number: number) {
  return {
    territory_id: vote.territory_id,
    vote_id: vote.id,
    voter_hash: voterHash(vote.id, 'code', code),
    state: 'ready' as const,
    batch,
    number,
  };
}

async function isUsed(db: Db, facts: RollAct & { batch: string; number: number }): Promise<boolean> {
  const used = await db
    .selectFrom('roll_entry')
    .select('state')
    .where('territory_id', '=', facts.territoryId)
    .where('vote_id', '=', facts.voteId)
    .where('batch', '=', facts.batch)
    .where('number', '=', facts.number)
    .where('state', '=', 'used')
    .executeTakeFirst();
  return used !== undefined;
}

function recordOn(db: Db, facts: RollAct, verb: string, now: number): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['vote', facts.voteId] }, now);
}
