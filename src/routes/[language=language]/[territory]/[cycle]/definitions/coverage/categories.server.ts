import { listOffered } from '#lib/definitions/census.server.ts';
import type { ProfileItem } from '#lib/definitions/profile.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';

export interface NamedCategory {
  readonly value: string;
  readonly label: string;
}

/** The categories of each item of a profile, in their order, as they are called in a language. */
export async function listCategories(
  db: Db,
  territoryId: string,
  t: Translate,
): Promise<Record<ProfileItem, NamedCategory[]>> {
  const { age, sex } = await listOffered(db, territoryId);
  const neighbourhoods = await listNeighbourhoods(db, territoryId);
  return {
    age: age.map((value) => ({ value, label: t(`definitions.age.${value as '75+'}`) })),
    sex: sex.map((value) => ({ value, label: t(`definitions.sexes.${value as 'woman'}`) })),
    neighbourhood: neighbourhoods.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** How a category is called. */
export function labelOf(categories: readonly NamedCategory[], value: string): string {
  return categories.find((one) => one.value === value)?.label ?? '';
}
