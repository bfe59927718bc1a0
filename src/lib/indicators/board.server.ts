import type { Db } from '#lib/platform/tables.ts';
import type { Polarity } from '#lib/territory/tables.ts';
import { PAGE_SIZE, type BoardFilter } from './board.ts';
import { EVERYTHING, visibleCriteria, type Viewer } from './visible.server.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

export interface BoardCriterion {
  readonly id: string;
  readonly words: string;
  readonly language: string;
  readonly groupName: string;
  readonly questionId: string;
  readonly questionPolarity: Polarity;
  /** Where it lies; undefined while it is unsorted. */
  readonly place: PlaceNow | undefined;
}

export interface PlaceNow {
  readonly classificationId: string;
  readonly code: string;
  readonly sense: Sense;
  readonly polarity: CriterionPolarity;
  /** Its component has been retired: it is to be sorted again. */
  readonly retired: boolean;
}

interface Where {
  readonly territoryId: string;
  readonly cycleId: string;
  readonly viewer: Viewer;
}

/**
 * One page of the board. The order says nothing about who spoke when.
 * @param page from 1; a page past the end is empty
 */
export function listBoard(db: Db, where: Where, filter: BoardFilter, page: number): Promise<BoardCriterion[]> {
  return listFrom(db, where, filter, { first: (page - 1) * PAGE_SIZE, count: PAGE_SIZE });
}

/** The one criterion at a place of the board, from 0; undefined past its end. */
export async function findOnBoard(
  db: Db,
  where: Where,
  filter: BoardFilter,
  place: number,
): Promise<BoardCriterion | undefined> {
  const [one] = await listFrom(db, where, filter, { first: place, count: 1 });
  return one;
}

async function listFrom(
  db: Db,
  where: Where,
  filter: BoardFilter,
  { first, count }: { first: number; count: number },
): Promise<BoardCriterion[]> {
  const rows = await filtered(db, where, filter)
    .select([
      'criterion.id',
      'criterion.words',
      'note.language',
      'group.name as groupName',
      'note.question_id as questionId',
      'question.polarity as questionPolarity',
      'classification.id as classificationId',
      'classification.sense',
      'classification.polarity',
      'component.code',
      'component.retired_at as retiredAt',
    ])
    .orderBy('criterion.id')
    .limit(count)
    .offset(first)
    .execute();
  return rows.map(({ classificationId, sense, polarity, code, retiredAt, ...criterion }) => ({
    ...criterion,
    place:
      classificationId !== null && sense !== null && polarity !== null && code !== null
        ? { classificationId, sense, polarity, code, retired: retiredAt !== null }
        : undefined,
  }));
}

export async function countBoard(db: Db, where: Where, filter: BoardFilter): Promise<number> {
  const { count } = await filtered(db, where, filter)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface SortingProgress {
  /** Criteria that the viewer may read. */
  readonly readable: number;
  /** Of these, how many lie in a component. */
  readonly sorted: number;
  /** Approved by their groups and not cleared for publication yet: nobody else's to read or sort. */
  readonly waiting: number;
}

export async function countSorting(db: Db, where: Where): Promise<SortingProgress> {
  const readable = await countBoard(db, where, { state: 'all' });
  const sorted = await countBoard(db, where, { state: 'sorted' });
  const { held } = await visibleCriteria(db, where.territoryId, EVERYTHING)
    .select((e) => e.fn.countAll<number>().as('held'))
    .where('note.cycle_id', '=', where.cycleId)
    .where('note.kept_to_group_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { readable, sorted, waiting: Math.max(0, Number(held) - readable) };
}

function filtered(db: Db, { territoryId, cycleId, viewer }: Where, filter: BoardFilter) {
  let query = visibleCriteria(db, territoryId, viewer)
    .innerJoin('group', (join) =>
      join.onRef('group.territory_id', '=', 'note.territory_id').onRef('group.id', '=', 'note.group_id'),
    )
    .innerJoin('question', (join) =>
      join.onRef('question.territory_id', '=', 'note.territory_id').onRef('question.id', '=', 'note.question_id'),
    )
    .leftJoin('criterion_place', (join) =>
      join
        .onRef('criterion_place.territory_id', '=', 'criterion.territory_id')
        .onRef('criterion_place.criterion_id', '=', 'criterion.id'),
    )
    .leftJoin('classification', (join) =>
      join
        .onRef('classification.territory_id', '=', 'criterion_place.territory_id')
        .onRef('classification.id', '=', 'criterion_place.classification_id'),
    )
    .leftJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'classification.territory_id')
        .onRef('component.id', '=', 'classification.component_id'),
    )
    .where('note.cycle_id', '=', cycleId);
  if (filter.groupId) query = query.where('note.group_id', '=', filter.groupId);
  if (filter.questionId) query = query.where('note.question_id', '=', filter.questionId);
  if (filter.family) query = query.where('component.code', 'like', `${filter.family}%`);
  if (filter.state === 'sorted')
    query = query.where('component.id', 'is not', null).where('component.retired_at', 'is', null);
  if (filter.state === 'unsorted')
    query = query.where((e) => e.or([e('component.id', 'is', null), e('component.retired_at', 'is not', null)]));
  return query;
}
