import type { Db } from '#lib/platform/tables.ts';
import { countPlacedCriteria, listPlacedCriteria, type PlacedCriterion } from './criterion-words.server.ts';
import { findPath } from './path.server.ts';
import { listPropositions, type Proposition } from './proposition-list.server.ts';
import { THRESHOLDS, type Threshold } from './sense.ts';
import type { Viewer } from './visible.server.ts';
import type { Sense } from './tables.ts';

/** A threshold as those who write the path see it. */
export interface PathThreshold extends Threshold {
  /** In whichever languages it was written; those taken back are left out. */
  readonly propositions: readonly Proposition[];
  /** Number of the newest wording in each language, taken back or not: what a person has seen. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What people said of this component and sense, word for word, as far as the viewer may read it. */
  readonly criteria: readonly PlacedCriterion[];
  /** Those of the criteria that a proposition sums up. */
  readonly used: ReadonlySet<string>;
  /** Further words of this component and sense that aren't the viewer's to read. */
  readonly unread: number;
}

export interface OfComponent {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly componentId: string;
}

/** The progress path of a component: four thresholds, each with its words and what they come from. */
export async function listThresholds(db: Db, of: OfComponent, viewer: Viewer): Promise<PathThreshold[]> {
  const path = await findPath(db, of);
  const propositions = path ? await listPropositions(db, of.territoryId, path.id) : [];
  const placed = await listPlacedCriteria(db, of, viewer);
  const counts = await countPlacedCriteria(db, of);
  return THRESHOLDS.map((threshold) => {
    const own = propositions.filter((one) => one.sense === threshold.sense);
    const criteria = placed.filter((one) => one.sense === threshold.sense);
    const all = counts.find((one) => one.componentId === of.componentId && one.sense === threshold.sense);
    return {
      ...threshold,
      propositions: own.filter((one) => one.text !== ''),
      numbers: new Map(own.map((one) => [one.language, one.number])),
      criteria,
      used: new Set(own.flatMap((one) => one.criterionIds)),
      unread: (all?.count ?? 0) - criteria.length,
    };
  });
}

/** How far each component of a cycle has come. */
export interface PathProgress {
  readonly componentId: string;
  readonly criteria: Readonly<Record<Sense, number>>;
  /** The thresholds that have a proposition. */
  readonly worded: readonly Sense[];
}

/** Components in which something lies or a path has begun. */
export async function listPathProgress(db: Db, of: { territoryId: string; cycleId: string }): Promise<PathProgress[]> {
  const counts = await countPlacedCriteria(db, of);
  const rows = await db
    .selectFrom('progress_path as path')
    .leftJoin('proposition', (join) =>
      join.onRef('proposition.territory_id', '=', 'path.territory_id').onRef('proposition.path_id', '=', 'path.id'),
    )
    .select([
      'path.component_id',
      'proposition.sense',
      'proposition.language',
      'proposition.number',
      'proposition.text',
    ])
    .where('path.territory_id', '=', of.territoryId)
    .where('path.cycle_id', '=', of.cycleId)
    .execute();
  const newest = rows.filter(
    (row) =>
      !rows.some(
        (o) =>
          o.component_id === row.component_id &&
          o.sense === row.sense &&
          o.language === row.language &&
          (o.number ?? 0) > (row.number ?? 0),
      ),
  );
  const ids = new Set([...counts.map((one) => one.componentId), ...rows.map((row) => row.component_id)]);
  return [...ids].map((componentId) => {
    const countOf = (sense: Sense) =>
      counts.find((one) => one.componentId === componentId && one.sense === sense)?.count ?? 0;
    const worded = newest.filter((row) => row.component_id === componentId && row.text);
    return {
      componentId,
      criteria: { P: countOf('P'), O: countOf('O'), Q: countOf('Q'), S: countOf('S') },
      worded: THRESHOLDS.map((one) => one.sense).filter((sense) => worded.some((row) => row.sense === sense)),
    };
  });
}
