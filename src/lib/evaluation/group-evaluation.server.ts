import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import type { Level } from './distribution.ts';
import { getRound, listAsked, stateOf } from './round.server.ts';

export interface GroupEvaluationFacts {
  readonly territoryId: string;
  readonly roundId: string;
  readonly groupId: string;
  readonly versionId: string;
  /** The one level on which the group agreed after talking. */
  readonly level: Level;
  readonly reasons: string;
  /** What some of the group see otherwise, kept beside the level. */
  readonly dissent: string;
  readonly actor: Actor;
}

/**
 * A group in session agrees one level. Agreeing again replaces it; what was agreed before stays in the history.
 * @throws Refusal `evaluation.notOpen` unless the round is open, `evaluation.notAsked` for another indicator
 * @throws NotThere for a group of another cycle
 */
export async function agreeLevel(db: Db, facts: GroupEvaluationFacts, now: number): Promise<string> {
  const round = await getRound(db, facts.territoryId, facts.roundId);
  if (stateOf(round) !== 'open') throw new Refusal('evaluation.notOpen');
  if (!(await listAsked(db, facts.territoryId, facts.roundId)).includes(facts.versionId)) {
    throw new Refusal('evaluation.notAsked');
  }
  const group = await getGroup(db, facts.territoryId, facts.groupId);
  if (group.cycle_id !== round.cycle_id) throw new NotThere('group');
  await supersede(db, facts, now);
  const id = randomId();
  await db
    .insertInto('group_evaluation')
    .values({
      territory_id: facts.territoryId,
      id,
      round_id: facts.roundId,
      group_id: facts.groupId,
      indicator_version_id: facts.versionId,
      level: facts.level,
      reasons: facts.reasons,
      dissent: facts.dissent,
      recorded_by: facts.actor.id,
      recorded_at: now,
      superseded_at: null,
    })
    .execute();
  const subject = ['group_evaluation', id] as const;
  await record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb: 'group_evaluation.agreed', subject },
    now,
  );
  return id;
}

/** What the groups of a round agreed, with the groups' names; the present state only. */
export function listGroupEvaluations(
  db: Db,
  territoryId: string,
  roundId: string,
): Promise<(Row<'group_evaluation'> & { group_name: string })[]> {
  return db
    .selectFrom('group_evaluation')
    .innerJoin('group', (join) =>
      join
        .onRef('group.territory_id', '=', 'group_evaluation.territory_id')
        .onRef('group.id', '=', 'group_evaluation.group_id'),
    )
    .selectAll('group_evaluation')
    .select('group.name as group_name')
    .where('group_evaluation.territory_id', '=', territoryId)
    .where('group_evaluation.round_id', '=', roundId)
    .where('group_evaluation.superseded_at', 'is', null)
    .orderBy('group.position')
    .execute();
}

async function supersede(db: Db, facts: GroupEvaluationFacts, now: number): Promise<void> {
  await db
    .updateTable('group_evaluation')
    .set({ superseded_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('round_id', '=', facts.roundId)
    .where('group_id', '=', facts.groupId)
    .where('indicator_version_id', '=', facts.versionId)
    .where('superseded_at', 'is', null)
    .execute();
}
