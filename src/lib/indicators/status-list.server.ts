import type { Db } from '#lib/platform/tables.ts';
import type { IndicatorStatus } from './tables.ts';

/** One step in the life of an indicator. */
export interface StatusStep {
  readonly id: string;
  readonly status: IndicatorStatus;
  /** Of the version it concerns. */
  readonly number: number;
  /** Name of the account; null for the program or an account that is gone. */
  readonly by: string | null;
  readonly at: number;
}

/** Where an indicator has stood, oldest first. */
export async function listStatusSteps(db: Db, territoryId: string, indicatorId: string): Promise<StatusStep[]> {
  const rows = await db
    .selectFrom('indicator_status as step')
    .innerJoin('indicator_version as version', (join) =>
      join
        .onRef('version.territory_id', '=', 'step.territory_id')
        .onRef('version.id', '=', 'step.indicator_version_id'),
    )
    .leftJoin('account', 'account.id', 'step.set_by')
    .select(['step.id', 'step.status', 'version.number', 'account.name as by', 'step.set_at as at'])
    .where('step.territory_id', '=', territoryId)
    .where('step.indicator_id', '=', indicatorId)
    .execute();
  const order = ['draft', 'discussed', 'adopted', 'retired'];
  return rows.sort((a, b) => a.at - b.at || a.number - b.number || order.indexOf(a.status) - order.indexOf(b.status));
}
