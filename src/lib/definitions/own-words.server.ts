import type { Participant } from '#lib/people/participant.server.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { isHidden } from './shown.server.ts';

/** A note as its author sees it, with what became of it so far. */
export interface OwnNote {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly questionId: string;
  readonly cycleId: string;
  readonly groupId: string;
  /** Null for words said at a door. */
  readonly gatheringId: string | null;
  readonly keptToGroup: boolean;
  readonly withdrawn: boolean;
  readonly erased: Row<'note'>['erased_because'];
  /** Why whoever facilitates holds it back; undefined when nobody does. */
  readonly hiddenBecause: string | undefined;
  readonly outcome: Row<'note_approval'>['outcome'] | undefined;
  /** What the group made of it: the author's own words, with whether they were published. */
  readonly criteria: readonly { readonly id: string; readonly words: string; readonly published: boolean }[];
}

/** Everything that a device, or whoever holds its private code, has said in a territory; newest first. */
export async function listOwnNotes(
  db: Db,
  author: Participant,
  facts: { gatheringId?: string } = {},
): Promise<OwnNote[]> {
  const notes = await db
    .selectFrom('note')
    .selectAll('note')
    .select((e) => e.case().when(isHidden(e)).then(1).else(0).end().as('hidden'))
    .where('note.territory_id', '=', author.territoryId)
    .where('note.author_id', '=', author.id)
    .$if(facts.gatheringId !== undefined, (query) => query.where('note.gathering_id', '=', facts.gatheringId ?? ''))
    .orderBy('note.created_at', 'desc')
    .orderBy('note.id')
    .execute();
  const ids = notes.map((note) => note.id);
  const reasons = await listReasons(
    db,
    author.territoryId,
    notes.filter((note) => note.hidden === 1).map((n) => n.id),
  );
  const outcomes = await listOutcomes(db, author.territoryId, ids);
  const criteria = await listCriteriaOf(db, author.territoryId, ids);
  return notes.map((note) => ({
    id: note.id,
    text: note.text,
    language: note.language,
    questionId: note.question_id,
    cycleId: note.cycle_id,
    groupId: note.group_id,
    gatheringId: note.gathering_id,
    keptToGroup: note.kept_to_group_at !== null,
    withdrawn: note.withdrawn_at !== null,
    erased: note.erased_because,
    hiddenBecause: reasons.find((row) => row.note_id === note.id)?.reason,
    outcome: outcomes.find((row) => row.note_id === note.id)?.outcome,
    criteria: criteria
      .filter((row) => row.note_id === note.id)
      .map((row) => ({ id: row.id, words: row.words, published: row.published !== null && isFree(note) })),
  }));
}

/** Whether its author and whoever facilitates let a published note be read. */
function isFree(note: Row<'note'> & { hidden: number }): boolean {
  return note.kept_to_group_at === null && note.withdrawn_at === null && note.erased_at === null && note.hidden === 0;
}

function listReasons(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('note_hiding')
    .select(['note_id', 'reason'])
    .where('territory_id', '=', territoryId)
    .where('note_id', 'in', ['', ...ids])
    .where('shown_at', 'is', null)
    .execute();
}

function listOutcomes(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('note_approval')
    .select(['note_id', 'outcome'])
    .where('territory_id', '=', territoryId)
    .where('note_id', 'in', ['', ...ids])
    .where('undone_at', 'is', null)
    .execute();
}

function listCriteriaOf(db: Db, territoryId: string, ids: readonly string[]) {
  return db
    .selectFrom('criterion')
    .leftJoin('note_publication', (join) =>
      join
        .onRef('note_publication.territory_id', '=', 'criterion.territory_id')
        .onRef('note_publication.criterion_id', '=', 'criterion.id'),
    )
    .select(['criterion.note_id', 'criterion.id', 'criterion.words', 'note_publication.published_at as published'])
    .where('criterion.territory_id', '=', territoryId)
    .where('criterion.note_id', 'in', ['', ...ids])
    .where('criterion.undone_at', 'is', null)
    .orderBy('criterion.position')
    .execute();
}
