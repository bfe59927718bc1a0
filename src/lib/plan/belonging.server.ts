import { areFrozenIn } from '#lib/indicators/frozen.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';

/** Whoever acts, and where. */
export interface Acting {
  readonly territoryId: string;
  readonly actor: Actor;
}

type Owned = 'actor' | 'action' | 'neighbourhood' | 'objective' | 'proposal' | 'round';

/** @throws NotThere unless every id names a row of the territory */
export async function requireRows(
  db: Db,
  table: Owned,
  territoryId: string,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = new Set(ids.filter((id) => id !== null));
  if (wanted.size === 0) return;
  const rows = await db
    .selectFrom(table as 'actor')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('id', 'in', [...wanted])
    .execute();
  if (rows.length !== wanted.size) throw new NotThere(table);
}

/** @throws NotThere unless each is a frozen version of the cycle's indicators: only those are worked towards */
export async function requireFrozen(
  db: Db,
  cycle: { territoryId: string; cycleId: string },
  versionIds: readonly string[],
): Promise<void> {
  if (!(await areFrozenIn(db, cycle, versionIds))) throw new NotThere('frozen indicator');
}

/** One line of the journal about a row of the plan. */
export function recordOn(
  db: Db,
  { territoryId, actor }: Acting,
  subject: readonly [kind: string, id: string],
  verb: string,
  now: number,
): Promise<void> {
  return record(db, { territoryId, actor, verb, subject }, now);
}
