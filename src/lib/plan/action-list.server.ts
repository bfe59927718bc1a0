import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { ActionStatus } from './tables.ts';

/** An action as it stands by its newest report. */
export interface Action extends Row<'action'> {
  /** Of the newest report, from 1. */
  readonly number: number;
  readonly status: ActionStatus;
  readonly spentCents: number;
  readonly words: string;
  readonly reportedAt: number;
  readonly holderName: string | null;
  readonly objectiveIds: readonly string[];
}

export async function getAction(db: Db, territoryId: string, id: string): Promise<Action> {
  const rows = await standing(db, territoryId).where('action.id', '=', id).execute();
  const [action] = await withObjectives(db, territoryId, rows);
  return there(action, 'action');
}

/** A cycle's actions with the objectives they serve, by title. */
export async function listActions(db: Db, territoryId: string, cycleId: string): Promise<Action[]> {
  const rows = await standing(db, territoryId)
    .where('action.cycle_id', '=', cycleId)
    .orderBy('action.title')
    .orderBy('action.id')
    .execute();
  return withObjectives(db, territoryId, rows);
}

export type Report = Pick<Row<'action_report'>, 'number' | 'status' | 'spent_cents' | 'words' | 'reported_at'>;

/** Everything that was reported of an action, newest first. */
export function listReports(db: Db, territoryId: string, actionId: string): Promise<Report[]> {
  return db
    .selectFrom('action_report')
    .select(['number', 'status', 'spent_cents', 'words', 'reported_at'])
    .where('territory_id', '=', territoryId)
    .where('action_id', '=', actionId)
    .orderBy('number', 'desc')
    .execute();
}

async function withObjectives(
  db: Db,
  territoryId: string,
  actions: readonly Omit<Action, 'objectiveIds'>[],
): Promise<Action[]> {
  const links = await db
    .selectFrom('action_objective')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('action_id', 'in', ['', ...actions.map((action) => action.id)])
    .execute();
  return actions.map((action) => ({
    ...action,
    objectiveIds: links.filter((link) => link.action_id === action.id).map((link) => link.objective_id),
  }));
}

function standing(db: Db, territoryId: string) {
  return db
    .selectFrom('action')
    .innerJoin('action_report as now', (join) =>
      join
        .onRef('now.territory_id', '=', 'action.territory_id')
        .onRef('now.action_id', '=', 'action.id')
        .on('now.number', '=', (e) =>
          e
            .selectFrom('action_report as one')
            .select((f) => f.fn.max('one.number').as('number'))
            .whereRef('one.territory_id', '=', 'action.territory_id')
            .whereRef('one.action_id', '=', 'action.id'),
        ),
    )
    .leftJoin('actor', (join) =>
      join.onRef('actor.territory_id', '=', 'action.territory_id').onRef('actor.id', '=', 'action.holder_actor_id'),
    )
    .selectAll('action')
    .select([
      'now.number',
      'now.status',
      'now.spent_cents as spentCents',
      'now.words',
      'now.reported_at as reportedAt',
      'actor.name as holderName',
    ])
    .where('action.territory_id', '=', territoryId);
}
