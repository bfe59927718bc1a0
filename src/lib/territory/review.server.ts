import { announce } from '#lib/platform/announcement.server.ts';
import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import { endReview } from './review-end.server.ts';
import { listAnsweredUnder, takeTurn, type Names } from './review-turn.server.ts';
import type { Levels } from './review.ts';
import { listStatements } from './statement.server.ts';

interface Here {
  readonly territoryId: string;
  readonly cycleId: string;
}

/** Asks those who took part what they think of the process. Open until it is closed, or the cycle is. */
export async function openReview(db: Db, facts: Here & { actor: Actor }, now: number): Promise<void> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('review')
    .values({
      territory_id: facts.territoryId,
      cycle_id: facts.cycleId,
      opened_at: now,
      opened_by: facts.actor.id,
      closed_at: null,
      closed_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 0n) await recordOn(db, facts, 'review.opened', now);
}

/** Ends the review: its results are shown from now on, once and for all. */
export async function closeReview(db: Db, facts: Here & { actor: Actor }, now: number): Promise<void> {
  if (await endReview(db, facts, now)) await recordOn(db, facts, 'review.closed', now);
}

export interface ReviewFacts extends Here, Names {
  /** Made on the sender's device: sent again it is the same answer. */
  readonly sentId: string;
  readonly levels: Levels;
  readonly words: string;
  readonly language: string;
}

/**
 * Keeps what one person thinks of the process. That they have answered is kept in one place, what they answered in
 * another, their free words in a third, without a key, a day or an order in common; so an answer can't be changed
 * afterwards, and the journal tells nothing.
 * @throws Refusal `review.notOpen`, `review.empty`, or `review.answered` when the person has answered before
 */
export async function answerReview(db: Db, facts: ReviewFacts): Promise<void> {
  const { territoryId, cycleId } = facts;
  await holdOpenReview(db, facts);
  const levels = await levelsAsked(db, facts);
  if (Object.keys(levels).length === 0 && facts.words === '') throw new Refusal('review.empty');
  if (!(await takeTurn(db, facts))) return;
  const place = { territory_id: territoryId, cycle_id: cycleId };
  await db
    .insertInto('review_answer')
    .values({ ...place, id: randomId(), levels: JSON.stringify(levels) })
    .execute();
  if (facts.words !== '') {
    const words = { id: randomId(), text: facts.words, language: facts.language };
    await db
      .insertInto('review_words')
      .values({ ...place, ...words, read_by: null, read_at: null, shown: 0 })
      .execute();
  }
  announce(db, { territoryId, unhurried: true });
}

/** Only statements of this cycle count. */
async function levelsAsked(db: Db, facts: ReviewFacts): Promise<Levels> {
  const asked = (await listStatements(db, facts.territoryId, facts.cycleId)).map((statement) => statement.id);
  return Object.fromEntries(Object.entries(facts.levels).filter(([id]) => asked.includes(id)));
}

/** An open review that nobody else answers or ends before the commit: an update locks on both engines. */
async function holdOpenReview(db: Db, { territoryId, cycleId }: Here): Promise<void> {
  const held = await db
    .updateTable('review')
    .set((e) => ({ opened_at: e.ref('opened_at') }))
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .where('closed_at', 'is', null)
    .returning('cycle_id')
    .executeTakeFirst();
  if (!held) throw new Refusal('review.notOpen');
}

/** Whether somebody has answered, by whatever they are known by. */
export async function hasAnswered(db: Db, facts: Here & Names): Promise<boolean> {
  return (await listAnsweredUnder(db, facts)).length > 0;
}

export function findReview(db: Db, territoryId: string, cycleId: string): Promise<Row<'review'> | undefined> {
  return db
    .selectFrom('review')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
}

/** How many have answered; told at any time, unlike what they answered. */
export async function countReviewAnswers(db: Db, territoryId: string, cycleId: string): Promise<number> {
  const { people } = await db
    .selectFrom('review_answer')
    .select((e) => e.fn.countAll<number>().as('people'))
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  return people;
}

/** Every answer's levels, in no order. To be shown only after closing and by the small-number rules. */
export async function listReviewLevels(db: Db, territoryId: string, cycleId: string): Promise<Levels[]> {
  const rows = await db
    .selectFrom('review_answer')
    .select('levels')
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .orderBy('id')
    .execute();
  return rows.map((row) => JSON.parse(row.levels) as Levels);
}

/** The free words: all of them for who reads them first, only those let through for everyone. */
export function listReviewWords(db: Db, facts: Here & { shownOnly: boolean }): Promise<Row<'review_words'>[]> {
  const all = db
    .selectFrom('review_words')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .orderBy('id');
  return facts.shownOnly ? all.where('shown', '=', 1).execute() : all.execute();
}

/**
 * Free words are read by a person before anyone else sees them, and by nobody while the review is open: they would tell
 * who wrote them by when they came.
 * @throws NotThere until then
 */
export async function readReviewWords(
  db: Db,
  facts: Here & { wordsId: string; show: boolean; actor: Actor },
  now: number,
): Promise<void> {
  const review = await findReview(db, facts.territoryId, facts.cycleId);
  there(review?.closed_at, 'words');
  const row = await db
    .updateTable('review_words')
    .set({ read_by: facts.actor.id, read_at: now, shown: facts.show ? 1 : 0 })
    .where('territory_id', '=', facts.territoryId)
    .where('cycle_id', '=', facts.cycleId)
    .where('id', '=', facts.wordsId)
    .returning('id')
    .executeTakeFirst();
  there(row, 'words');
  await recordOn(db, facts, facts.show ? 'review.words-shown' : 'review.words-kept-back', now);
}

function recordOn(db: Db, facts: Here & { actor: Actor }, verb: string, now: number): Promise<void> {
  const { territoryId, cycleId, actor } = facts;
  return record(db, { territoryId, actor, verb, subject: ['cycle', cycleId] }, now);
}
