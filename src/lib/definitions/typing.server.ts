import { announce } from '#lib/platform/announcement.server.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getGathering } from '#lib/territory/gathering.server.ts';
import { getGroup } from '#lib/territory/group.server.ts';
import { findQuestion } from '#lib/territory/question.server.ts';
import { emptyFirstWording } from './author.server.ts';
import { count } from './counter.server.ts';
import { keepNotes, sentKey } from './sending.server.ts';
import { wordsTopicOf } from './topic.ts';

export interface Typed {
  readonly territoryId: string;
  readonly gatheringId: string;
  readonly questionId: string;
  readonly language: string;
  /** Said aloud and typed by whoever facilitates, or copied from paper. */
  readonly source: 'facilitator' | 'paper';
  /** Each one idea, 1 to 280 characters. */
  readonly lines: readonly string[];
  readonly sentId: string;
  /** The account of whoever typed it. */
  readonly accountId: string;
}

/**
 * Notes of people without a phone, one a line. Sent again, each line is kept once. Paper may be typed in before the
 * gathering opens and after it has closed.
 * @returns how many are new
 * @throws Refusal `gathering.notOpen` for words said aloud in a gathering that hasn't begun, `cycle.closed`
 */
export async function typeNotes(db: Db, facts: Typed, now: number): Promise<{ added: number }> {
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  if (gathering.phase === 'planned' && facts.source !== 'paper') throw new Refusal('gathering.notOpen');
  const group = await getGroup(db, facts.territoryId, gathering.group_id);
  await requireOpenCycle(db, facts.territoryId, group.cycle_id);
  const question = await findQuestion(db, facts.territoryId, facts.questionId);
  if (question?.cycle_id !== group.cycle_id) throw new NotThere('question');
  const where = {
    territory_id: facts.territoryId,
    cycle_id: group.cycle_id,
    group_id: group.id,
    gathering_id: gathering.id,
    question_id: facts.questionId,
  };
  const added = await keepNotes(
    db,
    facts.lines.map((text, place) => ({
      ...where,
      visit_id: null,
      language: facts.language,
      text,
      source: facts.source,
      sender: facts.accountId,
      // Two people may have said the same: the same words on two lines are two notes.
      sent_id: sentKey(`${facts.sentId} ${place}`, { ...facts, text }),
      author_id: null,
      entered_by: facts.accountId,
      created_at: now,
    })),
  );
  await count(db, where, { notes: added.length });
  announce(db, { territoryId: facts.territoryId, topic: wordsTopicOf(group.id), unhurried: true });
  return { added: added.length };
}

/** What an account has typed in for a gathering and that still stands, newest first. */
export function listTyped(
  db: Db,
  facts: { territoryId: string; gatheringId: string; accountId: string },
): Promise<{ id: string; text: string; language: string; questionId: string }[]> {
  return db
    .selectFrom('note')
    .select(['id', 'text', 'language', 'question_id as questionId'])
    .where('territory_id', '=', facts.territoryId)
    .where('gathering_id', '=', facts.gatheringId)
    .where('entered_by', '=', facts.accountId)
    .where('erased_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/**
 * Strikes out what was typed wrongly, by whoever typed it, as long as the group has decided nothing about it; the words
 * are typed anew. The row and its count stay.
 * @throws NotThere for anything else
 */
export async function strikeTyped(
  db: Db,
  facts: { territoryId: string; gatheringId: string; noteId: string; accountId: string },
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('note')
    .set({ text: '', erased_at: now, erased_because: 'author' })
    .where('territory_id', '=', facts.territoryId)
    .where('gathering_id', '=', facts.gatheringId)
    .where('id', '=', facts.noteId)
    .where('entered_by', '=', facts.accountId)
    .where('erased_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('note_approval')
            .select('note_approval.id')
            .whereRef('note_approval.territory_id', '=', 'note.territory_id')
            .whereRef('note_approval.note_id', '=', 'note.id')
            .where('note_approval.undone_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotThere('note');
  await emptyFirstWording(db, facts.territoryId, facts.noteId);
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  announce(db, { territoryId: facts.territoryId, topic: wordsTopicOf(gathering.group_id), unhurried: true });
}
