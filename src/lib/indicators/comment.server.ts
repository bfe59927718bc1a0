import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { DAY } from '#lib/platform/time.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { indicatorTopicOf, type InCycle } from './acting.ts';
import { getIndicator } from './indicator.server.ts';
import { sentRowId } from './sent-row.server.ts';
import './tables.ts';

/** Remarks that one account may make on one indicator in a day. */
export const MOST_COMMENTS_A_DAY = 20;

/**
 * Says something about an indicator, under one's name. Possible from when it is discussed until it is retired.
 * @returns the remark's id; the same remark sent again is the same one
 * @throws NotThere while it is a draft; Refusal `indicators.retiredAlready`, `indicators.tooManyComments`
 */
export async function commentOnIndicator(
  db: Db,
  facts: InCycle & { indicatorId: string; accountId: string; language: string; text: string; sentId?: string },
  now: number,
): Promise<string> {
  const { territoryId, cycleId, actor, indicatorId, accountId, language, text } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const indicator = await getIndicator(db, territoryId, indicatorId);
  if (indicator.status === 'retired') throw new Refusal('indicators.retiredAlready');
  const version = await getVersionInDiscussion(db, facts);
  const id = sentRowId(actor, facts.sentId, indicatorId, text);
  const said = await listOwnToday(db, facts, now);
  if (said.includes(id)) return id;
  if (said.length >= MOST_COMMENTS_A_DAY)
    throw new Refusal('indicators.tooManyComments', { most: MOST_COMMENTS_A_DAY });
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('indicator_comment')
    .values({
      territory_id: territoryId,
      id,
      indicator_id: indicatorId,
      indicator_version_id: version.id,
      account_id: accountId,
      language,
      text,
      posted_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  const topic = indicatorTopicOf(indicatorId);
  await record(db, { territoryId, actor, verb: 'comment.posted', subject: ['indicator_comment', id], topic }, now);
  return id;
}

/** The newest version that everybody may read. */
async function getVersionInDiscussion(
  db: Db,
  { territoryId, indicatorId }: { territoryId: string; indicatorId: string },
): Promise<Row<'indicator_version'>> {
  const row = await db
    .selectFrom('indicator_version')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('indicator_id', '=', indicatorId)
    .where('discussed_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return there(row, 'indicator in discussion');
}

async function listOwnToday(
  db: Db,
  { territoryId, indicatorId, accountId }: { territoryId: string; indicatorId: string; accountId: string },
  now: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('indicator_comment')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('indicator_id', '=', indicatorId)
    .where('account_id', '=', accountId)
    .where('posted_at', '>', now - DAY)
    .execute();
  return rows.map((row) => row.id);
}

interface OfComment {
  readonly territoryId: string;
  readonly indicatorId: string;
  readonly commentId: string;
  readonly accountId: string;
  readonly actor: Actor;
}

/** Hides a remark from everyone, with a reason that everyone reads in its place. Hiding twice changes nothing. */
export async function hideComment(db: Db, facts: OfComment & { reason: string }, now: number): Promise<void> {
  const comment = await getComment(db, facts);
  await db
    .insertInto('comment_hiding')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      comment_id: comment.id,
      reason: facts.reason,
      hidden_by: facts.accountId,
      hidden_at: now,
      shown_by: null,
      shown_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tell(db, facts, 'comment.hidden', now);
}

/** Shows a hidden remark again. */
export async function showComment(db: Db, facts: OfComment, now: number): Promise<void> {
  const comment = await getComment(db, facts);
  await db
    .updateTable('comment_hiding')
    .set({ shown_by: facts.accountId, shown_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('comment_id', '=', comment.id)
    .where('shown_at', 'is', null)
    .execute();
  await tell(db, facts, 'comment.shown', now);
}

async function getComment(db: Db, facts: OfComment): Promise<Row<'indicator_comment'>> {
  const row = await db
    .selectFrom('indicator_comment')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.commentId)
    .executeTakeFirst();
  if (row?.indicator_id !== facts.indicatorId) throw new NotThere('comment');
  return row;
}

async function tell(db: Db, facts: OfComment, verb: string, now: number): Promise<void> {
  const { territoryId, actor, commentId } = facts;
  const subject = ['indicator_comment', commentId] as const;
  await record(db, { territoryId, actor, verb, subject, topic: indicatorTopicOf(facts.indicatorId) }, now);
}
