import { hashOf } from '#lib/platform/hash.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { ToldBatch } from './vote-telling.ts';

/** By what the roll knows a voter: mixed with the vote's id, so that two votes can't be joined. */
export function voterHash(voteId: string, kind: 'code' | 'account' | 'device', value: string): string {
  return hashOf(`vote ${voteId} ${kind} ${value}`);
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

/** Codes that were made together, and how many of them were replaced; never how many were used: it may be one person. */
export interface Batch {
  readonly name: string;
  readonly number: number;
  readonly replaced: number;
  readonly madeAt: number | null;
  /** Null where nobody knows, empty for an account that was closed. */
  readonly madeBy: string | null;
}

export async function listToldBatches(
  db: Db,
  vote: Pick<Row<'vote'>, 'territory_id' | 'id' | 'opened_at'>,
  timeZone: string,
): Promise<ToldBatch[]> {
  const batches = await listBatches(db, vote.territory_id, vote.id);
  return batches.map(({ number, replaced, madeAt, madeBy }) => ({
    number,
    replaced,
    day: madeAt === null ? undefined : dayOf(madeAt, timeZone),
    by: madeBy || undefined,
    late: madeAt !== null && vote.opened_at !== null && madeAt > vote.opened_at,
  }));
}

/** The batches of codes, as they were made. */
export async function listBatches(db: Db, territoryId: string, voteId: string): Promise<Batch[]> {
  const batches = await db
    .selectFrom('roll_batch')
    .leftJoin('account', 'account.id', 'roll_batch.made_by')
    .select(['roll_batch.name', 'number', 'made_at as madeAt', 'account.name as madeBy'])
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .orderBy('made_at')
    .orderBy('roll_batch.name')
    .execute();
  const voided = await db
    .selectFrom('roll_entry')
    .select((e) => ['batch', e.fn.countAll<number>().as('number')])
    .where('territory_id', '=', territoryId)
    .where('vote_id', '=', voteId)
    .where('state', '=', 'void')
    .groupBy('batch')
    .execute();
  const replaced = new Map(voided.map(({ batch, number }) => [batch, number]));
  return batches.map((batch) => ({ ...batch, replaced: replaced.get(batch.name) ?? 0 }));
}

/**
 * Marks a voter as having voted, exactly once however many try at the same time.
 * @returns false when they had voted already
 * @throws Refusal `votes.codeUnknown`, `votes.noBallot.void` or `votes.noBallot.test` for a code that can't vote
 */
export async function enterOnRoll(
  db: Db,
  facts: { territoryId: string; voteId: string; voterHash: string; admission: 'open' | 'account' | 'roll' },
): Promise<boolean> {
  return facts.admission === 'roll' ? useCode(db, facts) : addVoter(db, facts);
}

/** Why a code gives no ballot any more, or never did. */
export type CodeSpent = 'used' | 'void' | 'test';

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
  if (state === 'void') throw new Refusal('votes.noBallot.void');
  if (state === 'test') throw new Refusal('votes.noBallot.test');
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
      number: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'vote_id', 'voter_hash']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The state of a voter on the roll; undefined when they aren't on it. */
export async function findState(db: Db, facts: Voter): Promise<'ready' | CodeSpent | undefined> {
  const row = await db
    .selectFrom('roll_entry')
    .select('state')
    .where('territory_id', '=', facts.territoryId)
    .where('vote_id', '=', facts.voteId)
    .where('voter_hash', '=', facts.voterHash)
    .executeTakeFirst();
  return row?.state;
}
