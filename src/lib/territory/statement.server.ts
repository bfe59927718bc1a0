import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from './cycle.server.ts';
import type { Statement } from './review.ts';
import { MOST_STATEMENTS } from './statement.ts';

export interface StatementText {
  readonly language: string;
  readonly text: string;
}

/**
 * Sets the sentences that those who took part will be asked about, in their order, each in its languages.
 * @throws Refusal `review.running` once the review is open: what was answered must keep its meaning; `cycle.closed`
 */
export async function setStatements(
  db: Db,
  facts: { territoryId: string; cycleId: string; statements: readonly (readonly StatementText[])[]; actor: Actor },
  now: number,
): Promise<void> {
  const { territoryId, cycleId } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const review = await db
    .selectFrom('review')
    .select('cycle_id')
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  if (review) throw new Refusal('review.running');
  await forgetStatements(db, territoryId, cycleId);
  const worded = facts.statements.filter((texts) => texts.length > 0).slice(0, MOST_STATEMENTS);
  for (const [index, texts] of worded.entries()) {
    const id = randomId();
    await db
      .insertInto('review_statement')
      .values({ territory_id: territoryId, id, cycle_id: cycleId, position: index + 1 })
      .execute();
    await db
      .insertInto('review_statement_text')
      .values(texts.map((text) => ({ territory_id: territoryId, statement_id: id, ...text })))
      .execute();
  }
  const subject = ['cycle', cycleId] as const;
  await record(db, { territoryId, actor: facts.actor, verb: 'review.statements-set', subject }, now);
}

export async function listStatements(db: Db, territoryId: string, cycleId: string): Promise<Statement[]> {
  const statements = await db
    .selectFrom('review_statement')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .orderBy('position')
    .execute();
  const texts = await db
    .selectFrom('review_statement_text')
    .select(['statement_id', 'language', 'text'])
    .where('territory_id', '=', territoryId)
    .where('statement_id', 'in', ['', ...statements.map((statement) => statement.id)])
    .orderBy('language')
    .execute();
  return statements.map(({ id }) => ({
    id,
    texts: texts.filter((text) => text.statement_id === id).map(({ language, text }) => ({ language, text })),
  }));
}

async function forgetStatements(db: Db, territoryId: string, cycleId: string): Promise<void> {
  const old = (await listStatements(db, territoryId, cycleId)).map((statement) => statement.id);
  const ids = ['', ...old];
  await db
    .deleteFrom('review_statement_text')
    .where('territory_id', '=', territoryId)
    .where('statement_id', 'in', ids)
    .execute();
  await db.deleteFrom('review_statement').where('territory_id', '=', territoryId).where('id', 'in', ids).execute();
}
