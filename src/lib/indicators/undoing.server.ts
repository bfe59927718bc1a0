import { record } from '#lib/platform/journal.server.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, sortingTopicOf, type InCycle } from './acting.ts';
import { holdPlace, setPlace } from './classification.server.ts';
import { visibleCriteria, type Viewer } from './visible.server.ts';
import './tables.ts';

/**
 * Takes back what was sorted in one go: each criterion goes to where it lay before. What somebody has sorted again in
 * the meantime stays there.
 * @param facts.criterionId to take back only this one of them
 * @returns how many went back
 * @throws Refusal `indicators.nothingToUndo` when nothing of it holds any more
 */
export async function undoClassification(
  db: Db,
  facts: InCycle & { actId: string; criterionId?: string; viewer: Viewer },
  now: number,
): Promise<number> {
  const { territoryId, cycleId, actor, actId } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const act = await listAct(db, facts);
  if (act.length === 0) throw new NotThere('act of sorting');
  let undone = 0;
  for (const one of act) if (await undo(db, one, accountOf(actor), now)) undone++;
  if (undone === 0) throw new Refusal('indicators.nothingToUndo');
  const subject = ['classification', actId] as const;
  await record(db, { territoryId, actor, verb: 'classification.undone', subject, topic: sortingTopicOf(cycleId) }, now);
  return undone;
}

/** What was done in one go, as far as it concerns words that the viewer may read, always in the same order. */
function listAct(
  db: Db,
  facts: { territoryId: string; cycleId: string; actId: string; criterionId?: string; viewer: Viewer },
): Promise<Row<'classification'>[]> {
  const { territoryId, cycleId, actId, criterionId, viewer } = facts;
  return visibleCriteria(db, territoryId, viewer)
    .innerJoin('classification', (join) =>
      join
        .onRef('classification.territory_id', '=', 'criterion.territory_id')
        .onRef('classification.criterion_id', '=', 'criterion.id'),
    )
    .selectAll('classification')
    .where('note.cycle_id', '=', cycleId)
    .where('classification.act_id', '=', actId)
    .$if(criterionId !== undefined, (query) => query.where('criterion.id', '=', criterionId ?? ''))
    .orderBy('classification.criterion_id')
    .execute();
}

async function undo(db: Db, one: Row<'classification'>, by: string | null, now: number): Promise<boolean> {
  const current = await holdPlace(db, one.territory_id, one.criterion_id);
  if (current !== one.id) return false;
  await db
    .insertInto('classification_undoing')
    .values({ territory_id: one.territory_id, classification_id: one.id, undone_by: by, undone_at: now })
    .execute();
  await setPlace(db, one.territory_id, one.criterion_id, one.supersedes_id);
  return true;
}
