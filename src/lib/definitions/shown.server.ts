import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Db, Row, Tables } from '#lib/platform/tables.ts';
import './tables.ts';

type OnNote = ExpressionBuilder<Tables, 'note'>;

/**
 * The one place that says which notes anyone but their author may read: not withdrawn, not erased, not hidden, and
 * read back where they were said at a door. Every read of words goes through here.
 */
export function shownNotes(db: Db, territoryId: string) {
  return db.selectFrom('note').where('note.territory_id', '=', territoryId).where(isShown);
}

export function isShown(e: OnNote): Expression<SqlBool> {
  return e.and([
    e('note.withdrawn_at', 'is', null),
    e('note.erased_at', 'is', null),
    e.not(e.exists(hiding(e))),
    e.or([e('note.visit_id', 'is', null), e.exists(readBackVisit(e))]),
  ]);
}

/** A note that a facilitator holds back now. */
export function isHidden(e: OnNote): Expression<SqlBool> {
  return e.exists(hiding(e));
}

/**
 * The words that a gathering reads and approves: its own, and those of its group that came at doors or in a file and
 * that no other gathering has taken up.
 */
export function isOfGathering(gathering: Pick<Row<'gathering'>, 'id' | 'group_id'>) {
  return (e: OnNote): Expression<SqlBool> =>
    e.or([
      e('note.gathering_id', '=', gathering.id),
      e.and([
        e('note.gathering_id', 'is', null),
        e('note.group_id', '=', gathering.group_id),
        e.not(e.exists(approvalElsewhere(e, gathering.id))),
      ]),
    ]);
}

function hiding(e: OnNote) {
  return e
    .selectFrom('note_hiding')
    .select('note_hiding.id')
    .whereRef('note_hiding.territory_id', '=', 'note.territory_id')
    .whereRef('note_hiding.note_id', '=', 'note.id')
    .where('note_hiding.shown_at', 'is', null);
}

function readBackVisit(e: OnNote) {
  return e
    .selectFrom('relay_visit')
    .select('relay_visit.id')
    .whereRef('relay_visit.territory_id', '=', 'note.territory_id')
    .whereRef('relay_visit.id', '=', 'note.visit_id')
    .where('relay_visit.read_back_at', 'is not', null);
}

function approvalElsewhere(e: OnNote, gatheringId: string) {
  return e
    .selectFrom('note_approval as elsewhere')
    .select('elsewhere.id')
    .whereRef('elsewhere.territory_id', '=', 'note.territory_id')
    .whereRef('elsewhere.note_id', '=', 'note.id')
    .where('elsewhere.undone_at', 'is', null)
    .where('elsewhere.gathering_id', 'is not', null)
    .where('elsewhere.gathering_id', '!=', gatheringId);
}
