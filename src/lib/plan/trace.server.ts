import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import type { Action } from './action-list.server.ts';
import { listActions } from './action-list.server.ts';
import { listCommitments, type Commitment } from './commitment-list.server.ts';
import type { Objective } from './objective.server.ts';

/** From an objective back: the indicator whose situation is to change, and the round that showed it. */
export interface ObjectiveOrigin {
  readonly versionId: string;
  readonly indicatorId: string;
  readonly componentId: string;
  /** The cycle in which the version was written: its words come from there. */
  readonly wordsCycleId: string;
  readonly roundId: string | null;
}

export async function traceBackObjective(
  db: Db,
  objective: Pick<Objective, 'territory_id' | 'indicator_version_id' | 'round_id'>,
): Promise<ObjectiveOrigin> {
  const version = await db
    .selectFrom('indicator_version')
    .select(['id', 'indicator_id', 'component_id', 'cycle_id'])
    .where('territory_id', '=', objective.territory_id)
    .where('id', '=', objective.indicator_version_id)
    .executeTakeFirst();
  const { id, indicator_id, component_id, cycle_id } = there(version, 'indicator');
  return {
    versionId: id,
    indicatorId: indicator_id,
    componentId: component_id,
    wordsCycleId: cycle_id,
    roundId: objective.round_id,
  };
}

export interface Outcome {
  readonly objective: Objective;
  readonly actions: readonly Action[];
  readonly commitments: readonly Commitment[];
}

/** From an indicator forward, whatever its version: the objectives that came of it, what is done and who promised what. */
export async function traceForwardIndicator(db: Db, territoryId: string, indicatorId: string): Promise<Outcome[]> {
  const objectives = await db
    .selectFrom('objective')
    .innerJoin('indicator_version', (join) =>
      join
        .onRef('indicator_version.territory_id', '=', 'objective.territory_id')
        .onRef('indicator_version.id', '=', 'objective.indicator_version_id'),
    )
    .selectAll('objective')
    .where('objective.territory_id', '=', territoryId)
    .where('indicator_version.indicator_id', '=', indicatorId)
    .where('objective.withdrawn_at', 'is', null)
    .orderBy('objective.proposed_at')
    .execute();
  const cycles = [...new Set(objectives.map((objective) => objective.cycle_id))];
  const actions = (await Promise.all(cycles.map((cycleId) => listActions(db, territoryId, cycleId)))).flat();
  const commitments = await listCommitments(
    db,
    territoryId,
    objectives.map((objective) => objective.id),
  );
  return objectives.map((objective) => ({
    objective,
    actions: actions.filter((action) => action.objectiveIds.includes(objective.id)),
    commitments: commitments.filter((one) => one.objective_id === objective.id),
  }));
}
