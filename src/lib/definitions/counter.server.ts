import { sql } from 'kysely';
import type { Db, Row } from '#lib/platform/tables.ts';
import './tables.ts';

type Counted = Pick<Row<'note'>, 'territory_id' | 'cycle_id' | 'group_id' | 'gathering_id' | 'question_id'>;

/**
 * Counts notes and criteria with the rows themselves, in the same transaction.
 * @param change what is added; below zero for what has ended
 */
export async function count(db: Db, where: Counted, change: { notes?: number; criteria?: number }): Promise<void> {
  const { notes = 0, criteria = 0 } = change;
  if (notes === 0 && criteria === 0) return;
  const place = {
    territory_id: where.territory_id,
    group_id: where.group_id,
    gathering_id: where.gathering_id ?? '',
    question_id: where.question_id,
  };
  if (notes < 0 || criteria < 0) return lower(db, place, { notes, criteria });
  await db
    .insertInto('note_count')
    .values({ ...place, cycle_id: where.cycle_id, notes, criteria })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'group_id', 'gathering_id', 'question_id']).doUpdateSet((e) => ({
        notes: e('note_count.notes', '+', e.ref('excluded.notes')),
        criteria: e('note_count.criteria', '+', e.ref('excluded.criteria')),
      })),
    )
    .execute();
}

/** Many at once: one statement for each group, gathering and question. */
export async function countAll(
  db: Db,
  changes: readonly { where: Counted; notes?: number; criteria?: number }[],
): Promise<void> {
  const sums = new Map<string, { where: Counted; notes: number; criteria: number }>();
  for (const { where, notes = 0, criteria = 0 } of changes) {
    const place = [where.group_id, where.gathering_id, where.question_id].join(' ');
    const sum = sums.get(place) ?? { where, notes: 0, criteria: 0 };
    sums.set(place, { where, notes: sum.notes + notes, criteria: sum.criteria + criteria });
  }
  for (const { where, ...change } of sums.values()) await count(db, where, change);
}

/** A row to be lowered is there: an upsert would first be checked as if it were new. */
async function lower(
  db: Db,
  place: Pick<Row<'note_count'>, 'territory_id' | 'group_id' | 'gathering_id' | 'question_id'>,
  change: Words,
): Promise<void> {
  await db
    .updateTable('note_count')
    .set((e) => ({ notes: e('notes', '+', change.notes), criteria: e('criteria', '+', change.criteria) }))
    .where('territory_id', '=', place.territory_id)
    .where('group_id', '=', place.group_id)
    .where('gathering_id', '=', place.gathering_id)
    .where('question_id', '=', place.question_id)
    .execute();
}

export interface Words {
  /** Everything that was said, erased words included. */
  readonly notes: number;
  readonly criteria: number;
}

/** A cycle's words by group and question. */
export async function listCounts(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<(Words & { groupId: string; questionId: string })[]> {
  return db
    .selectFrom('note_count')
    .select(['group_id as groupId', 'question_id as questionId'])
    .select((e) => [e.fn.sum<number>('notes').as('notes'), e.fn.sum<number>('criteria').as('criteria')])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .groupBy(['group_id', 'question_id'])
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, notes: Number(row.notes), criteria: Number(row.criteria) })));
}

/**
 * A cycle's words in all, how many groups have said some, and how many people came. Who comes to the rainbow group came
 * to their own group before: they aren't counted twice.
 */
export async function countWords(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<Words & { groups: number; people: number }> {
  const counts = await listCounts(db, territoryId, cycleId);
  const { people } = await db
    .selectFrom('gathering')
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'gathering.territory_id').onRef('group.id', '=', 'gathering.group_id'),
    )
    .leftJoin('gathering_presence', (join) =>
      join
        .onRef('gathering_presence.territory_id', '=', 'gathering.territory_id')
        .onRef('gathering_presence.gathering_id', '=', 'gathering.id'),
    )
    .select(sql<number>`coalesce(sum(coalesce(gathering_presence.people, gathering.people)), 0)`.as('people'))
    .where('gathering.territory_id', '=', territoryId)
    .where('group.cycle_id', '=', cycleId)
    .where('group.kind', '!=', 'rainbow')
    .executeTakeFirstOrThrow();
  return {
    notes: counts.reduce((sum, row) => sum + row.notes, 0),
    criteria: counts.reduce((sum, row) => sum + row.criteria, 0),
    groups: new Set(counts.filter((row) => row.notes > 0).map((row) => row.groupId)).size,
    people: Number(people),
  };
}

/** One gathering's words by question: what whoever leads it sees live. */
export async function listGatheringCounts(
  db: Db,
  gathering: Pick<Row<'gathering'>, 'territory_id' | 'group_id' | 'id'>,
): Promise<{ questionId: string; notes: number }[]> {
  return db
    .selectFrom('note_count')
    .select(['question_id as questionId', 'notes'])
    .where('territory_id', '=', gathering.territory_id)
    .where('group_id', '=', gathering.group_id)
    .where('gathering_id', '=', gathering.id)
    .execute();
}
