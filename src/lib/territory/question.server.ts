import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import type { Polarity } from './tables.ts';

/** The three of the method and one of the territory's own. */
export const MOST_QUESTIONS = 4;

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

export interface NewQuestion {
  readonly territoryId: string;
  readonly cycleId: string;
  /** As the sender made it: sent again it is the same question. */
  readonly id?: string;
  readonly polarity: Polarity;
  readonly texts: readonly QuestionText[];
  readonly actor: Actor;
}

/** @throws Refusal `question.enough` when the cycle asks `MOST_QUESTIONS` already, `cycle.closed` */
export async function addQuestion(db: Db, facts: NewQuestion, now: number): Promise<string> {
  const { territoryId, cycleId, polarity } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const id = facts.id ?? randomId();
  if (await findQuestion(db, territoryId, id)) return id;
  const asked = await listQuestions(db, territoryId, cycleId);
  if (asked.length >= MOST_QUESTIONS) throw new Refusal('question.enough', { most: MOST_QUESTIONS });
  const position = (asked.at(-1)?.position ?? 0) + 1;
  await db
    .insertInto('question')
    .values({ territory_id: territoryId, id, cycle_id: cycleId, position, polarity, retired_at: null })
    .execute();
  await writeWords(db, { territoryId, questionId: id, texts: facts.texts });
  await recordOn(db, { ...facts, questionId: id }, 'question.added', now);
  return id;
}

/** Puts a question into these words; a language that isn't among them is left out from now on. */
export async function rewordQuestion(
  db: Db,
  facts: { territoryId: string; questionId: string; texts: readonly QuestionText[]; actor: Actor },
  now: number,
): Promise<void> {
  await requireAsked(db, facts);
  await db
    .deleteFrom('question_text')
    .where('territory_id', '=', facts.territoryId)
    .where('question_id', '=', facts.questionId)
    .execute();
  await writeWords(db, facts);
  await recordOn(db, facts, 'question.reworded', now);
}

/**
 * Gives a question its place among those that are asked; the others move up or down.
 * @param facts.place from 1; where there are fewer questions, the last
 */
export async function placeQuestion(
  db: Db,
  facts: { territoryId: string; questionId: string; place: number; actor: Actor },
  now: number,
): Promise<void> {
  const question = await requireAsked(db, facts);
  const asked = await listQuestions(db, facts.territoryId, question.cycle_id);
  const order = asked.map(({ id }) => id).filter((id) => id !== question.id);
  order.splice(facts.place - 1, 0, question.id);
  for (const [index, id] of order.entries())
    await db
      .updateTable('question')
      .set({ position: index + 1 })
      .where('territory_id', '=', facts.territoryId)
      .where('id', '=', id)
      .execute();
  await recordOn(db, facts, 'question.moved', now);
}

/** A question that is no longer asked; what was answered to it stays. */
export async function retireQuestion(
  db: Db,
  facts: { territoryId: string; questionId: string; actor: Actor },
  now: number,
): Promise<void> {
  await requireAsked(db, facts);
  await db
    .updateTable('question')
    .set({ retired_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.questionId)
    .execute();
  await recordOn(db, facts, 'question.retired', now);
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
export function listQuestions(db: Db, territoryId: string, cycleId: string): Promise<Question[]> {
  return withTexts(db, territoryId, questions(db, territoryId, cycleId).where('retired_at', 'is', null).execute());
}

/** Every question that was ever asked in the cycle: what was answered to a retired one is still shown with it. */
export function listEveryQuestion(db: Db, territoryId: string, cycleId: string): Promise<Question[]> {
  return withTexts(db, territoryId, questions(db, territoryId, cycleId).execute());
}

function questions(db: Db, territoryId: string, cycleId: string) {
  return db
    .selectFrom('question')
    .select(['id', 'polarity', 'position'])
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .orderBy('position')
    .orderBy('id');
}

async function withTexts(
  db: Db,
  territoryId: string,
  reading: Promise<Pick<Row<'question'>, 'id' | 'polarity' | 'position'>[]>,
): Promise<Question[]> {
  const found = await reading;
  const texts = await db
    .selectFrom('question_text')
    .select(['question_id', 'language', 'form', 'text'])
    .where('territory_id', '=', territoryId)
    .where('question_id', 'in', ['', ...found.map((question) => question.id)])
    .orderBy('language')
    .execute();
  return found.map((question) => ({
    ...question,
    texts: texts.filter((text) => text.question_id === question.id).map(({ question_id: _, ...text }) => text),
  }));
}

/** @throws NotThere when there is no such question, or it is retired; Refusal `cycle.closed` */
async function requireAsked(db: Db, facts: { territoryId: string; questionId: string }): Promise<Row<'question'>> {
  const question = await findQuestion(db, facts.territoryId, facts.questionId);
  const asked = there(question?.retired_at === null ? question : undefined, 'question');
  await requireOpenCycle(db, facts.territoryId, asked.cycle_id);
  return asked;
}

async function writeWords(
  db: Db,
  facts: { territoryId: string; questionId: string; texts: readonly QuestionText[] },
): Promise<void> {
  if (facts.texts.length === 0) return;
  const place = { territory_id: facts.territoryId, question_id: facts.questionId };
  await db
    .insertInto('question_text')
    .values(facts.texts.map((text) => ({ ...place, ...text })))
    .execute();
}

function recordOn(
  db: Db,
  facts: { territoryId: string; questionId: string; actor: Actor },
  verb: string,
  now: number,
): Promise<void> {
  const { territoryId, questionId, actor } = facts;
  return record(db, { territoryId, actor, verb, subject: ['question', questionId] }, now);
}
