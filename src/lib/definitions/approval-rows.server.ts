import { randomId } from '#lib/platform/random-id.ts';
import type { Db, Flag, Row } from '#lib/platform/tables.ts';
import { countAll } from './counter.server.ts';
import type { Outcome } from './tables.ts';

export interface NewApproval {
  readonly note: Row<'note'>;
  readonly outcome: Outcome;
  /** The criteria it becomes: the note's own words, whole or in parts; none for a minority voice. */
  readonly words: readonly string[];
}

interface By {
  readonly territoryId: string;
  readonly gatheringId: string;
  readonly accountId: string;
}

/** Rows in one statement: far below what either engine binds. */
const AT_ONCE = 500;

/** Writes approvals and the criteria that come of them. */
export async function keepApprovals(
  db: Db,
  facts: By & { together: Flag; agreed: number | null; disagreed: number | null },
  approvals: readonly NewApproval[],
  now: number,
): Promise<void> {
  const by = { approved_by: facts.accountId, approved_at: now, undone_by: null, undone_at: null };
  const { together, agreed, disagreed } = facts;
  for (const some of chunksOf(approvals)) {
    const rows = some.map((approval) => ({ ...approval, id: randomId() }));
    await db
      .insertInto('note_approval')
      .values(
        rows.map(({ id, note, outcome }) => ({
          territory_id: facts.territoryId,
          id,
          note_id: note.id,
          gathering_id: facts.gatheringId,
          outcome,
          together,
          agreed,
          disagreed,
          ...by,
        })),
      )
      .execute();
    const criteria = rows.flatMap(({ id, note, words }) =>
      words.map((quotation, place) => ({
        territory_id: facts.territoryId,
        id: randomId(),
        note_id: note.id,
        approval_id: id,
        position: place + 1,
        words: quotation,
        ...by,
      })),
    );
    if (criteria.length > 0) await db.insertInto('criterion').values(criteria).execute();
  }
  await countAll(
    db,
    approvals.map(({ note, words }) => ({ where: note, criteria: words.length })),
  );
}

/** Ends what holds about these notes: approvals and criteria stay, with who undid them and when. */
export async function endApprovals(db: Db, facts: By, notes: readonly Row<'note'>[], now: number): Promise<void> {
  const end = { undone_by: facts.accountId, undone_at: now };
  for (const some of chunksOf(notes)) {
    const ids = some.map((note) => note.id);
    await db
      .updateTable('note_approval')
      .set(end)
      .where('territory_id', '=', facts.territoryId)
      .where('note_id', 'in', ids)
      .where('undone_at', 'is', null)
      .execute();
    const ended = await db
      .updateTable('criterion')
      .set(end)
      .where('territory_id', '=', facts.territoryId)
      .where('note_id', 'in', ids)
      .where('undone_at', 'is', null)
      .returning('note_id')
      .execute();
    const byId = new Map(some.map((note) => [note.id, note]));
    const changes = ended.flatMap(({ note_id }) => {
      const where = byId.get(note_id);
      return where ? [{ where, criteria: -1 }] : [];
    });
    await countAll(db, changes);
  }
}

function* chunksOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += AT_ONCE) yield rows.slice(start, start + AT_ONCE);
}
