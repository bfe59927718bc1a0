import { record } from '#lib/platform/journal.server.ts';
import { randomCode, randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import { planGathering } from './gathering.server.ts';
import { listQuestions } from './question.server.ts';

/** People of the group that somebody exercises with. */
export const REHEARSAL_SIZE = 8;

export interface RehearsalFacts {
  readonly territoryId: string;
  /** The cycle whose questions are asked. */
  readonly cycleId: string;
  /** As the sender made it: sent again it is the same exercise. */
  readonly id: string;
  /** What its group and its place are called. */
  readonly names: { readonly group: string; readonly place: string };
  readonly day: string;
  readonly accountId: string;
}

/** Where somebody exercises. */
export interface Rehearsal {
  readonly slug: string;
  readonly gatheringId: string;
}

/**
 * Begins an exercise: a hidden cycle with the questions of this one, a group and its gathering. All that comes into it
 * stays apart by itself, since whatever is shown or counted is read by cycle. Who exercises already goes on with that.
 * @throws Refusal `cycle.closed`
 */
export async function startRehearsal(db: Db, facts: RehearsalFacts, now: number): Promise<Rehearsal> {
  const { territoryId, id, names, accountId } = facts;
  await requireOpenCycle(db, territoryId, facts.cycleId);
  const known = await findOwnRehearsal(db, territoryId, accountId);
  if (known) return known;
  const slug = `exercice-${randomCode(8).toLowerCase()}`;
  await db
    .insertInto('cycle')
    .values({
      territory_id: territoryId,
      id,
      slug,
      name: names.group,
      purpose: '',
      least_shown: null,
      previous_cycle_id: null,
      created_at: now,
      closed_at: null,
      closed_by: null,
    })
    .execute();
  const rehearsal = { territory_id: territoryId, cycle_id: id, begun_by: accountId, begun_at: now };
  await db
    .insertInto('cycle_rehearsal')
    .values({ ...rehearsal, written_at: null, ended_by: null, ended_at: null })
    .execute();
  await copyQuestions(db, facts);
  const actor = { kind: 'account', id: accountId } as const;
  const groupId = await makeGroup(db, facts);
  const { day } = facts;
  const planned = { territoryId, groupId, place: names.place, day, time: null, facilitatorIds: [accountId], actor };
  const gatheringId = await planGathering(db, planned, now);
  await record(db, { territoryId, actor, verb: 'rehearsal.begun', subject: ['cycle', id] }, now);
  return { slug, gatheringId };
}

async function copyQuestions(db: Db, { territoryId, cycleId, id }: RehearsalFacts): Promise<void> {
  for (const { polarity, position, texts } of await listQuestions(db, territoryId, cycleId)) {
    const questionId = randomId();
    await db
      .insertInto('question')
      .values({ territory_id: territoryId, id: questionId, cycle_id: id, position, polarity, retired_at: null })
      .execute();
    for (const text of texts)
      await db
        .insertInto('question_text')
        .values({ territory_id: territoryId, question_id: questionId, ...text })
        .execute();
  }
}

async function makeGroup(db: Db, { territoryId, id, names }: RehearsalFacts): Promise<string> {
  const groupId = randomId();
  await db
    .insertInto('group')
    .values({
      territory_id: territoryId,
      id: groupId,
      cycle_id: id,
      kind: 'open',
      name: names.group,
      stands_for: '',
      target_size: REHEARSAL_SIZE,
      neighbourhood_id: null,
      previous_group_id: null,
      position: 1,
      retired_at: null,
    })
    .execute();
  return groupId;
}

/** The exercise that somebody has under way. */
export function findOwnRehearsal(db: Db, territoryId: string, accountId: string): Promise<Rehearsal | undefined> {
  return db
    .selectFrom('cycle_rehearsal as rehearsal')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.territory_id', '=', 'rehearsal.territory_id').onRef('cycle.id', '=', 'rehearsal.cycle_id'),
    )
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'cycle.territory_id').onRef('group.cycle_id', '=', 'cycle.id'),
    )
    .innerJoin('gathering', (join) =>
      join.onRef('gathering.territory_id', '=', 'group.territory_id').onRef('gathering.group_id', '=', 'group.id'),
    )
    .select(['cycle.slug', 'gathering.id as gatheringId'])
    .where('rehearsal.territory_id', '=', territoryId)
    .where('rehearsal.begun_by', '=', accountId)
    .where('rehearsal.ended_at', 'is', null)
    .executeTakeFirst();
}

/** The hidden cycle of an exercise that is under way, by its address. */
export function findRehearsalCycle(db: Db, territoryId: string, slug: string): Promise<Row<'cycle'> | undefined> {
  return db
    .selectFrom('cycle')
    .innerJoin('cycle_rehearsal as rehearsal', (join) =>
      join.onRef('rehearsal.territory_id', '=', 'cycle.territory_id').onRef('rehearsal.cycle_id', '=', 'cycle.id'),
    )
    .selectAll('cycle')
    .where('cycle.territory_id', '=', territoryId)
    .where('cycle.slug', '=', slug)
    .where('rehearsal.ended_at', 'is', null)
    .executeTakeFirst();
}

/** What is kept of an exercise, where a cycle is one. */
export function findRehearsal(
  db: Db,
  territoryId: string,
  cycleId: string,
): Promise<Row<'cycle_rehearsal'> | undefined> {
  return db
    .selectFrom('cycle_rehearsal')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
}

/** @throws NotThere for a cycle that isn't one, or is over */
export async function getRehearsal(db: Db, territoryId: string, cycleId: string): Promise<Row<'cycle_rehearsal'>> {
  const row = await findRehearsal(db, territoryId, cycleId);
  return there(row?.ended_at === null ? row : undefined, 'rehearsal');
}
