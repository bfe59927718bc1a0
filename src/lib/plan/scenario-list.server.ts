import type { Db, Row } from '#lib/platform/tables.ts';
import './tables.ts';

export interface Scenario extends Row<'scenario'> {
  readonly effects: readonly Row<'scenario_effect'>[];
  /** Oldest first. */
  readonly objections: readonly Row<'scenario_objection'>[];
  /** Whether it was chosen or set aside, and why; oldest first, the last one holds. */
  readonly choices: readonly Row<'scenario_choice'>[];
}

/** The ways to an objective, in the order in which they were written, with effects, objections and choices. */
export async function listScenarios(db: Db, territoryId: string, objectiveId: string): Promise<Scenario[]> {
  const rows = await db
    .selectFrom('scenario')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('objective_id', '=', objectiveId)
    .where('withdrawn_at', 'is', null)
    .orderBy('written_at')
    .orderBy('name')
    .execute();
  const ids = ['', ...rows.map((row) => row.id)];
  const [effects, objections, choices] = await Promise.all([
    listEffects(db, territoryId, ids),
    listObjections(db, territoryId, ids),
    listChoices(db, territoryId, ids),
  ]);
  const of = <T extends { scenario_id: string }>(list: readonly T[], id: string) =>
    list.filter((one) => one.scenario_id === id);
  return rows.map((row) => ({
    ...row,
    effects: of(effects, row.id),
    objections: of(objections, row.id),
    choices: of(choices, row.id),
  }));
}

function listEffects(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('scenario_effect')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .execute();
}

function listObjections(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('scenario_objection')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .orderBy('raised_at')
    .orderBy('id')
    .execute();
}

function listChoices(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('scenario_choice')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .orderBy('number')
    .execute();
}
