import type { Db, Row } from '#lib/platform/tables.ts';
import './tables.ts';

/** Who raised or answered it is in the journal only: pages show what is said, not by whom. */
export type Objection = Omit<Row<'scenario_objection'>, 'territory_id' | 'raised_by' | 'answered_by'>;
export type Choice = Omit<Row<'scenario_choice'>, 'territory_id' | 'chosen_by'>;
type Written = Omit<Row<'scenario'>, 'territory_id' | 'written_by' | 'withdrawn_by' | 'withdrawn_at'>;

export interface Scenario extends Written {
  readonly effects: readonly Row<'scenario_effect'>[];
  /** Oldest first. */
  readonly objections: readonly Objection[];
  /** Whether it was chosen or set aside, and why; oldest first, the last one holds. */
  readonly choices: readonly Choice[];
}

/** The ways to an objective, in the order in which they were written, with effects, objections and choices. */
export async function listScenarios(db: Db, territoryId: string, objectiveId: string): Promise<Scenario[]> {
  const rows = await db
    .selectFrom('scenario')
    .select(['id', 'objective_id', 'name', 'description', 'on_worst_off', 'on_future', 'cost_cents', 'written_at'])
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
    .select(['id', 'scenario_id', 'objection', 'answer', 'raised_at', 'answered_at'])
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .orderBy('raised_at')
    .orderBy('id')
    .execute();
}

function listChoices(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('scenario_choice')
    .select(['id', 'scenario_id', 'number', 'chosen', 'reason', 'chosen_at'])
    .where('territory_id', '=', territoryId)
    .where('scenario_id', 'in', ids)
    .orderBy('number')
    .execute();
}
