import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { listVoteProposals } from './vote-proposal.server.ts';

/** What a vote fixed at its opening and every ballot needs: it can't change, so it is read once. */
export interface Voting {
  readonly offered: ReadonlySet<string>;
  readonly key: KeyObject;
}

/** Votes that take ballots at the same time in one installation; beyond that the one read longest ago goes. */
const MOST_KEPT = 50;

const kept = new Map<string, Voting>();

/** @throws Refusal `votes.notOpen` where the vote has no key to sign with: not yet, or no longer */
export async function openVoting(db: Db, vote: Row<'vote'>): Promise<Voting> {
  const place = `${vote.territory_id} ${vote.id} ${vote.rules_hash}`;
  const known = kept.get(place);
  if (known) return known;
  const voting = { offered: await offeredOn(db, vote), key: await keyOf(db, vote) };
  kept.set(place, voting);
  for (const [oldest] of kept) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return voting;
}

/** Nothing is signed any more: the key is forgotten. */
export function forgetVoting(vote: Row<'vote'>): void {
  kept.delete(`${vote.territory_id} ${vote.id} ${vote.rules_hash}`);
}

/** Ids of the proposals on the ballot. */
export async function offeredOn(db: Db, vote: Row<'vote'>): Promise<ReadonlySet<string>> {
  const proposals = await listVoteProposals(db, vote.territory_id, vote.id);
  return new Set(proposals.map((proposal) => proposal.proposal_id));
}

async function keyOf(db: Db, vote: Row<'vote'>): Promise<KeyObject> {
  const row = await db
    .selectFrom('vote_key')
    .select('private_key')
    .where('territory_id', '=', vote.territory_id)
    .where('vote_id', '=', vote.id)
    .executeTakeFirst();
  if (!row) throw new Refusal('votes.notOpen');
  return createPrivateKey(row.private_key);
}
