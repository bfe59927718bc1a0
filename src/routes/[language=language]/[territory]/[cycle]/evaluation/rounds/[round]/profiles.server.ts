import type { RequestEvent } from '@sveltejs/kit';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import { translator } from '#lib/messages/translate.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import type { Place } from '#routes/place.server.ts';

/** What a person may say of themselves, as the options of three fields. */
export async function listProfiles(
  { locals }: Pick<RequestEvent, 'locals'>,
  { territory, cycle }: Pick<Place, 'territory' | 'cycle'>,
) {
  const t = translator(locals.language);
  const groups = await listGroups(locals.house.db, territory.id, cycle.id);
  const neighbourhoods = await listNeighbourhoods(locals.house.db, territory.id);
  return {
    groups: groups.filter((group) => group.kind !== 'rainbow').map(({ id, name }) => ({ value: id, label: name })),
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ value: id, label: name })),
    ageBands: AGE_BANDS.map((band) => ({ value: band, label: t(`evaluation.age.${band}`) })),
  };
}
