import { error, type RequestEvent } from '@sveltejs/kit';
import { listOpenVersions, listStandings, type Standing } from '#lib/indicators/indicator-list.server.ts';
import type { Place } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** @throws 404 when the cycle has no such indicator */
export async function standingHere(event: Where, { territory, cycle }: Place): Promise<Standing> {
  const [standing] = await listStandings(event.locals.house.db, territory.id, cycle.id, event.params.indicator ?? '');
  if (!standing) error(404, 'not there');
  return standing;
}

/**
 * The version of an indicator that its page shows: the one asked for by number, else the one that holds in the cycle,
 * else the one that is discussed.
 * @throws 404 when that isn't open to everybody
 */
export async function versionShown(event: Where, place: Place) {
  const standing = await standingHere(event, place);
  const open = await listOpenVersions(event.locals.house.db, place.territory.id, standing.indicatorId);
  const asked = event.url.searchParams.get('version');
  const wanted = standing.holds ?? standing.discussed;
  const shown = open.find((version) => (asked === null ? version.id === wanted : String(version.number) === asked));
  if (!shown) error(404, 'not there');
  return { standing, shown, open };
}
