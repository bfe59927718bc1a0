import type { Db } from '#lib/platform/tables.ts';
import './tables.ts';

export interface Comment {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** Undefined while it is hidden. */
  readonly text: string | undefined;
  /** Why it is hidden. */
  readonly reason: string | undefined;
  readonly at: number;
  /** Number of the version that it was said about. */
  readonly version: number;
}

/** What people said of an indicator, oldest first. */
export async function listComments(db: Db, territoryId: string, indicatorId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('indicator_comment as comment')
    .innerJoin('account', 'account.id', 'comment.account_id')
    .innerJoin('indicator_version as version', (join) =>
      join
        .onRef('version.territory_id', '=', 'comment.territory_id')
        .onRef('version.id', '=', 'comment.indicator_version_id'),
    )
    .leftJoin('comment_hiding as hiding', (join) =>
      join
        .onRef('hiding.territory_id', '=', 'comment.territory_id')
        .onRef('hiding.comment_id', '=', 'comment.id')
        .on('hiding.shown_at', 'is', null),
    )
    .select([
      'comment.id',
      'comment.language',
      'comment.text',
      'comment.posted_at as at',
      'account.name',
      'version.number as version',
      'hiding.reason',
    ])
    .where('comment.territory_id', '=', territoryId)
    .where('comment.indicator_id', '=', indicatorId)
    .orderBy('comment.posted_at')
    .orderBy('comment.id')
    .execute();
  return rows.map(({ reason, text, ...comment }) => ({
    ...comment,
    text: reason === null ? text : undefined,
    reason: reason ?? undefined,
  }));
}
