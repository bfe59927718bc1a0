import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Db, Row, Tables } from '#lib/platform/tables.ts';
import { isShared } from '#lib/territory/phase.ts';
import { findTimer } from '#lib/territory/timer.server.ts';
import { listGatheringCounts } from './counter.server.ts';
import { isOfGathering, shownNotes } from './shown.server.ts';
import { shuffled, type RoomState, type WallNote } from './wall.ts';

type Wall = Pick<Row<'gathering'>, 'territory_id' | 'id' | 'group_id'>;

/** Where a room stands: its phase, and how many people and notes there are. */
export async function getRoomState(db: Db, gathering: Row<'gathering'>): Promise<RoomState> {
  const counts = await listGatheringCounts(db, gathering);
  return {
    phase: gathering.phase,
    questionId: gathering.question_id,
    people: gathering.people,
    notes: Object.fromEntries(counts.map((row) => [row.questionId, row.notes])),
    endsAt: (await findTimer(db, gathering)) ?? null,
    focus: (await findFocus(db, gathering)) ?? null,
  };
}

/**
 * What may be read on the wall now: nothing before sharing; from then on the notes of the questions that were opened
 * for sharing, of the one the group is at, shuffled.
 */
export async function listWall(db: Db, gathering: Row<'gathering'>): Promise<WallNote[]> {
  if (!isShared(gathering.phase)) return [];
  const notes = await sharedNotes(db, gathering)
    .leftJoin('note_approval', (join) =>
      join
        .onRef('note_approval.territory_id', '=', 'note.territory_id')
        .onRef('note_approval.note_id', '=', 'note.id')
        .on('note_approval.undone_at', 'is', null),
    )
    .select(['note.id', 'note.text', 'note.language', 'note.question_id as questionId', 'note_approval.outcome'])
    .$if(gathering.question_id !== null && gathering.phase !== 'closed', (query) =>
      query.where('note.question_id', '=', gathering.question_id ?? ''),
    )
    .execute();
  return shuffled(
    notes.map(({ outcome, ...note }) => ({ ...note, approved: outcome === 'whole' || outcome === 'excerpts' })),
  );
}

/** The note that the room has before it, as long as it may read it. */
export async function findFocus(db: Db, gathering: Row<'gathering'>): Promise<string | undefined> {
  if (!isShared(gathering.phase)) return undefined;
  const row = await sharedNotes(db, gathering)
    .innerJoin('gathering_focus', (join) =>
      join
        .onRef('gathering_focus.territory_id', '=', 'note.territory_id')
        .onRef('gathering_focus.note_id', '=', 'note.id'),
    )
    .select('note.id')
    .where('gathering_focus.gathering_id', '=', gathering.id)
    .executeTakeFirst();
  return row?.id;
}

/** The notes that the group of a gathering may read once their question has been opened for sharing. */
export function sharedNotes(db: Db, gathering: Wall) {
  return shownNotes(db, gathering.territory_id)
    .where(isOfGathering(gathering))
    .where((e) => isOpened(e, gathering));
}

/** Whether a note's question has been opened for sharing in a gathering. */
export function isOpened(e: ExpressionBuilder<Tables, 'note'>, gathering: Wall): Expression<SqlBool> {
  return e.exists(
    e
      .selectFrom('gathering_sharing')
      .select('gathering_sharing.question_id')
      .where('gathering_sharing.territory_id', '=', gathering.territory_id)
      .where('gathering_sharing.gathering_id', '=', gathering.id)
      .whereRef('gathering_sharing.question_id', '=', 'note.question_id'),
  );
}

/** One note of a gathering's wall. */
export function findSharedNote(db: Db, gathering: Wall, noteId: string) {
  return sharedNotes(db, gathering).selectAll('note').where('note.id', '=', noteId).executeTakeFirst();
}
