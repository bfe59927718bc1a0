import { findVoteByCode, type FoundCode } from '#lib/plan/roll-code.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#lib/platform/refusal.ts';
import { findGatheringByCode, type Gathering } from '#lib/territory/gathering.server.ts';

/**
 * The gathering behind a join code. Only codes that don't exist count as tries, so that a whole school class behind one
 * address comes in; whoever guesses is shut out for a while, also with a code that exists.
 * @throws Refusal `limits.wait`, `definitions.join.unknown`
 */
export async function findByJoinCode(event: RequestEvent, code: string): Promise<Gathering> {
  const { limits, db } = event.locals.house;
  const address = event.getClientAddress();
  await limits.check('join-code', address);
  const gathering = await findGatheringByCode(db, code);
  if (gathering) return gathering;
  await limits.spend('join-code', address);
  throw new Refusal('definitions.join.unknown');
}

/**
 * The vote that a one-time code is for, and how the code stands, for whoever types it where codes of gatherings are
 * typed. Guessing is limited as it is before the ballot.
 * @throws Refusal `limits.wait`, `votes.noVote`
 */
export async function findByVotingCode(event: RequestEvent, code: string): Promise<FoundCode> {
  const { limits, db, log } = event.locals.house;
  const address = event.getClientAddress();
  await limits.check('roll-code', address);
  const found = await findVoteByCode(db, code);
  if (found) return found;
  log.warn('an unknown voting code was tried');
  await limits.spend('roll-code', address);
  throw new Refusal('votes.noVote');
}
