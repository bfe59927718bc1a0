import type { RequestEvent } from '@sveltejs/kit';
import { mayPrepare } from '#lib/people/permission.ts';
import { findTally, type Tally } from '#lib/plan/tally.server.ts';
import { getVote, isPublished, type Vote } from '#lib/plan/vote.server.ts';
import { allow } from '#routes/act.server.ts';
import { getPlace, orNotFound, type Place } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

export interface VoteHere {
  readonly place: Place;
  readonly vote: Vote;
  /** `/fr/…/plan/votes/ID` */
  readonly here: string;
  readonly prepares: boolean;
}

/** The vote of an address. Until the decision to open it is confirmed, it is there only for those who prepare it. @throws 404 */
export async function getVoteHere(event: Where): Promise<VoteHere> {
  const place = await getPlace(event);
  const { db } = event.locals.house;
  const vote = await orNotFound(getVote(db, place.territory.id, event.params.vote ?? ''));
  const prepares = mayPrepare(event.locals.person, place.territory.id);
  allow(vote.cycle_id === place.cycle.id && (prepares || (await isPublished(db, vote))));
  return { place, vote, here: `${place.base}/plan/votes/${vote.id}`, prepares };
}

/** What is published of a vote. @throws 404 before its count is */
export async function getTallyHere(event: Where): Promise<VoteHere & { tally: Tally }> {
  const found = await getVoteHere(event);
  const tally = await findTally(event.locals.house.db, found.vote.territory_id, found.vote.id);
  allow(tally !== undefined);
  return { ...found, tally };
}

/** A published file, to be downloaded under its own name. */
export function fileOf(name: string, type: string, text: string): Response {
  return new Response(text, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}
