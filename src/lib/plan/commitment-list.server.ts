import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import type { CommitmentStatus } from './tables.ts';

/** A commitment as it stands by the newest row of its history. */
export interface Commitment extends Row<'commitment'> {
  /** Of the newest status, from 1. */
  readonly number: number;
  readonly status: CommitmentStatus;
  readonly reason: string;
  readonly markedAt: number;
  readonly actorName: string;
}

export async function getCommitment(db: Db, territoryId: string, id: string): Promise<Commitment> {
  return there(await standing(db, territoryId).where('commitment.id', '=', id).executeTakeFirst(), 'commitment');
}

/** The commitments to some objectives, the ones that end soonest first. */
export function listCommitments(db: Db, territoryId: string, objectiveIds: readonly string[]): Promise<Commitment[]> {
  return standing(db, territoryId)
    .where('commitment.objective_id', 'in', ['', ...objectiveIds])
    .execute();
}

export function listCommitmentsOf(
  db: Db,
  territoryId: string,
  of: { actorId: string } | { actionId: string },
): Promise<Commitment[]> {
  const all = standing(db, territoryId);
  return 'actorId' in of
    ? all.where('commitment.actor_id', '=', of.actorId).execute()
    : all.where('commitment.action_id', '=', of.actionId).execute();
}

function standing(db: Db, territoryId: string) {
  return db
    .selectFrom('commitment')
    .innerJoin('actor', (join) =>
      join.onRef('actor.territory_id', '=', 'commitment.territory_id').onRef('actor.id', '=', 'commitment.actor_id'),
    )
    .innerJoin('commitment_status as now', (join) =>
      join
        .onRef('now.territory_id', '=', 'commitment.territory_id')
        .onRef('now.commitment_id', '=', 'commitment.id')
        .on('now.number', '=', (e) =>
          e
            .selectFrom('commitment_status as one')
            .select((f) => f.fn.max('one.number').as('number'))
            .whereRef('one.territory_id', '=', 'commitment.territory_id')
            .whereRef('one.commitment_id', '=', 'commitment.id'),
        ),
    )
    .selectAll('commitment')
    .select(['actor.name as actorName', 'now.number', 'now.status', 'now.reason', 'now.marked_at as markedAt'])
    .where('commitment.territory_id', '=', territoryId)
    .orderBy('commitment.until_day')
    .orderBy('commitment.id');
}
