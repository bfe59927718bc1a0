import type { Participant } from '#lib/people/participant.server.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { getGathering, isInGathering } from '#lib/territory/gathering.server.ts';
import { isOpen, isShared } from '#lib/territory/phase.ts';
import { isOfGathering } from './shown.server.ts';
import type { Outcome } from './tables.ts';
import { wordsTopicOf } from './topic.ts';
import { findSharedNote, sharedNotes } from './wall.server.ts';
import { shuffled } from './wall.ts';

type Gathering = Row<'gathering'>;

/**
 * Somebody of the group wants to talk about a note. Neither who nor when is kept, and asking again changes nothing, so
 * that nobody can count those who asked.
 * @throws Refusal `definitions.notShared` while people write alone, `gathering.notOpen` once it is over; NotThere when
 *   the device isn't in this room
 */
export async function askToTalk(
  db: Db,
  facts: { gatheringId: string; noteId: string; participant: Participant },
): Promise<void> {
  const { participant } = facts;
  const gathering = await getGathering(db, participant.territoryId, facts.gatheringId);
  there((await isInGathering(db, participant, gathering.id)) || undefined, 'gathering');
  if (!isOpen(gathering.phase)) throw new Refusal('gathering.notOpen');
  if (!isShared(gathering.phase)) throw new Refusal('definitions.notShared');
  await requestDiscussion(db, gathering, facts.noteId);
}

/** Somebody asked aloud: whoever facilitates puts the note on the list. */
export async function putOnAgenda(
  db: Db,
  facts: { territoryId: string; gatheringId: string; noteId: string },
): Promise<void> {
  await requestDiscussion(db, await getGathering(db, facts.territoryId, facts.gatheringId), facts.noteId);
}

async function requestDiscussion(db: Db, gathering: Gathering, noteId: string): Promise<void> {
  const note = there(await findSharedNote(db, gathering, noteId), 'note');
  await db
    .insertInto('discussion_request')
    .values({ territory_id: gathering.territory_id, note_id: note.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  announce(db, { territoryId: gathering.territory_id, topic: wordsTopicOf(gathering.group_id), unhurried: true });
}

/** The notes on which nothing has been decided and that nobody wants to talk about. */
export async function listRaw(db: Db, gathering: Gathering): Promise<Row<'note'>[]> {
  const rows = await decided(db, gathering)
    .selectAll('note')
    .where('note_approval.id', 'is', null)
    .where('discussion_request.note_id', 'is', null)
    .execute();
  return shuffled(rows);
}

/** A note as whoever facilitates takes it up: with what was decided about it. Never how many asked: nobody knows. */
export interface AgendaItem {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly questionId: string;
  /** Somebody wants to talk about it. */
  readonly asked: boolean;
  readonly decided: Decided | undefined;
}

export interface Decided {
  readonly outcome: Outcome;
  readonly together: boolean;
  readonly agreed: number | null;
  readonly disagreed: number | null;
  readonly by: string;
  readonly at: number;
}

/** Every note of a gathering that may be read, in an order that tells nothing and stays. */
export async function listAgenda(db: Db, gathering: Gathering): Promise<AgendaItem[]> {
  const rows = await decided(db, gathering)
    .leftJoin('account', 'account.id', 'note_approval.approved_by')
    .select(['note.id', 'note.text', 'note.language', 'note.question_id', 'discussion_request.note_id as asked'])
    .select([
      'note_approval.outcome',
      'note_approval.together',
      'note_approval.agreed',
      'note_approval.disagreed',
      'note_approval.approved_at',
      'account.name',
    ])
    .orderBy('note.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    language: row.language,
    questionId: row.question_id,
    asked: row.asked !== null,
    decided:
      row.outcome === null
        ? undefined
        : {
            outcome: row.outcome,
            together: row.together === 1,
            agreed: row.agreed,
            disagreed: row.disagreed,
            by: row.name ?? '',
            at: row.approved_at ?? 0,
          },
  }));
}

/** What is held back now in a gathering, with the reason: for whoever facilitates, to show it again. */
export function listHidden(db: Db, gathering: Gathering) {
  return db
    .selectFrom('note')
    .innerJoin('note_hiding', (join) =>
      join
        .onRef('note_hiding.territory_id', '=', 'note.territory_id')
        .onRef('note_hiding.note_id', '=', 'note.id')
        .on('note_hiding.shown_at', 'is', null),
    )
    .innerJoin('account', 'account.id', 'note_hiding.hidden_by')
    .select(['note.id', 'note.text', 'note.language', 'note.question_id as questionId'])
    .select(['note_hiding.reason', 'note_hiding.hidden_at as at', 'account.name as by'])
    .where('note.territory_id', '=', gathering.territory_id)
    .where(isOfGathering(gathering))
    .where('note.withdrawn_at', 'is', null)
    .where('note.erased_at', 'is', null)
    .orderBy('note.id')
    .execute();
}

/** What a gathering may read, with what holds about each note and whether somebody wants to talk about it. */
export function decided(db: Db, gathering: Gathering) {
  return sharedNotes(db, gathering)
    .leftJoin('note_approval', (join) =>
      join
        .onRef('note_approval.territory_id', '=', 'note.territory_id')
        .onRef('note_approval.note_id', '=', 'note.id')
        .on('note_approval.undone_at', 'is', null),
    )
    .leftJoin('discussion_request', (join) =>
      join
        .onRef('discussion_request.territory_id', '=', 'note.territory_id')
        .onRef('discussion_request.note_id', '=', 'note.id'),
    );
}
