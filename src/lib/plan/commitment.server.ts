import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getActor } from './actor.server.ts';
import { needsReason, nextStatuses } from './commitment.ts';
import { getObjective } from './objective.server.ts';
import type { CommitmentStatus, Gift } from './tables.ts';

export interface CommitmentFacts {
  readonly actorId: string;
  readonly objectiveId: string;
  /** The action it serves; null where it serves the objective as such. */
  readonly actionId: string | null;
  readonly gives: Gift;
  readonly words: string;
  readonly fromDay: string;
  readonly untilDay: string;
}

/** An actor takes a share. @throws Refusal `plan.days` when it ends before it begins */
export async function commit(
  db: Db,
  facts: CommitmentFacts & { territoryId: string; actor: Actor },
  now: number,
): Promise<string> {
  if (facts.fromDay > facts.untilDay) throw new Refusal('plan.days');
  await getActor(db, facts.territoryId, facts.actorId);
  await getObjective(db, facts.territoryId, facts.objectiveId);
  const id = randomId();
  await db
    .insertInto('commitment')
    .values({
      territory_id: facts.territoryId,
      id,
      actor_id: facts.actorId,
      objective_id: facts.objectiveId,
      action_id: facts.actionId,
      gives: facts.gives,
      words: facts.words,
      from_day: facts.fromDay,
      until_day: facts.untilDay,
      created_at: now,
    })
    .execute();
  await addStatus(db, { ...facts, commitmentId: id, number: 1, status: 'proposed', reason: '' }, now);
  return id;
}

/**
 * Follows a commitment up: confirmed, kept, partly kept, not kept, renegotiated. Every status stays in its public
 * history.
 * @throws Refusal `plan.statusOrder` when this can't follow, `plan.reasonNeeded` when the reason is missing
 */
export async function markCommitment(
  db: Db,
  facts: { territoryId: string; commitmentId: string; status: CommitmentStatus; reason: string; actor: Actor },
  now: number,
): Promise<void> {
  const { territoryId, commitmentId } = facts;
  const history = await listHistory(db, territoryId, commitmentId);
  const last = there(history.at(-1), 'commitment');
  if (last.status === facts.status && last.reason === facts.reason) return;
  if (!nextStatuses(last.status).includes(facts.status)) throw new Refusal('plan.statusOrder');
  if (needsReason(facts.status) && facts.reason === '') throw new Refusal('plan.reasonNeeded');
  await addStatus(db, { ...facts, number: last.number + 1 }, now);
}

export interface Commitment extends Row<'commitment'> {
  readonly status: CommitmentStatus;
  readonly reason: string;
  readonly actorName: string;
}

/** The commitments to some objectives, each with how it stands. */
export async function listCommitments(
  db: Db,
  territoryId: string,
  objectiveIds: readonly string[],
): Promise<Commitment[]> {
  const rows = await db
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
            .selectFrom('commitment_status as any')
            .select((f) => f.fn.max('any.number').as('number'))
            .whereRef('any.territory_id', '=', 'commitment.territory_id')
            .whereRef('any.commitment_id', '=', 'commitment.id'),
        ),
    )
    .selectAll('commitment')
    .select(['actor.name as actorName', 'now.status', 'now.reason'])
    .where('commitment.territory_id', '=', territoryId)
    .where('commitment.objective_id', 'in', ['', ...objectiveIds])
    .orderBy('commitment.until_day')
    .execute();
  return rows;
}

/** A commitment's whole history, oldest first. */
export function listHistory(db: Db, territoryId: string, commitmentId: string): Promise<Row<'commitment_status'>[]> {
  return db
    .selectFrom('commitment_status')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('commitment_id', '=', commitmentId)
    .orderBy('number')
    .execute();
}

interface StatusFacts {
  readonly territoryId: string;
  readonly commitmentId: string;
  readonly number: number;
  readonly status: CommitmentStatus;
  readonly reason: string;
  readonly actor: Actor;
}

/** Two people who mark at once: the number is unique, so the second one's transaction fails and nothing is lost. */
async function addStatus(db: Db, facts: StatusFacts, now: number): Promise<void> {
  await db
    .insertInto('commitment_status')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      commitment_id: facts.commitmentId,
      number: facts.number,
      status: facts.status,
      reason: facts.reason,
      marked_by: facts.actor.id,
      marked_at: now,
    })
    .execute();
  const subject = ['commitment', facts.commitmentId] as const;
  const verb = `commitment.${facts.status}`;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject }, now);
}
