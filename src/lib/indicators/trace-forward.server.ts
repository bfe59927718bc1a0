import { there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { describedCriteria, type CriterionWords } from './criterion-words.server.ts';
import type { Viewer } from './visible.server.ts';
import type { CriterionPolarity, Sense } from './tables.ts';

/** What became of a criterion in step 2. */
export interface CriterionTrace {
  readonly criterion: CriterionWords & { readonly cycleId: string };
  /** Where it lies; undefined while nobody has sorted it. */
  readonly place:
    | {
        readonly componentId: string;
        readonly code: string;
        readonly sense: Sense;
        readonly polarity: CriterionPolarity;
      }
    | undefined;
  /** The grouping that it was put in with others; its wording as it was agreed last. */
  readonly grouping:
    { readonly id: string; readonly text: string; readonly language: string; readonly minority: boolean } | undefined;
  /** The propositions that sum it up and hold, or that a frozen version rests on. */
  readonly propositions: readonly {
    readonly id: string;
    readonly sense: Sense;
    readonly text: string;
    readonly language: string;
    /** Whether anyone may read it: an indicator that rests on it is discussed or adopted. */
    readonly open: boolean;
  }[];
  /** Versions of indicators that rest on it: frozen ones, and drafts that are open to remarks. */
  readonly versionIds: readonly string[];
}

/** From a criterion forward. @throws NotThere unless the viewer may read it */
export async function traceCriterion(
  db: Db,
  of: { territoryId: string; criterionId: string },
  viewer: Viewer,
): Promise<CriterionTrace> {
  const { territoryId, criterionId } = of;
  const row = await describedCriteria(db, territoryId, viewer)
    .select('note.cycle_id as cycleId')
    .where('criterion.id', '=', criterionId)
    .executeTakeFirst();
  const propositions = await listPropositionsWith(db, territoryId, [criterionId]);
  const resting = await listVersionsResting(db, territoryId, propositions);
  return {
    criterion: there(row, 'criterion'),
    place: await findPlace(db, territoryId, criterionId),
    grouping: await findGroupingOf(db, territoryId, criterionId),
    propositions: propositions.map(({ id, sense, text, language, pathId, adopted }) => ({
      ...{ id, sense, text, language },
      open: adopted || resting.discussedPaths.includes(pathId),
    })),
    versionIds: resting.versionIds,
  };
}

/**
 * Which versions of indicators rest on some criteria: what became of somebody's words. Tells nothing of the words, so
 * that whoever holds the ids may know it.
 */
export async function listVersionsOfCriteria(
  db: Db,
  territoryId: string,
  criterionIds: readonly string[],
): Promise<string[]> {
  const propositions = await listPropositionsWith(db, territoryId, criterionIds);
  return (await listVersionsResting(db, territoryId, propositions)).versionIds;
}

function findPlace(db: Db, territoryId: string, criterionId: string) {
  return db
    .selectFrom('criterion_place as place')
    .innerJoin('classification', (join) =>
      join
        .onRef('classification.territory_id', '=', 'place.territory_id')
        .onRef('classification.id', '=', 'place.classification_id'),
    )
    .innerJoin('component', (join) =>
      join
        .onRef('component.territory_id', '=', 'classification.territory_id')
        .onRef('component.id', '=', 'classification.component_id'),
    )
    .select(['component.id as componentId', 'component.code', 'classification.sense', 'classification.polarity'])
    .where('place.territory_id', '=', territoryId)
    .where('place.criterion_id', '=', criterionId)
    .executeTakeFirst();
}

async function findGroupingOf(db: Db, territoryId: string, criterionId: string) {
  const row = await db
    .selectFrom('grouping_member as member')
    .innerJoin('grouping_wording as wording', (join) =>
      join
        .onRef('wording.territory_id', '=', 'member.territory_id')
        .onRef('wording.grouping_id', '=', 'member.grouping_id'),
    )
    .select(['member.grouping_id as id', 'member.minority', 'wording.text', 'wording.language'])
    .where('member.territory_id', '=', territoryId)
    .where('member.criterion_id', '=', criterionId)
    .where('member.removed_at', 'is', null)
    .orderBy('wording.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, minority: row.minority === 1 };
}

interface PropositionWith {
  readonly id: string;
  readonly pathId: string;
  readonly sense: Sense;
  readonly text: string;
  readonly language: string;
  /** Whether it is the newest wording of its sense and language. */
  readonly holds: boolean;
  readonly adopted: boolean;
}

async function listPropositionsWith(
  db: Db,
  territoryId: string,
  criterionIds: readonly string[],
): Promise<PropositionWith[]> {
  const rows = await db
    .selectFrom('proposition')
    .select((e) => [
      'proposition.id',
      'proposition.path_id as pathId',
      'proposition.sense',
      'proposition.text',
      'proposition.language',
      e
        .selectFrom('proposition as later')
        .select((l) => l.fn.countAll<number>().as('count'))
        .whereRef('later.territory_id', '=', 'proposition.territory_id')
        .whereRef('later.path_id', '=', 'proposition.path_id')
        .whereRef('later.sense', '=', 'proposition.sense')
        .whereRef('later.language', '=', 'proposition.language')
        .whereRef('later.number', '>', 'proposition.number')
        .as('later'),
      e
        .selectFrom('version_proposition as stood')
        .select((s) => s.fn.countAll<number>().as('count'))
        .whereRef('stood.territory_id', '=', 'proposition.territory_id')
        .whereRef('stood.proposition_id', '=', 'proposition.id')
        .as('stood'),
    ])
    .where('proposition.territory_id', '=', territoryId)
    .where('proposition.id', 'in', (e) =>
      e
        .selectFrom('proposition_source')
        .select('proposition_source.proposition_id')
        .where('proposition_source.territory_id', '=', territoryId)
        .where('proposition_source.criterion_id', 'in', ['', ...criterionIds]),
    )
    .where('proposition.text', '!=', '')
    .orderBy('proposition.sense')
    .execute();
  return rows
    .map(({ later, stood, ...row }) => ({ ...row, holds: Number(later) === 0, adopted: Number(stood) > 0 }))
    .filter((row) => row.holds || row.adopted);
}

async function listVersionsResting(
  db: Db,
  territoryId: string,
  propositions: readonly PropositionWith[],
): Promise<{ versionIds: string[]; discussedPaths: string[] }> {
  const frozen = await db
    .selectFrom('version_proposition')
    .select('indicator_version_id as id')
    .distinct()
    .where('territory_id', '=', territoryId)
    .where('proposition_id', 'in', ['', ...propositions.map((one) => one.id)])
    .execute();
  const discussed = await db
    .selectFrom('indicator_version')
    .select(['id', 'path_id'])
    .where('territory_id', '=', territoryId)
    .where('path_id', 'in', ['', ...propositions.filter((one) => one.holds).map((one) => one.pathId)])
    .where('frozen_at', 'is', null)
    .where('discussed_at', 'is not', null)
    .execute();
  return {
    versionIds: [...frozen, ...discussed].map((row) => row.id),
    discussedPaths: discussed.map((row) => row.path_id),
  };
}
