import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Round } from './round.server.ts';

/** A group or a neighbourhood that answers may name. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

export interface Places {
  readonly groups: readonly Place[];
  readonly neighbourhoods: readonly Place[];
}

/**
 * Where a round's respondents can be from, in their order: the cycle's groups but the rainbow ones, made of the others,
 * and the neighbourhoods. What is retired after the opening stays: people have answered as members of it.
 */
export async function listPlaces(db: Db, round: Round): Promise<Places> {
  const groups = await db
    .selectFrom('group')
    .select(['id', 'name', 'retired_at'])
    .where('territory_id', '=', round.territory_id)
    .where('cycle_id', '=', round.cycle_id)
    .where('kind', '!=', 'rainbow')
    .orderBy('position')
    .execute();
  const neighbourhoods = await db
    .selectFrom('neighbourhood')
    .select(['id', 'name', 'retired_at'])
    .where('territory_id', '=', round.territory_id)
    .orderBy('position')
    .execute();
  const there = ({ retired_at: retired }: { retired_at: number | null }) =>
    retired === null || (round.opened_at !== null && retired >= round.opened_at);
  return { groups: groups.filter(there), neighbourhoods: neighbourhoods.filter(there) };
}

/** @throws Refusal `evaluation.noSuchPlace` where a profile names what the round doesn't offer */
export async function requirePlaces(
  db: Db,
  round: Round,
  profile: { readonly groupId: string | null; readonly neighbourhoodId: string | null },
): Promise<void> {
  const { groups, neighbourhoods } = await listPlaces(db, round);
  const offered = (places: readonly Place[], id: string | null) => id === null || places.some((one) => one.id === id);
  if (!offered(groups, profile.groupId) || !offered(neighbourhoods, profile.neighbourhoodId))
    throw new Refusal('evaluation.noSuchPlace');
}
