import { record, type Actor } from '#lib/platform/journal.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomCode } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { drawOrder } from './draw.server.ts';
import { getVote } from './vote.server.ts';

/** Characters of a one-time code: 54 bits. */
const CODE_LENGTH = 12;
/** Most codes in one batch: a sheet that somebody can print and hand out. */
export const LARGEST_BATCH = 5000;

/** By what the roll knows a voter: mixed with the vote's id, so that two votes can't be joined. */
export function voterHash(voteId: string, kind: 'code' | 'account' | 'device', value: string): string {
  return hashOf(`vote ${voteId} ${kind} ${value}`);
}

/**
 * Makes one-time codes for a vote by roll.
 * @returns the codes, shown this once: only their hashes are kept
 * @throws Refusal `votes.noRoll` for a vote that isn't by roll, `votes.isClosed` once it is over
 */
export async function createCodes(
  db: Db,
  facts: { territoryId: string; voteId: string; number: number; batch: string; actor: Actor },
  now: number,
): Promise<string[]> {
  const vote = await getVote(db, facts.territoryId, facts.voteId);
  if (vote.admission !== 'roll') throw new Refusal('votes.noRoll');
  if (vote.closed_at !== null) throw new Refusal('votes.isClosed');
  const codes = Array.from({ length: facts.number }, () => randomCode(CODE_LENGTH));
  const rows = codes.map((code) => ({
    territory_id: facts.territoryId,
    vote_id: vote.id,
    voter_hash: voterHash(vote.id, 'code', code),
    state: 'ready' as const,
    batch: facts.batch,
  }));
  for (let start = 0; start < rows.length; start += 500) {
    await db
      .insertInto('roll_entry')
      .values(rows.slice(start, start + 500))
      .execute();
  }
  const subject = ['vote', vote.id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'roll.codes-made', subject }, now);
  return codes;
}

/** How many codes there are in each state. */
export async function countRoll(
  db: Db,
  territoryId: string,
  voteId: string,
): Promise<Record<'ready' | 'used' | 'void' | 'test', number>> {
  const rows = await db
    .selectFrom('roll_entry')
    .select((e) => ['state', e.fn.countAll<number>().as('number')])
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .groupBy('state')
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state)?.number ?? 0;
  return { ready: of('ready'), used: of('used'), void: of('void'), test: of('test') };
}

/**
 * Marks a voter as having voted, exactly once however many try at the same time.
 * @returns false when they had voted already
 * @throws Refusal `votes.codeUnknown`, `votes.codeVoid` or `votes.codeTest` for a code that can't vote
 */
export async function enterOnRoll(
  db: Db,
  facts: { territoryId: string; voteId: string; voterHash: string; admission: 'open' | 'account' | 'roll' },
): Promise<boolean> {
  return facts.admission === 'roll' ? useCode(db, facts) : addVoter(db, facts);
}

type Voter = { territoryId: string; voteId: string; voterHash: string };

async function useCode(db: Db, facts: Voter): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('roll_entry')
    .set({ state: 'used' })
    .where('territory_id', '=', facts.territoryId)
    .where('vote_id', '=', facts.voteId)
    .where('voter_hash', '=', facts.voterHash)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  const state = await findState(db, facts);
  if (state === undefined) throw new Refusal('votes.codeUnknown');
  if (state === 'void') throw new Refusal('votes.codeVoid');
  if (state === 'test') throw new Refusal('votes.codeTest');
  return false;
}

async function addVoter(db: Db, facts: Voter): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('roll_entry')
    .values({
      territory_id: facts.territoryId,
      vote_id: facts.voteId,
      voter_hash: facts.voterHash,
      state: 'used',
      batch: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'vote_id', 'voter_hash']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The state of a voter on the roll; undefined when they aren't on it. */
export async function findState(db: Db, facts: Voter): Promise<'ready' | 'used' | 'void' | 'test' | undefined> {
  const row = await db
    .selectFrom('roll_entry')
    .select('state')
    .where('territory_id', '=', facts.territoryId)
    .where('vote_id', '=', facts.voteId)
    .where('voter_hash', '=', facts.voterHash)
    .executeTakeFirst();
  return row?.state;
}

/**
 * At closing: writes the roll and the ballot box anew in random order. On PostgreSQL each row carries the hidden
 * number of the transaction that wrote it, which would tie a voter to a ballot; after this all rows share one.
 */
export async function rewriteInRandomOrder(db: Db, territoryId: string, voteId: string): Promise<void> {
  for (const name of ['roll_entry', 'ballot', 'receipt'] as const) {
    const rows = await db
      .selectFrom(name)
      .selectAll()
      .where('territory_id', '=', territoryId)
      .where('vote_id', '=', voteId)
      .execute();
    await db.deleteFrom(name).where('territory_id', '=', territoryId).where('vote_id', '=', voteId).execute();
    const shuffled = drawOrder<object>(rows);
    for (let start = 0; start < shuffled.length; start += 500) {
      await db
        .insertInto(name)
        .values(shuffled.slice(start, start + 500) as never)
        .execute();
    }
  }
}
