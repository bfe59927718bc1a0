import type { RequestEvent } from '@sveltejs/kit';
import { getRound, type Round } from '#lib/evaluation/round.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { actorOf, admit, allow } from '#routes/act.server.ts';
import { getPlace, orNotFound, type Place } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

export interface RoundHere extends Place {
  readonly round: Round;
  /** `/fr/…/evaluation/rounds/ID` */
  readonly here: string;
}

/** The round of an address. @throws 404 when the cycle of the address has no such round */
export async function getRoundHere(event: Where): Promise<RoundHere> {
  const place = await getPlace(event);
  const round = await orNotFound(getRound(event.locals.house.db, place.territory.id, event.params.round ?? ''));
  allow(round.cycle_id === place.cycle.id);
  return { ...place, round, here: `${place.base}/evaluation/rounds/${round.id}` };
}

/** For those who prepare, open and close it. @throws 404 for everybody else */
export async function prepareHere(event: Where) {
  const found = await getRoundHere(event);
  const { territory, round } = found;
  admit(event as RequestEvent, mayPrepare(event.locals.person, territory.id));
  return { ...found, on: { territoryId: territory.id, roundId: round.id, actor: actorOf(event as RequestEvent) } };
}
