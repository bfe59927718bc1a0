import { announce } from '#lib/platform/announcement.server.ts';
import { record } from '#lib/platform/journal.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getGathering } from '#lib/territory/gathering.server.ts';
import { listRaw } from './agenda.server.ts';
import { endApprovals, keepApprovals } from './approval-rows.server.ts';
import { problemOfExcerpts } from './excerpt.ts';
import { wordsTopicOf } from './topic.ts';
import { findSharedNote, sharedNotes } from './wall.server.ts';

interface InGathering {
  readonly territoryId: string;
  readonly gatheringId: string;
  /** The account of whoever facilitates. */
  readonly accountId: string;
}

/** What the group made of a note it talked about. */
export type Verdict =
  | { readonly outcome: 'whole' }
  | { readonly outcome: 'excerpts'; readonly excerpts: readonly string[] }
  | { readonly outcome: 'minority' };

/**
 * The group has talked about one note: it becomes one criterion, several by quotation, or stays word for word as a
 * minority voice. What was decided before about it is undone and stays told.
 * @param facts.agreed how many agreed; recorded, never shown to the room
 * @throws Refusal when the excerpts aren't parts of the note; NotThere when the note may not be read
 */
export async function approveNote(
  db: Db,
  facts: InGathering & { noteId: string; verdict: Verdict; agreed: number | null; disagreed: number | null },
  now: number,
): Promise<void> {
  const { territoryId, verdict } = facts;
  const gathering = await getGathering(db, territoryId, facts.gatheringId);
  const note = there(await findSharedNote(db, gathering, facts.noteId), 'note');
  const words = wordsOf(note.text, verdict);
  await endApprovals(db, facts, [note], now);
  await keepApprovals(db, { ...facts, together: 0 }, [{ note, outcome: verdict.outcome, words }], now);
  await db
    .deleteFrom('discussion_request')
    .where('territory_id', '=', territoryId)
    .where('note_id', '=', note.id)
    .execute();
  await db
    .deleteFrom('gathering_focus')
    .where('territory_id', '=', territoryId)
    .where('note_id', '=', note.id)
    .execute();
  await tell(db, facts, gathering.group_id, 'note.approved', ['note', note.id], now);
}

/** @throws Refusal */
function wordsOf(text: string, verdict: Verdict): readonly string[] {
  if (verdict.outcome === 'minority') return [];
  if (verdict.outcome === 'whole') return [text];
  const problem = problemOfExcerpts(text, verdict.excerpts);
  if (problem) throw new Refusal(problem);
  return verdict.excerpts;
}

/**
 * By exception: of the notes that the group has before it, all those that nobody wants to talk about are approved
 * together. One that came, was hidden or was asked about since the page was made is left for later.
 * @param facts.noteIds the notes that the page showed
 * @returns how many were approved
 */
export async function approveTogether(
  db: Db,
  facts: InGathering & { noteIds: readonly string[]; agreed: number | null },
  now: number,
): Promise<{ approved: number }> {
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  const wanted = new Set(facts.noteIds);
  const raw = (await listRaw(db, gathering)).filter((note) => wanted.has(note.id));
  const approvals = raw.map((note) => ({ note, outcome: 'whole' as const, words: [note.text] }));
  await keepApprovals(db, { ...facts, disagreed: null, together: 1 }, approvals, now);
  if (raw.length > 0)
    await tell(db, facts, gathering.group_id, 'notes.approved', ['gathering', facts.gatheringId], now);
  return { approved: raw.length };
}

/** Takes back what was decided about a note: it is raw again, its criteria end. */
export async function undoApproval(db: Db, facts: InGathering & { noteId: string }, now: number): Promise<void> {
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  const note = there(await findSharedNote(db, gathering, facts.noteId), 'note');
  await endApprovals(db, facts, [note], now);
  await tell(db, facts, gathering.group_id, 'note.approval-undone', ['note', note.id], now);
}

/** Takes back all that was approved together in a gathering and not touched since. */
export async function undoTogether(db: Db, facts: InGathering, now: number): Promise<void> {
  const gathering = await getGathering(db, facts.territoryId, facts.gatheringId);
  const notes = await sharedNotes(db, gathering)
    .selectAll('note')
    .where('note.id', 'in', (e) =>
      e
        .selectFrom('note_approval')
        .select('note_approval.note_id')
        .where('note_approval.territory_id', '=', facts.territoryId)
        .where('note_approval.gathering_id', '=', gathering.id)
        .where('note_approval.together', '=', 1)
        .where('note_approval.undone_at', 'is', null),
    )
    .execute();
  await endApprovals(db, facts, notes, now);
  await tell(db, facts, gathering.group_id, 'notes.approval-undone', ['gathering', gathering.id], now);
}

async function tell(
  db: Db,
  facts: InGathering,
  groupId: string,
  verb: string,
  subject: readonly [string, string],
  now: number,
): Promise<void> {
  const actor = { kind: 'account', id: facts.accountId } as const;
  await record(db, { territoryId: facts.territoryId, actor, verb, subject }, now);
  announce(db, { territoryId: facts.territoryId, topic: wordsTopicOf(groupId) });
}
