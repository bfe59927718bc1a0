import type { Db } from '#lib/platform/tables.ts';
import './tables.ts';

/** Whether each is a frozen version of one of the cycle's indicators, its own or carried into it. */
export async function areFrozenIn(
  db: Db,
  { territoryId, cycleId }: { territoryId: string; cycleId: string },
  versionIds: readonly string[],
): Promise<boolean> {
  const wanted = new Set(versionIds);
  const rows = await db
    .selectFrom('indicator_version')
    .innerJoin('cycle_indicator', (join) =>
      join
        .onRef('cycle_indicator.territory_id', '=', 'indicator_version.territory_id')
        .onRef('cycle_indicator.indicator_id', '=', 'indicator_version.indicator_id'),
    )
    .select('indicator_version.id')
    .where('indicator_version.territory_id', '=', territoryId)
    .where('cycle_indicator.cycle_id', '=', cycleId)
    .where('indicator_version.id', 'in', ['', ...wanted])
    .where('indicator_version.frozen_at', 'is not', null)
    .execute();
  return rows.length === wanted.size;
}
