import type { AgeBand } from '#lib/definitions/profile.ts';
import { NOT_STATED } from '#lib/evaluation/disclosure-block.ts';
import type { ReleaseCell } from '#lib/evaluation/disclosure.ts';
import { findResults, type Result } from '#lib/evaluation/result.server.ts';
import { DIMENSIONS, type DimensionCode } from '#lib/evaluation/tables.ts';
import { translator } from '#lib/messages/translate.ts';
import { COUNT_COLUMNS, countsOf } from '../counts.ts';
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
    ...COUNT_COLUMNS,
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
      up_to_release: set.cell.shown === 'no' ? null : set.cell.upTo,
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
  const notStated = {
    everybody: '',
    group: t('evaluation.group.not-stated'),
    neighbourhood: t('evaluation.neighbourhood.not-stated'),
    age: t('evaluation.age.not-stated'),
  };
  return ({ dimension, category }) => {
    if (category === null) return null;
    if (category === NOT_STATED) return notStated[dimension];
    return dimension === 'age' ? t(`evaluation.age.${category as AgeBand}`) : (names.get(category) ?? category);
  };
}
