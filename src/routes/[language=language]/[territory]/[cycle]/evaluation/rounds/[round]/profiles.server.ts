import { AGE_BANDS } from '#lib/definitions/profile.ts';
import { listPlaces, type Place } from '#lib/evaluation/places.server.ts';
import type { Round } from '#lib/evaluation/round.server.ts';
import type { Language } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import type { Db } from '#lib/platform/tables.ts';

/** What a person may say of themselves, as the options of three fields. */
export async function listProfiles(db: Db, round: Round, language: Language) {
  const t = translator(language);
  const { groups, neighbourhoods } = await listPlaces(db, round);
  const optionOf = ({ id, name }: Place) => ({ value: id, label: name });
  return {
    groups: groups.map(optionOf),
    neighbourhoods: neighbourhoods.map(optionOf),
    ageBands: AGE_BANDS.map((band) => ({ value: band, label: t(`evaluation.age.${band}`) })),
  };
}
