import { record } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { accountOf, sortingTopicOf, type InCycle } from './acting.ts';
import { findComponentByCode } from './component.server.ts';
import { sentRowId } from './sent-row.server.ts';
import { visibleCriteria, type Viewer } from './visible.server.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

/** A criterion to sort. */
export interface ToSort {
  readonly criterionId: string;
  /**
   * The classification that the person saw when they decided, '' where there was none: one that has come since is not
   * written over. Undefined where nobody looked at it (the program's own work).
   */
  readonly seen?: string;
}

export interface Sorted {
  /** Names what was done in one go, to undo it. */
  readonly actId: string;
  readonly sorted: number;
  /** Left where somebody else had put them in the meantime. */
  readonly overtaken: readonly string[];
}

/** Criteria that may be sorted in one go. */
export const MOST_AT_ONCE = 200;

/**
 * Puts criteria into a component of the cycle's grid, with their sense and polarity. What was there is superseded and
 * stays in the history.
 * @param facts.polarity `asked`: of each, what the question it answers is about
 * @throws NotThere for criteria that aren't the viewer's to read; Refusal `indicators.unknownCode`,
 *   `indicators.componentRetired`, `indicators.nothingChosen`, `indicators.tooManyAtOnce`, or
 *   `indicators.sortedMeanwhile` when all of them were sorted by others since they were seen
 */
export async function classifyCriteria(
  db: Db,
  facts: InCycle & {
    criteria: readonly ToSort[];
    code: string;
    sense: Sense;
    polarity: CriterionPolarity | 'asked';
    viewer: Viewer;
    sentId?: string;
    /** The import whose file says so. */
    importId?: string;
    /** What is sorted in one go with others. */
    actId?: string;
  },
  now: number,
): Promise<Sorted> {
  const { territoryId, cycleId, actor, code, sense, polarity } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const component = await getOpenComponent(db, { territoryId, cycleId, code });
  const asked = await listPolaritiesAsked(db, facts);
  // Always in the same order, so that two people who sort the same ones never wait for each other.
  const criteria = [...facts.criteria].sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1));
  const actId = facts.actId ?? sentRowId(actor, facts.sentId, component.id, sense, polarity, criteria);
  const into = {
    component_id: component.id,
    sense,
    act_id: actId,
    classified_by: accountOf(actor),
    classified_at: now,
    import_id: facts.importId ?? null,
  };
  const overtaken: string[] = [];
  for (const one of criteria) {
    const about = polarity === 'asked' ? (asked.get(one.criterionId) ?? 'well-being') : polarity;
    const done = await place(db, territoryId, one, { ...into, polarity: about });
    if (!done) overtaken.push(one.criterionId);
  }
  const sorted = criteria.length - overtaken.length;
  if (sorted === 0) throw new Refusal('indicators.sortedMeanwhile', { count: overtaken.length });
  const subject = ['classification', actId] as const;
  const topic = sortingTopicOf(cycleId);
  await record(db, { territoryId, actor, verb: 'criteria.classified', subject, topic }, now);
  return { actId, sorted, overtaken };
}

async function getOpenComponent(
  db: Db,
  facts: { territoryId: string; cycleId: string; code: string },
): Promise<Row<'component'>> {
  const component = await findComponentByCode(db, facts);
  if (!component) throw new Refusal('indicators.unknownCode', { code: facts.code });
  if (component.retired_at !== null) throw new Refusal('indicators.componentRetired', { code: facts.code });
  return component;
}

/**
 * What the questions that the criteria answer are about; words to a question about neither well-being nor ill-being
 * count as speaking of well-being.
 * @throws NotThere for criteria that aren't the viewer's to read
 */
async function listPolaritiesAsked(
  db: Db,
  facts: { territoryId: string; cycleId: string; criteria: readonly ToSort[]; viewer: Viewer },
): Promise<Map<string, CriterionPolarity>> {
  const { territoryId, cycleId, viewer } = facts;
  const ids = [...new Set(facts.criteria.map((one) => one.criterionId))];
  if (ids.length === 0) throw new Refusal('indicators.nothingChosen');
  if (ids.length > MOST_AT_ONCE) throw new Refusal('indicators.tooManyAtOnce', { most: MOST_AT_ONCE });
  const rows = await visibleCriteria(db, territoryId, viewer)
    .innerJoin('question', (join) =>
      join.onRef('question.territory_id', '=', 'note.territory_id').onRef('question.id', '=', 'note.question_id'),
    )
    .select(['criterion.id', 'question.polarity'])
    .where('note.cycle_id', '=', cycleId)
    .where('criterion.id', 'in', ids)
    .execute();
  if (rows.length !== facts.criteria.length) throw new NotThere('criterion');
  return new Map(rows.map((row) => [row.id, row.polarity === 'other' ? 'well-being' : row.polarity]));
}

type Into = Omit<Row<'classification'>, 'territory_id' | 'id' | 'criterion_id' | 'supersedes_id'>;

/** @returns false when somebody else has put it elsewhere since it was seen */
async function place(db: Db, territoryId: string, { criterionId, seen }: ToSort, into: Into): Promise<boolean> {
  const current = await holdPlace(db, territoryId, criterionId);
  const before = await findClassification(db, territoryId, current);
  if (before?.act_id === into.act_id) return true;
  if (seen !== undefined && seen !== (current ?? '')) return false;
  const id = randomId();
  await db
    .insertInto('classification')
    .values({ territory_id: territoryId, id, criterion_id: criterionId, supersedes_id: current, ...into })
    .execute();
  await setPlace(db, territoryId, criterionId, id);
  return true;
}

/**
 * Where a criterion lies now, held until the command ends: whoever sorts it at the same time comes after.
 * @returns the classification that holds, or null
 */
export async function holdPlace(db: Db, territoryId: string, criterionId: string): Promise<string | null> {
  const row = await db
    .insertInto('criterion_place')
    .values({ territory_id: territoryId, criterion_id: criterionId, classification_id: null })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'criterion_id']).doUpdateSet((e) => ({
        classification_id: e.ref('criterion_place.classification_id'),
      })),
    )
    .returning('classification_id')
    .executeTakeFirstOrThrow();
  return row.classification_id;
}

export async function setPlace(
  db: Db,
  territoryId: string,
  criterionId: string,
  classificationId: string | null,
): Promise<void> {
  await db
    .updateTable('criterion_place')
    .set({ classification_id: classificationId })
    .where('territory_id', '=', territoryId)
    .where('criterion_id', '=', criterionId)
    .execute();
}

async function findClassification(
  db: Db,
  territoryId: string,
  id: string | null,
): Promise<Row<'classification'> | undefined> {
  if (id === null) return undefined;
  return db
    .selectFrom('classification')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}
