import { announce } from '#lib/platform/announcement.server.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getGathering } from '#lib/territory/gathering.server.ts';
import { wordsTopicOf } from './topic.ts';

interface InGathering {
  readonly territoryId: string;
  readonly gatheringId: string;
  /** Whoever checks: another account than the one that typed. */
  readonly accountId: string;
}

/** A note typed from paper, to be read against its sheet. */
export interface ToCheck {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly questionId: string;
}

/** What others have typed from paper and nobody has checked, by question and as it was typed; decided notes are left. */
export async function listToCheck(db: Db, facts: InGathering): Promise<ToCheck[]> {
  return checkable(db, facts)
    .innerJoin('question', (join) =>
      join.onRef('question.territory_id', '=', 'note.territory_id').onRef('question.id', '=', 'note.question_id'),
    )
    .select(['note.id', 'note.text', 'note.language', 'note.question_id as questionId'])
    .where('note_check.note_id', 'is', null)
    .orderBy('question.position')
    .orderBy('note.created_at')
    .orderBy('note.id')
    .execute();
}

/** Of what stands on paper sheets: how many notes were typed, and how many of them a second person has checked. */
export async function countChecked(
  db: Db,
  { territoryId, gatheringId }: Pick<InGathering, 'territoryId' | 'gatheringId'>,
): Promise<{ typed: number; checked: number }> {
  const { typed, checked } = await typedNotes(db, { territoryId, gatheringId })
    .select((e) => [e.fn.count<number>('note.id').as('typed'), e.fn.count<number>('note_check.note_id').as('checked')])
    .executeTakeFirstOrThrow();
  return { typed: Number(typed), checked: Number(checked) };
}

/** What was corrected, with the first wording, newest first. */
export async function listCorrected(db: Db, facts: Pick<InGathering, 'territoryId' | 'gatheringId'>) {
  const rows = await typedNotes(db, facts)
    .innerJoin('account', 'account.id', 'note_check.checked_by')
    .select(['note.id', 'note.text', 'note.language', 'note_check.first_text as first', 'account.name as by'])
    .select('note_check.checked_at as at')
    .where('note_check.first_text', 'is not', null)
    .orderBy('note_check.checked_at', 'desc')
    .orderBy('note.id')
    .execute();
  return rows.map((row) => ({ ...row, first: row.first ?? '', at: row.at ?? 0 }));
}

/**
 * A second person has read the sheet: the note stands as it is on paper, or is corrected to it; the first wording stays
 * in the trace. The same again changes nothing.
 * @param facts.text what stands on the paper, 1 to 280 characters
 * @throws Refusal `definitions.check.own`, `definitions.check.decided`, `definitions.check.checked`; NotThere
 */
export async function checkTyped(
  db: Db,
  facts: InGathering & { noteId: string; text: string },
  now: number,
): Promise<void> {
  const note = await findTyped(db, facts);
  if (note.entered_by === facts.accountId) throw new Refusal('definitions.check.own');
  if (note.decided === 1) throw new Refusal('definitions.check.decided');
  const isSame = note.text === facts.text;
  const added = await db
    .insertInto('note_check')
    .values({
      territory_id: facts.territoryId,
      note_id: facts.noteId,
      first_text: isSame ? null : note.text,
      checked_by: facts.accountId,
      checked_at: now,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'note_id']).doNothing())
    .returning('note_id')
    .executeTakeFirst();
  if (!added && !isSame) throw new Refusal('definitions.check.checked');
  if (!added || isSame) return;
  await db
    .updateTable('note')
    .set({ text: facts.text })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.noteId)
    .execute();
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  announce(db, { territoryId: facts.territoryId, topic: wordsTopicOf(gathering.group_id), unhurried: true });
}

async function findTyped(db: Db, facts: InGathering & { noteId: string }) {
  const row = await typedNotes(db, facts)
    .select(['note.text', 'note.entered_by'])
    .select((e) =>
      e
        .case()
        .when(e.exists(decision(db)))
        .then(1)
        .else(0)
        .end()
        .as('decided'),
    )
    .where('note.id', '=', facts.noteId)
    .executeTakeFirst();
  if (!row) throw new NotThere('note');
  return row;
}

function checkable(db: Db, facts: InGathering) {
  return typedNotes(db, facts)
    .where('note.entered_by', '!=', facts.accountId)
    .where((e) => e.not(e.exists(decision(db))));
}

function decision(db: Db) {
  return db
    .selectFrom('note_approval')
    .select('note_approval.id')
    .whereRef('note_approval.territory_id', '=', 'note.territory_id' as never)
    .whereRef('note_approval.note_id', '=', 'note.id' as never)
    .where('note_approval.undone_at', 'is', null);
}

function typedNotes(db: Db, { territoryId, gatheringId }: Pick<InGathering, 'territoryId' | 'gatheringId'>) {
  return db
    .selectFrom('note')
    .leftJoin('note_check', (join) =>
      join.onRef('note_check.territory_id', '=', 'note.territory_id').onRef('note_check.note_id', '=', 'note.id'),
    )
    .where('note.territory_id', '=', territoryId)
    .where('note.gathering_id', '=', gatheringId)
    .where('note.source', '=', 'paper')
    .where('note.erased_at', 'is', null)
    .where('note.withdrawn_at', 'is', null);
}
