import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import type { Polarity } from './tables.ts';

/** A question as it is asked: by language, in plain and in easy words. */
export interface QuestionText {
  readonly language: string;
  readonly form: 'plain' | 'easy';
  readonly text: string;
}

export interface Question {
  readonly id: string;
  readonly polarity: Polarity;
  readonly position: number;
  readonly texts: readonly QuestionText[];
}

export async function addQuestion(
  db: Db,
  facts: { territoryId: string; cycleId: string; polarity: Polarity; texts: readonly QuestionText[]; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const id = randomId();
  const last = (await listQuestions(db, facts.territoryId, facts.cycleId)).at(-1)?.position ?? 0;
  await db
    .insertInto('question')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      position: last + 1,
      polarity: facts.polarity,
      retired_at: null,
    })
    .execute();
  for (const text of facts.texts) await wordQuestion(db, { ...text, territoryId: facts.territoryId, questionId: id });
  await record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb: 'question.added', subject: ['question', id] },
    now,
  );
  return id;
}

/** Writes or rewrites a question in one language and form. */
export async function wordQuestion(
  db: Db,
  { territoryId, questionId, ...words }: QuestionText & { territoryId: string; questionId: string },
): Promise<void> {
  await db
    .insertInto('question_text')
    .values({ territory_id: territoryId, question_id: questionId, ...words })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'question_id', 'language', 'form']).doUpdateSet({ text: words.text }),
    )
    .execute();
}

/** Puts the questions into this order. */
export async function orderQuestions(db: Db, facts: { territoryId: string; ids: readonly string[] }): Promise<void> {
  for (const [place, id] of facts.ids.entries())
    await db
      .updateTable('question')
      .set({ position: place + 1 })
      .where('territory_id', '=', facts.territoryId)
      .where('id', '=', id)
      .execute();
}

/** A question that is no longer asked; what was answered to it stays. */
export async function retireQuestion(
  db: Db,
  facts: { territoryId: string; questionId: string; actor: Actor },
  now: number,
): Promise<void> {
  const question = there(await findQuestion(db, facts.territoryId, facts.questionId), 'question');
  await db
    .updateTable('question')
    .set({ retired_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', question.id)
    .execute();
  const subject = ['question', question.id] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'question.retired', subject }, now);
}

export function findQuestion(db: Db, territoryId: string, id: string): Promise<Row<'question'> | undefined> {
  return db
    .selectFrom('question')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The questions that are asked, in their order, with every wording. */
export async function listQuestions(db: Db, territoryId: string, cycleId: string): Promise<Question[]> {
  const questions = await db
    .selectFrom('question')
    .select(['id', 'polarity', 'position'])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
  const texts = await db
    .selectFrom('question_text')
    .select(['question_id', 'language', 'form', 'text'])
    .where('territory_id', '=', territoryId)
    .where('question_id', 'in', ['', ...questions.map((question) => question.id)])
    .execute();
  return questions.map((question) => ({
    ...question,
    texts: texts.filter((text) => text.question_id === question.id).map(({ question_id: _, ...text }) => text),
  }));
}
