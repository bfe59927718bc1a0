import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { hideNote } from './moderation.server.ts';
import './report-tables.ts';

/** How many different reasons wait for one note; what comes after says nothing new to whoever looks. */
export const MOST_REPORTS = 20;

/**
 * Somebody finds that public words should not be there: because they name or insult someone, for instance. Nothing is
 * kept of who says so, and the words stay until somebody has looked. The same again is the same report.
 * @param facts.day the territory's own
 * @throws NotThere when the words aren't public
 */
export async function reportWords(
  db: Db,
  facts: { territoryId: string; criterionId: string; reason: string; day: string },
): Promise<void> {
  const { territoryId, criterionId, reason, day } = facts;
  const { noteId } = there(await findPublic(db, territoryId, criterionId), 'criterion');
  if ((await countWaiting(db, territoryId, noteId)) >= MOST_REPORTS) return;
  await db
    .insertInto('note_report')
    .values({
      ...{ territory_id: territoryId, id: randomId(), note_id: noteId, reason, reported_on: day },
      ...{ settled_by: null, settled_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface ReportedNote {
  readonly noteId: string;
  readonly text: string;
  readonly language: string;
  readonly groupName: string;
  /** One a report, oldest first; empty where none was given. */
  readonly reasons: readonly { readonly reason: string; readonly day: string }[];
}

/** The reported notes of a cycle at which nobody has looked, longest waiting first. */
export async function listReported(db: Db, territoryId: string, cycleId: string): Promise<ReportedNote[]> {
  const rows = await waiting(db, territoryId)
    .innerJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'note_report.territory_id').onRef('note.id', '=', 'note_report.note_id'),
    )
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'note.territory_id').onRef('group.id', '=', 'note.group_id'),
    )
    .select(['note.id', 'note.text', 'note.language', 'group.name', 'reason', 'reported_on as day'])
    .where('note.cycle_id', '=', cycleId)
    .orderBy('reported_on')
    .orderBy('note_report.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...more]) =>
    first ? [{ ...noteOf(first), reasons: [first, ...more].map(({ reason, day }) => ({ reason, day })) }] : [],
  );
}

function noteOf({ id, text, language, name }: { id: string; text: string; language: string; name: string }) {
  return { noteId: id, text, language, groupName: name };
}

/**
 * Whoever moderates has looked: the note is held back for a reason that its author reads, or stays.
 * @param facts.reason null: it stays
 * @throws Refusal `definitions.reports.settled` when somebody else has looked meanwhile; NotThere when nobody has ever
 *   reported it in this cycle
 */
export async function settleReports(db: Db, facts: OnReported & { reason: string | null }, now: number): Promise<void> {
  const { territoryId, noteId, reason, accountId } = facts;
  await requireReported(db, facts);
  const { numUpdatedRows } = await db
    .updateTable('note_report')
    .set({ settled_by: accountId, settled_at: now })
    .where('territory_id', '=', territoryId)
    .where('note_id', '=', noteId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refusal('definitions.reports.settled');
  if (reason !== null) return hideNote(db, { territoryId, noteId, accountId, reason }, now);
  const actor: Actor = { kind: 'account', id: accountId };
  await record(db, { territoryId, actor, verb: 'note.report-settled', subject: ['note', noteId] }, now);
}

interface OnReported {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly noteId: string;
  /** Of whoever moderates. */
  readonly accountId: string;
}

async function requireReported(db: Db, { territoryId, cycleId, noteId }: OnReported): Promise<void> {
  const row = await db
    .selectFrom('note_report')
    .innerJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'note_report.territory_id').onRef('note.id', '=', 'note_report.note_id'),
    )
    .select('note.id')
    .where('note_report.territory_id', '=', territoryId)
    .where('note_report.note_id', '=', noteId)
    .where('note.cycle_id', '=', cycleId)
    .executeTakeFirst();
  there(row, 'note');
}

function findPublic(db: Db, territoryId: string, criterionId: string): Promise<{ noteId: string } | undefined> {
  return db
    .selectFrom('note_publication')
    .select('note_id as noteId')
    .where('territory_id', '=', territoryId)
    .where('criterion_id', '=', criterionId)
    .executeTakeFirst();
}

async function countWaiting(db: Db, territoryId: string, noteId: string): Promise<number> {
  const { count } = await waiting(db, territoryId)
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function waiting(db: Db, territoryId: string) {
  return db
    .selectFrom('note_report')
    .where('note_report.territory_id', '=', territoryId)
    .where('settled_at', 'is', null);
}
