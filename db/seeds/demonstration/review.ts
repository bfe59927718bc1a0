import { randomId } from '#lib/platform/random-id.ts';
import { answerReview, closeReview, openReview } from '#lib/territory/review.server.ts';
import { listStatements } from '#lib/territory/statement.server.ts';
import { processAnswers, processStatements } from './content/process-review.ts';
import type { CycleKey, Day } from './content/types.ts';
import { actorOf, at, idOf, type Story } from './story.ts';

/** What those who took part thought of the process itself. */
export async function tellReview(story: Story, cycle: CycleKey, opens: Day, closes: Day): Promise<void> {
  const place = { territoryId: story.territoryId, cycleId: idOf(story.cycles, cycle) };
  const actor = actorOf(story, 'coordinator');
  await openReview(story.db, { ...place, actor }, at(story, opens));
  const statements = await listStatements(story.db, place.territoryId, place.cycleId);
  for (const [person, answer] of processAnswers.filter((one) => one.cycle === cycle).entries()) {
    const levels = processStatements.flatMap(({ key }, index) => {
      const statement = statements[index];
      const level = answer.levels[key];
      return statement && level ? [[statement.id, level] as const] : [];
    });
    await answerReview(story.db, {
      ...place,
      sender: `participant:${cycle} ${person}`,
      sentId: randomId(),
      levels: Object.fromEntries(levels),
      words: answer.words ?? '',
      language: answer.language,
    });
  }
  await closeReview(story.db, { ...place, actor }, at(story, closes));
}
