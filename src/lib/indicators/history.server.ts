import type { Db } from '#lib/platform/tables.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

/** One act of sorting a criterion, as it is told to those who sort. */
export interface Sorting {
  readonly id: string;
  readonly actId: string;
  readonly code: string;
  readonly componentId: string;
  readonly sense: Sense;
  readonly polarity: CriterionPolarity;
  /** Name of the account; null for the program or an account that is gone. */
  readonly by: string | null;
  readonly at: number;
  readonly undone: { readonly by: string | null; readonly at: number } | undefined;
  /** Whether the file said so that the words came in. */
  readonly isImported: boolean;
  /** Whether this is where the criterion lies now. */
  readonly holds: boolean;
}

/** Every act of sorting one criterion, newest first. */
export async function listSortings(db: Db, territoryId: string, criterionId: string): Promise<Sorting[]> {
  const rows = await db
    .selectFrom('classification')
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'classification.territory_id')
        .onRef('component.id', '=', 'classification.component_id'),
    )
    .leftJoin('account', 'account.id', 'classification.classified_by')
    .leftJoin('classification_undoing as undoing', (join) =>
      join
        .onRef('undoing.territory_id', '=', 'classification.territory_id')
        .onRef('undoing.classification_id', '=', 'classification.id'),
    )
    .leftJoin('account as undoer', 'undoer.id', 'undoing.undone_by')
    .leftJoin('criterion_place as place', (join) =>
      join
        .onRef('place.territory_id', '=', 'classification.territory_id')
        .onRef('place.classification_id', '=', 'classification.id'),
    )
    .select([
      'classification.id',
      'classification.act_id as actId',
      'classification.component_id as componentId',
      'classification.sense',
      'classification.polarity',
      'classification.classified_at as at',
      'classification.import_id as importId',
      'classification.supersedes_id as supersedes',
      'component.code',
      'account.name as by',
      'undoing.undone_at as undoneAt',
      'undoer.name as undoer',
      'place.criterion_id as holds',
    ])
    .where('classification.territory_id', '=', territoryId)
    .where('classification.criterion_id', '=', criterionId)
    .orderBy('classification.classified_at', 'desc')
    .execute();
  return newestFirst(rows).map(({ undoneAt, undoer, holds, importId, supersedes: _, ...sorting }) => ({
    ...sorting,
    isImported: importId !== null,
    undone: undoneAt === null ? undefined : { by: undoer, at: undoneAt },
    holds: holds !== null,
  }));
}

/** What came in the same millisecond stands in the order in which it superseded. */
function newestFirst<T extends { id: string; at: number; supersedes: string | null }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => b.at - a.at || (a.supersedes === b.id ? -1 : b.supersedes === a.id ? 1 : 0));
}

/** What was sorted in one go, for the line that says so. */
export interface Act {
  readonly actId: string;
  readonly code: string;
  readonly sense: Sense;
  /** Whether each lies where the file it came in said: the code is then one of several. */
  readonly isImported: boolean;
  /** How many of it lie there still. */
  readonly count: number;
}

/** @returns undefined when nothing of it holds any more, or it is another territory's */
export async function findAct(db: Db, territoryId: string, actId: string): Promise<Act | undefined> {
  const rows = await db
    .selectFrom('classification')
    .innerJoin('criterion_place as place', (join) =>
      join
        .onRef('place.territory_id', '=', 'classification.territory_id')
        .onRef('place.classification_id', '=', 'classification.id'),
    )
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'classification.territory_id')
        .onRef('component.id', '=', 'classification.component_id'),
    )
    .select(['component.code', 'classification.sense', 'classification.import_id as importId'])
    .where('classification.territory_id', '=', territoryId)
    .where('classification.act_id', '=', actId)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { code, sense, importId } = first;
  return { actId, code, sense, isImported: importId !== null, count: rows.length };
}
