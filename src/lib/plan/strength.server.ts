import { describedCriteria, listPlacedCriteria, type CriterionWords } from '#lib/indicators/criterion-words.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import { NotThere } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { listEveryQuestion } from '#lib/territory/question.server.ts';
import { recordOn, type Acting } from './belonging.server.ts';
import { getObjective } from './objective.server.ts';
import { traceBackObjective } from './trace.server.ts';

/** Words about what people do or can do. `near`: they lie in the objective's own component. */
export interface Strength extends CriterionWords {
  readonly near: boolean;
  /** Put beside the objective by hand. */
  readonly attached: boolean;
}

/**
 * Everything that people said they do or can do, as far as it is cleared for everyone: the answers to the question of
 * responsibility, and other words that were sorted as such, of this cycle and of the one in which the indicator was
 * written. Those that stand beside the objective come first.
 */
export async function listStrengths(db: Db, territoryId: string, objectiveId: string): Promise<Strength[]> {
  const objective = await getObjective(db, territoryId, objectiveId);
  const { componentId, wordsCycleId } = await traceBackObjective(db, objective);
  const attached = new Set(await listAttached(db, territoryId, objectiveId));
  const found = new Map<string, Strength>();
  for (const cycleId of new Set([objective.cycle_id, wordsCycleId])) {
    const questions = await listEveryQuestion(db, territoryId, cycleId);
    const asked = questions.filter((one) => one.polarity === 'responsibility').map((one) => one.id);
    const answers = await describedCriteria(db, territoryId, ANYONE)
      .where('note.question_id', 'in', ['', ...asked])
      .execute();
    const placed = await listPlacedCriteria(db, { territoryId, cycleId, componentId }, ANYONE);
    const near = placed.filter((one) => one.polarity === 'responsibility' || asked.includes(one.questionId));
    for (const one of [...near, ...answers])
      found.set(one.id, {
        ...wordsOf(one),
        near: near.some(({ id }) => id === one.id),
        attached: attached.has(one.id),
      });
  }
  return [...found.values()].sort((one, other) => Number(isBeside(other)) - Number(isBeside(one)));
}

/** Whether words stand beside the objective: put there by hand, or by their place in the grid. */
export function isBeside(strength: Strength): boolean {
  return strength.attached || strength.near;
}

/**
 * Puts exactly these words beside an objective by hand; what lies in its component stands there anyway.
 * @throws NotThere for words that aren't cleared for everyone
 */
export async function chooseStrengths(
  db: Db,
  facts: Acting & { objectiveId: string; criterionIds: readonly string[] },
  now: number,
): Promise<void> {
  const { territoryId, objectiveId } = facts;
  const objective = await getObjective(db, territoryId, objectiveId);
  await requireOpenCycle(db, territoryId, objective.cycle_id);
  const known = await listStrengths(db, territoryId, objectiveId);
  const wanted = new Set(facts.criterionIds);
  for (const id of wanted) if (!known.some((one) => one.id === id)) throw new NotThere('words');
  const before = await listAttached(db, territoryId, objectiveId);
  const added = [...wanted].filter((id) => !before.includes(id));
  const removed = before.filter((id) => !wanted.has(id));
  for (const criterionId of added) await attach(db, facts, criterionId, now);
  if (removed.length > 0)
    await db
      .updateTable('objective_strength')
      .set({ removed_by: facts.actor.id, removed_at: now })
      .where('territory_id', '=', territoryId)
      .where('objective_id', '=', objectiveId)
      .where('criterion_id', 'in', removed)
      .execute();
  if (added.length + removed.length > 0)
    await recordOn(db, facts, ['objective', objectiveId], 'objective.strengths-chosen', now);
}

async function attach(db: Db, facts: Acting & { objectiveId: string }, criterionId: string, now: number) {
  const here = { attached_by: facts.actor.id, attached_at: now, removed_by: null, removed_at: null };
  await db
    .insertInto('objective_strength')
    .values({
      territory_id: facts.territoryId,
      objective_id: facts.objectiveId,
      criterion_id: criterionId,
      ...here,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'objective_id', 'criterion_id']).doUpdateSet(here))
    .execute();
}

async function listAttached(db: Db, territoryId: string, objectiveId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('objective_strength')
    .select('criterion_id')
    .where('territory_id', '=', territoryId)
    .where('objective_id', '=', objectiveId)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map((row) => row.criterion_id);
}

function wordsOf({ id, words, language, noteId, groupId, groupName, questionId }: CriterionWords): CriterionWords {
  return { id, words, language, noteId, groupId, groupName, questionId };
}
