import { listPlacedCriteria, type PlacedCriterion } from '#lib/indicators/criterion-words.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import type { Db } from '#lib/platform/tables.ts';
import { listEveryQuestion } from '#lib/territory/question.server.ts';
import type { ObjectiveOrigin } from './trace.server.ts';

/**
 * What people already do or could do about an objective's component, in their own words: answers to the question of
 * responsibility, and other words that were sorted as such. Only what is cleared for everyone, from the cycle in which
 * the indicator was written and from this one.
 */
export async function listStrengths(
  db: Db,
  facts: { territoryId: string; cycleId: string; origin: ObjectiveOrigin },
): Promise<PlacedCriterion[]> {
  const { territoryId, origin } = facts;
  const cycles = [...new Set([facts.cycleId, origin.wordsCycleId])];
  const found = await Promise.all(
    cycles.map(async (cycleId) => {
      const of = { territoryId, cycleId, componentId: origin.componentId };
      const [criteria, questions] = await Promise.all([
        listPlacedCriteria(db, of, ANYONE),
        listEveryQuestion(db, territoryId, cycleId),
      ]);
      const asked = new Set(questions.filter((one) => one.polarity === 'responsibility').map((one) => one.id));
      return criteria.filter((one) => one.polarity === 'responsibility' || asked.has(one.questionId));
    }),
  );
  return found.flat();
}
