import type { RequestEvent } from '@sveltejs/kit';
import { getRound } from '#lib/evaluation/round.server.ts';
import { mayPrepare } from '#lib/people/permission.ts';
import { actorOf, admit } from '#routes/act.server.ts';
import { getPlace, orNotFound } from '#routes/place.server.ts';

/** A round for those who prepare, open and close it, and where it is. @throws 404 for everybody else */
export async function prepareHere(event: RequestEvent<Partial<Record<string, string>>>) {
  const place = await getPlace(event);
  const { territory, base } = place;
  admit(event, mayPrepare(event.locals.person, territory.id));
  const round = await orNotFound(getRound(event.locals.house.db, territory.id, event.params.round ?? ''));
  return {
    ...place,
    round,
    here: `${base}/evaluation/rounds/${round.id}`,
    on: { territoryId: territory.id, roundId: round.id, actor: actorOf(event) },
  };
}
