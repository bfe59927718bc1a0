import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getCriterion, type Criterion } from './criterion.server.ts';
import './tables.ts';

/** Where a criterion comes from, as far as everyone may know: its group and the question, never the person. */
export interface Origin {
  readonly criterion: Criterion;
  readonly cycleId: string;
  readonly groupName: string;
  /** Other parts of the same note that became criteria of their own. */
  readonly siblings: readonly { readonly id: string; readonly words: string }[];
}

/** From a criterion back to the words it comes from. @throws NotThere unless everyone may read it */
export async function traceBackCriterion(db: Db, territoryId: string, criterionId: string): Promise<Origin> {
  const { cycleId, ...criterion } = await getCriterion(db, territoryId, criterionId);
  const group = await db
    .selectFrom('group')
    .select('name')
    .where('territory_id', '=', territoryId)
    .where('id', '=', criterion.groupId)
    .executeTakeFirst();
  const siblings = await db
    .selectFrom('criterion')
    .innerJoin('note_publication', (join) =>
      join
        .onRef('note_publication.territory_id', '=', 'criterion.territory_id')
        .onRef('note_publication.criterion_id', '=', 'criterion.id'),
    )
    .select(['criterion.id', 'criterion.words'])
    .where('criterion.territory_id', '=', territoryId)
    .where('criterion.note_id', '=', criterion.noteId)
    .where('criterion.id', '!=', criterion.id)
    .where('criterion.undone_at', 'is', null)
    .orderBy('criterion.position')
    .execute();
  return { criterion, cycleId, groupName: there(group, 'group').name, siblings };
}

/** From a note forward: the criteria it became that hold now. Later rooms lead on from there. */
export async function traceForwardNote(db: Db, territoryId: string, noteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('criterion')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('note_id', '=', noteId)
    .where('undone_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.id);
}
