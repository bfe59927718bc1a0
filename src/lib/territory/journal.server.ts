import type { Db } from '#lib/platform/tables.ts';

/** One line of a territory's journal, with the name of whoever acted where an account did. */
export interface JournalLine {
  readonly id: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly verb: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly actorKind: string;
  /** Null for participants and the program; empty for an account that was closed. */
  readonly actorName: string | null;
}

/**
 * A page of the journal, newest first.
 * @param facts.page from 1
 * @param facts.size lines to a page
 * @returns one line more than `size` where there is a further page
 */
export async function listJournal(
  db: Db,
  facts: { territoryId: string; page: number; size: number },
): Promise<JournalLine[]> {
  return db
    .selectFrom('journal')
    .leftJoin('account', 'account.id', 'journal.actor_id')
    .select([
      'journal.id',
      'journal.at',
      'journal.verb',
      'journal.subject_kind as subjectKind',
      'journal.subject_id as subjectId',
      'journal.actor_kind as actorKind',
      'account.name as actorName',
    ])
    .where('journal.territory_id', '=', facts.territoryId)
    .orderBy('journal.at', 'desc')
    .orderBy('journal.id')
    .limit(facts.size + 1)
    .offset((facts.page - 1) * facts.size)
    .execute();
}
