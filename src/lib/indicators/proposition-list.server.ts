import type { Db } from '#lib/platform/tables.ts';
import type { Sense } from './tables.ts';

/** The sentence that sums up a component's criteria of one sense, in one language. */
export interface Proposition {
  readonly id: string;
  readonly pathId: string;
  readonly sense: Sense;
  readonly language: string;
  /** From 1, growing with each new wording. */
  readonly number: number;
  /** Empty when it was taken back. */
  readonly text: string;
  readonly by: string | null;
  readonly at: number;
  readonly criterionIds: readonly string[];
}

/** What holds now of a path: the newest wording of each sense and language, taken back or not. */
export async function listPropositions(db: Db, territoryId: string, pathId: string): Promise<Proposition[]> {
  const history = await listPropositionHistory(db, territoryId, pathId);
  return history.filter(
    (one) => !history.some((o) => o.sense === one.sense && o.language === one.language && o.number > one.number),
  );
}

/** Every wording a path ever had, newest first. */
export async function listPropositionHistory(db: Db, territoryId: string, pathId: string): Promise<Proposition[]> {
  const rows = await wordings(db, territoryId).where('proposition.path_id', '=', pathId).execute();
  return withSources(db, territoryId, rows);
}

/** The propositions that a frozen version rests on. */
export async function listPropositionsOfVersion(
  db: Db,
  territoryId: string,
  versionId: string,
): Promise<Proposition[]> {
  const rows = await wordings(db, territoryId)
    .innerJoin('version_proposition as stood', (join) =>
      join
        .onRef('stood.territory_id', '=', 'proposition.territory_id')
        .onRef('stood.proposition_id', '=', 'proposition.id'),
    )
    .where('stood.indicator_version_id', '=', versionId)
    .execute();
  return withSources(db, territoryId, rows);
}

function wordings(db: Db, territoryId: string) {
  return db
    .selectFrom('proposition')
    .leftJoin('account', 'account.id', 'proposition.written_by')
    .select([
      'proposition.id',
      'proposition.path_id as pathId',
      'proposition.sense',
      'proposition.language',
      'proposition.number',
      'proposition.text',
      'proposition.written_at as at',
      'account.name as by',
    ])
    .where('proposition.territory_id', '=', territoryId)
    .orderBy('proposition.number', 'desc')
    .orderBy('proposition.sense');
}

async function withSources(
  db: Db,
  territoryId: string,
  rows: readonly Omit<Proposition, 'criterionIds'>[],
): Promise<Proposition[]> {
  if (rows.length === 0) return [];
  const sources = await db
    .selectFrom('proposition_source')
    .select(['proposition_id', 'criterion_id'])
    .where('territory_id', '=', territoryId)
    .where(
      'proposition_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('criterion_id')
    .execute();
  return rows.map((row) => ({
    ...row,
    criterionIds: sources.filter((source) => source.proposition_id === row.id).map((source) => source.criterion_id),
  }));
}
