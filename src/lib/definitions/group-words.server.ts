import type { Db } from '#lib/platform/tables.ts';
import { shownNotes } from './shown.server.ts';
import { shuffled } from './wall.ts';

/** A group's own words, as its synthesis is written from them: for whoever facilitates it. */
export interface GroupWord {
  readonly id: string;
  readonly words: string;
  readonly language: string;
  readonly questionId: string;
  /** Not approved by the group, and kept word for word. */
  readonly minority: boolean;
}

/** What a group has approved, and its minority voices, shuffled. Raw notes are not in it. */
export async function listGroupWords(db: Db, territoryId: string, groupId: string): Promise<GroupWord[]> {
  const approved = await shownNotes(db, territoryId)
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.territory_id', '=', 'note.territory_id')
        .onRef('criterion.note_id', '=', 'note.id')
        .on('criterion.undone_at', 'is', null),
    )
    .select(['criterion.id', 'criterion.words', 'note.language', 'note.question_id as questionId'])
    .where('note.group_id', '=', groupId)
    .execute();
  const minority = await shownNotes(db, territoryId)
    .innerJoin('note_approval', (join) =>
      join
        .onRef('note_approval.territory_id', '=', 'note.territory_id')
        .onRef('note_approval.note_id', '=', 'note.id')
        .on('note_approval.undone_at', 'is', null),
    )
    .select(['note.id', 'note.text as words', 'note.language', 'note.question_id as questionId'])
    .where('note.group_id', '=', groupId)
    .where('note_approval.outcome', '=', 'minority')
    .execute();
  return [
    ...shuffled(approved).map((word) => ({ ...word, minority: false })),
    ...shuffled(minority).map((word) => ({ ...word, minority: true })),
  ];
}
