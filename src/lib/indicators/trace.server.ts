import type { Db } from '#lib/platform/tables.ts';
import { describedCriteria, type CriterionWords } from './criterion-words.server.ts';
import { there } from '#lib/platform/refusal.ts';
import { listPropositions, listPropositionsOfVersion, type Proposition } from './proposition-list.server.ts';
import { levelsOfSense, THRESHOLDS, type Threshold } from './sense.ts';
import type { Viewer } from './visible.server.ts';
import type { LevelNumber } from './tables.ts';

/** A criterion in the trace of an indicator. */
export interface TracedCriterion extends CriterionWords {
  /** An indicator that was carried on rests on words of an earlier cycle. */
  readonly cycleId: string;
  /** A voice that says it otherwise than the others of its grouping. */
  readonly minority: boolean;
  /** The wording of the grouping it lies in; undefined where it stands for itself. */
  readonly grouping: { readonly id: string; readonly text: string; readonly language: string } | undefined;
}

/** A threshold of an indicator with what it comes from. */
export interface TracedThreshold extends Threshold {
  /** The situations that were worded from it. */
  readonly levels: readonly LevelNumber[];
  /** In whichever languages it was written; none where the threshold is missing. */
  readonly propositions: readonly Pick<Proposition, 'id' | 'language' | 'text'>[];
  readonly criteria: readonly TracedCriterion[];
  /** Further words that it sums up and that the viewer may not read, or that their authors took back. */
  readonly unread: number;
}

/**
 * From an indicator back to people's words: situations ← propositions ← criteria ← notes. A frozen version is traced
 * to the propositions that it was adopted with, a draft to those that hold now.
 */
export async function traceIndicator(
  db: Db,
  of: { territoryId: string; versionId: string },
  viewer: Viewer,
): Promise<TracedThreshold[]> {
  const propositions = (await listPropositionsOf(db, of)).filter((one) => one.text !== '');
  const ids = [...new Set(propositions.flatMap((one) => one.criterionIds))];
  const criteria = await listTracedCriteria(db, of.territoryId, ids, viewer);
  return THRESHOLDS.map((threshold) => {
    const own = propositions.filter((one) => one.sense === threshold.sense);
    const sources = new Set(own.flatMap((one) => one.criterionIds));
    const readable = criteria.filter((one) => sources.has(one.id));
    return {
      ...threshold,
      levels: levelsOfSense(threshold.sense),
      propositions: own.map(({ id, language, text }) => ({ id, language, text })),
      criteria: readable,
      unread: sources.size - readable.length,
    };
  });
}

/** The criteria that an indicator's version rests on, as far as a viewer may read them. */
export async function listCriteriaOfIndicator(
  db: Db,
  of: { territoryId: string; versionId: string },
  viewer: Viewer,
): Promise<TracedCriterion[]> {
  const thresholds = await traceIndicator(db, of, viewer);
  const byId = new Map(thresholds.flatMap((threshold) => threshold.criteria).map((one) => [one.id, one]));
  return [...byId.values()];
}

async function listPropositionsOf(
  db: Db,
  { territoryId, versionId }: { territoryId: string; versionId: string },
): Promise<Proposition[]> {
  const row = await db
    .selectFrom('indicator_version')
    .select(['path_id', 'frozen_at'])
    .where('territory_id', '=', territoryId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  const version = there(row, 'indicator version');
  return version.frozen_at === null
    ? listPropositions(db, territoryId, version.path_id)
    : listPropositionsOfVersion(db, territoryId, versionId);
}

async function listTracedCriteria(
  db: Db,
  territoryId: string,
  ids: readonly string[],
  viewer: Viewer,
): Promise<TracedCriterion[]> {
  const rows = await describedCriteria(db, territoryId, viewer)
    .leftJoin('grouping_member as member', (join) =>
      join
        .onRef('member.territory_id', '=', 'criterion.territory_id')
        .onRef('member.criterion_id', '=', 'criterion.id')
        .on('member.removed_at', 'is', null),
    )
    .select(['note.cycle_id as cycleId', 'member.minority', 'member.grouping_id as groupingId'])
    .where('criterion.id', 'in', ['', ...ids])
    .execute();
  const groupingIds = rows.flatMap((row) => row.groupingId ?? []);
  const wordings = await listNewestWordings(db, territoryId, groupingIds);
  return rows.map(({ minority, groupingId, ...criterion }) => ({
    ...criterion,
    minority: minority === 1,
    grouping: wordings.find((wording) => wording.id === groupingId),
  }));
}

async function listNewestWordings(db: Db, territoryId: string, groupingIds: readonly string[]) {
  const rows = await db
    .selectFrom('grouping_wording')
    .select(['grouping_id as id', 'text', 'language'])
    .where('territory_id', '=', territoryId)
    .where('grouping_id', 'in', ['', ...groupingIds])
    .orderBy('grouping_id')
    .orderBy('number', 'desc')
    .execute();
  return rows.filter((row, place) => row.id !== rows[place - 1]?.id);
}
