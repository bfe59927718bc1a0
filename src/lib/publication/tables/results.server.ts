import { NOT_STATED } from '#lib/evaluation/disclosure-block.ts';
import { shownClasses, type ReleaseCell } from '#lib/evaluation/disclosure.ts';
import { findResults, type Result } from '#lib/evaluation/result.server.ts';
import { DIMENSIONS, type DimensionCode } from '#lib/evaluation/tables.ts';
import { viewOf } from '#lib/evaluation/view.ts';
import type { MessageKey } from '#lib/messages/fr.ts';
import { translator } from '#lib/messages/translate.ts';
import { listGroupNames, listNeighbourhoodNames } from '../names.server.ts';
import { publicTable, type Here } from '../table.ts';
import { listPublicVersions } from './indicators.server.ts';
import { listOpenedRounds } from './rounds.server.ts';

/**
 * Exactly what the pages of results show, from the latest release of each round and from nothing else: where a set of
 * people isn't shown its row is there, empty, with the reason.
 */
export const results = publicTable(
  'results',
  'evaluation',
  {
    round_id: 'id',
    round: 'name',
    indicator_id: 'id',
    version_id: 'id',
    component: 'name',
    indicator: 'name',
    dimension: ['everybody', ...DIMENSIONS],
    category_id: 'id',
    category: 'name',
    shown: ['levels', 'classes', 'no'],
    not_shown_because: ['few', 'protected'],
    n: 'number',
    n_1: 'number',
    n_2: 'number',
    n_3: 'number',
    n_4: 'number',
    n_5: 'number',
    n_1_to_2: 'number',
    n_4_to_5: 'number',
    dont_know: 'number',
    not_concerned: 'number',
    median: 'number',
    mean: 'number',
    up_to_release: 'number',
  },
  async (here) => {
    const versions = new Map((await listPublicVersions(here)).map((version) => [version.id, version]));
    const nameOf = await categoryNames(here);
    const released = await Promise.all(
      (await listOpenedRounds(here)).map(async (round) => {
        const found = await findResults(here.db, here.territory.id, round.id);
        return (found?.results ?? []).flatMap((result) => setsOf(result).map((set) => ({ round, result, set })));
      }),
    );
    return released.flat().map(({ round, result: { versionId }, set }) => ({
      round_id: round.id,
      round: round.name,
      indicator_id: versions.get(versionId)?.indicatorId ?? null,
      version_id: versionId,
      component: versions.get(versionId)?.component.code ?? null,
      indicator: versions.get(versionId)?.name ?? null,
      dimension: set.dimension,
      category_id: set.category,
      category: nameOf(set),
      ...countsOf(set.cell),
    }));
  },
);

/** A set of people that a row tells of. */
interface PeopleSet {
  readonly dimension: DimensionCode | 'everybody';
  readonly category: string | null;
  readonly cell: ReleaseCell;
}

function setsOf({ everybody, categories }: Result): PeopleSet[] {
  const ordered = DIMENSIONS.flatMap((dimension) => categories.filter((one) => one.dimension === dimension));
  return [{ dimension: 'everybody', category: null, cell: everybody }, ...ordered];
}

async function categoryNames(here: Here): Promise<(set: PeopleSet) => string | null> {
  const t = translator(here.language);
  const names = new Map([...(await listGroupNames(here)), ...(await listNeighbourhoodNames(here))]);
  return ({ dimension, category }) => {
    if (category === null) return null;
    const worded = dimension === 'age' || category === NOT_STATED;
    return worded ? t(`evaluation.${dimension}.${category}` as MessageKey) : (names.get(category) ?? category);
  };
}

function countsOf(cell: ReleaseCell) {
  const view = viewOf(cell);
  const shown = cell.shown === 'no' ? undefined : cell;
  const levels = cell.shown === 'levels' ? cell.levels : undefined;
  const classes = shownClasses(cell);
  return {
    shown: cell.shown,
    not_shown_because: cell.shown === 'no' ? cell.reason : null,
    n: shown?.n ?? null,
    n_1: levels?.[0] ?? null,
    n_2: levels?.[1] ?? null,
    n_3: classes?.[1] ?? null,
    n_4: levels?.[3] ?? null,
    n_5: levels?.[4] ?? null,
    n_1_to_2: classes?.[0] ?? null,
    n_4_to_5: classes?.[2] ?? null,
    dont_know: shown?.dontKnow ?? null,
    not_concerned: shown?.notConcerned ?? null,
    median: view.shown ? (view.median ?? null) : null,
    mean: view.shown ? (view.mean ?? null) : null,
    up_to_release: shown?.upTo ?? null,
  };
}
