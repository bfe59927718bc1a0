import { expressionBuilder } from 'kysely';
import { there } from '#lib/platform/refusal.ts';
import type { Db, Tables } from '#lib/platform/tables.ts';
import type { Polarity } from '#lib/territory/tables.ts';
import { isShown } from './shown.server.ts';
import './tables.ts';

/** A unit of meaning said by one person, approved by their group and cleared for publication: the material of step 2. */
export interface Criterion {
  readonly id: string;
  readonly noteId: string;
  readonly groupId: string;
  readonly questionId: string;
  readonly polarity: Polarity;
  readonly language: string;
  /** Verbatim: the whole note, or a part of it. */
  readonly words: string;
}

export interface CriterionFilter {
  readonly cycleId: string;
  readonly groupId?: string | undefined;
  readonly questionId?: string | undefined;
  readonly polarity?: Polarity | undefined;
}

/**
 * The criteria of a cycle that everyone may read, in an order that tells nothing: approved, cleared by a decision, and
 * neither withdrawn, erased, hidden nor kept to the group by their author. `page` counts from 1.
 */
export function listCriteria(
  db: Db,
  territoryId: string,
  filter: CriterionFilter,
  page?: { readonly number: number; readonly size: number },
): Promise<Criterion[]> {
  return published(db, territoryId, filter)
    .select(COLUMNS)
    .orderBy('criterion.id')
    .$if(page !== undefined, (query) =>
      query.limit(page?.size ?? 1).offset(((page?.number ?? 1) - 1) * (page?.size ?? 1)),
    )
    .execute();
}

export async function countCriteria(db: Db, territoryId: string, filter: Partial<CriterionFilter>): Promise<number> {
  const { criteria } = await published(db, territoryId, filter)
    .select((e) => e.fn.countAll<number>().as('criteria'))
    .executeTakeFirstOrThrow();
  return Number(criteria);
}

/** One criterion that everyone may read. @throws NotThere */
export async function getCriterion(db: Db, territoryId: string, id: string): Promise<Criterion & { cycleId: string }> {
  const row = await published(db, territoryId, {})
    .select([...COLUMNS, 'note.cycle_id as cycleId'])
    .where('criterion.id', '=', id)
    .executeTakeFirst();
  return there(row, 'criterion');
}

/**
 * Criteria by id, as a walk back from a result meets them: `words` is undefined where they were withdrawn, erased,
 * hidden, kept to the group or are no longer approved. The rows stay, so that counts stay true.
 */
export async function listCriteriaById(
  db: Db,
  territoryId: string,
  ids: readonly string[],
): Promise<(Omit<Criterion, 'words'> & { words: string | undefined })[]> {
  const rows = await criteria(db, territoryId)
    .leftJoin('note_publication', (join) =>
      join
        .onRef('note_publication.territory_id', '=', 'criterion.territory_id')
        .onRef('note_publication.criterion_id', '=', 'criterion.id'),
    )
    .select(COLUMNS)
    .select(['criterion.undone_at', 'note.kept_to_group_at', 'note_publication.published_at'])
    .select((e) => e.case().when(isShown(expressionBuilder<Tables, 'note'>())).then(1).else(0).end().as('shown'))
    .where('criterion.id', 'in', ['', ...ids])
    .orderBy('criterion.id')
    .execute();
  return rows.map(({ undone_at, kept_to_group_at, published_at, shown, words, ...criterion }) => {
    const free = shown === 1 && undone_at === null && kept_to_group_at === null && published_at !== null;
    return { ...criterion, words: free ? words : undefined };
  });
}

const COLUMNS = [
  'criterion.id',
  'criterion.note_id as noteId',
  'note.group_id as groupId',
  'note.question_id as questionId',
  'question.polarity',
  'note.language',
  'criterion.words',
] as const;

function published(db: Db, territoryId: string, filter: Partial<CriterionFilter>) {
  return criteria(db, territoryId)
    .innerJoin('note_publication', (join) =>
      join
        .onRef('note_publication.territory_id', '=', 'criterion.territory_id')
        .onRef('note_publication.criterion_id', '=', 'criterion.id'),
    )
    .where('criterion.undone_at', 'is', null)
    .where('note.kept_to_group_at', 'is', null)
    .where(isShown(expressionBuilder<Tables, 'note'>()))
    .$if(filter.cycleId !== undefined, (query) => query.where('note.cycle_id', '=', filter.cycleId ?? ''))
    .$if(filter.groupId !== undefined, (query) => query.where('note.group_id', '=', filter.groupId ?? ''))
    .$if(filter.questionId !== undefined, (query) => query.where('note.question_id', '=', filter.questionId ?? ''))
    .$if(filter.polarity !== undefined, (query) => query.where('question.polarity', '=', filter.polarity ?? 'other'));
}

function criteria(db: Db, territoryId: string) {
  return db
    .selectFrom('criterion')
    .innerJoin('note', (join) =>
      join.onRef('note.territory_id', '=', 'criterion.territory_id').onRef('note.id', '=', 'criterion.note_id'),
    )
    .innerJoin('question', (join) =>
      join.onRef('question.territory_id', '=', 'note.territory_id').onRef('question.id', '=', 'note.question_id'),
    )
    .where('criterion.territory_id', '=', territoryId);
}
