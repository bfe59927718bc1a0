import type { Actor } from '#lib/platform/journal.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { createCycle, getCycle, type Calendar } from './cycle.server.ts';
import { createGroup, listGroups } from './group.server.ts';
import { proposeQuestions, proposeStatements } from './proposal.ts';
import { addQuestion, listQuestions } from './question.server.ts';
import { listStatements, setStatements } from './statement.server.ts';

export interface StartFacts {
  readonly territoryId: string;
  /** As the sender made it: sent again it is the same cycle. */
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly periods: Calendar;
  /** The closed cycle to start from; null for a first one. */
  readonly previousCycleId: string | null;
  readonly actor: Actor;
}

/**
 * Starts a cycle: a first one with the questions that the method proposes, a further one with the last one's questions,
 * groups and statements about the process. Bodies belong to the territory and go on; indicators are carried over by
 * their own room.
 * @returns its id and address, and whether it was there already
 * @throws Refusal `cycle.notClosed` while the one before is still open, `cycle.nameTaken`
 */
export async function startCycle(
  db: Db,
  facts: StartFacts,
  now: number,
): Promise<{ id: string; slug: string; isNew: boolean }> {
  const { territoryId, previousCycleId, actor } = facts;
  if (previousCycleId !== null) {
    const previous = await getCycle(db, territoryId, previousCycleId);
    if (previous.closed_at === null) throw new Refusal('cycle.notClosed', { name: previous.name });
  }
  const isNew = !(await exists(db, territoryId, facts.id));
  const cycle = await createCycle(db, facts, now);
  if (!isNew) return { ...cycle, isNew };
  const place = { territoryId, cycleId: cycle.id, actor };
  if (previousCycleId === null) {
    for (const question of proposeQuestions()) await addQuestion(db, { ...place, ...question }, now);
    await setStatements(db, { ...place, statements: proposeStatements() }, now);
    return { ...cycle, isNew };
  }
  await carryQuestions(db, { ...place, previousCycleId }, now);
  await carryGroups(db, { ...place, previousCycleId }, now);
  const statements = await listStatements(db, territoryId, previousCycleId);
  await setStatements(db, { ...place, statements: statements.map((statement) => statement.texts) }, now);
  return { ...cycle, isNew };
}

interface Carrying {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly previousCycleId: string;
  readonly actor: Actor;
}

async function carryQuestions(db: Db, facts: Carrying, now: number): Promise<void> {
  const asked = await listQuestions(db, facts.territoryId, facts.previousCycleId);
  for (const { polarity, texts } of asked) await addQuestion(db, { ...facts, polarity, texts }, now);
}

async function carryGroups(db: Db, facts: Carrying, now: number): Promise<void> {
  for (const group of await listGroups(db, facts.territoryId, facts.previousCycleId))
    await createGroup(
      db,
      {
        territoryId: facts.territoryId,
        cycleId: facts.cycleId,
        kind: group.kind,
        name: group.name,
        standsFor: group.stands_for,
        targetSize: group.target_size,
        neighbourhoodId: group.neighbourhood_id,
        previousGroupId: group.id,
        actor: facts.actor,
      },
      now,
    );
}

async function exists(db: Db, territoryId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('cycle')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
