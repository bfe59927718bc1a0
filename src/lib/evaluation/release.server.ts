import type { Db, Row } from '#lib/platform/tables.ts';
import { listGroups } from '#lib/territory/group.server.ts';
import { listNeighbourhoods } from '#lib/territory/neighbourhood.server.ts';
import { disclosureRules, type ReleaseCell } from './disclosure.ts';
import { NOT_STATED, type AnswerCell, type Publication } from './disclosure-block.ts';
import { distributionOf } from './distribution.ts';
import { prepareRelease, type Dimension, type Release } from './release.ts';
import { countRespondents, listAsked, type Round } from './round.server.ts';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import type { DimensionCode, KeptAnswer } from './tables.ts';

/**
 * Writes a round's results into the release tables, once for each release: number 0 at closing, then 1, 2, … for late
 * forms. Pages, exports and interfaces read these tables and nothing else.
 */
export async function releaseRound(db: Db, facts: { round: Round; leastShown: number }, now: number): Promise<number> {
  const { round } = facts;
  const rules = disclosureRules(facts.leastShown);
  const number = ((await findLatestRelease(db, round.territory_id, round.id))?.number ?? -1) + 1;
  await db
    .insertInto('release')
    .values({
      territory_id: round.territory_id,
      round_id: round.id,
      number,
      released_at: now,
      people: await countRespondents(db, round.territory_id, round.id),
      rules: JSON.stringify(rules),
    })
    .execute();
  const dimensions = await listDimensions(db, round);
  for (const versionId of await listAsked(db, round.territory_id, round.id)) {
    const cells = await listCells(db, round, versionId);
    const published = await listPublished(db, round, versionId, number - 1);
    await keepRelease(db, round, number, versionId, prepareRelease({ dimensions, cells, published }, number, rules));
  }
  return number;
}

export function findLatestRelease(db: Db, territoryId: string, roundId: string): Promise<Row<'release'> | undefined> {
  return db
    .selectFrom('release')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('round_id', '=', roundId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The ways people are grouped in a round's results: the cycle's groups, the neighbourhoods, the age bands. */
async function listDimensions(db: Db, round: Round): Promise<Dimension[]> {
  const groups = await listGroups(db, round.territory_id, round.cycle_id);
  const neighbourhoods = await listNeighbourhoods(db, round.territory_id);
  const dimension = (code: DimensionCode, categories: readonly string[]): Dimension => ({ code, groups: categories });
  return [
    dimension(
      'group',
      groups.filter((group) => group.kind !== 'rainbow').map((group) => group.id),
    ),
    dimension(
      'neighbourhood',
      neighbourhoods.map((one) => one.id),
    ),
    dimension('age', AGE_BANDS),
  ];
}

/** The finest counts of one indicator, as `prepareRelease` wants them. */
async function listCells(db: Db, round: Round, versionId: string): Promise<AnswerCell[]> {
  const rows = await db
    .selectFrom('answer_count')
    .selectAll()
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .where('indicator_version_id', '=', versionId)
    .where('people', '>', 0)
    .execute();
  const byCell = Map.groupBy(rows, (row) => [row.group_id, row.neighbourhood_id, row.age_band, row.release].join(' '));
  return [...byCell.values()].map(cellOf);
}

function cellOf(rows: Row<'answer_count'>[]): AnswerCell {
  const [first] = rows;
  const count = (answer: KeptAnswer) => rows.find((row) => row.answer === answer)?.people ?? 0;
  const levels = (['1', '2', '3', '4', '5'] as const).map(count);
  const stated = {
    group: first?.group_id ?? NOT_STATED,
    neighbourhood: first?.neighbourhood_id ?? NOT_STATED,
    age: first?.age_band ?? NOT_STATED,
  };
  return {
    groups: Object.fromEntries(Object.entries(stated).filter(([, category]) => category !== NOT_STATED)),
    release: first?.release ?? 0,
    distribution: distributionOf(levels, count('dont-know'), count('not-concerned')),
  };
}

async function listPublished(db: Db, round: Round, versionId: string, number: number): Promise<Publication[]> {
  const row = await db
    .selectFrom('release_mark')
    .select('published')
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .where('indicator_version_id', '=', versionId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? (JSON.parse(row.published) as Publication[]) : [];
}

async function keepRelease(db: Db, round: Round, number: number, versionId: string, release: Release): Promise<void> {
  const place = {
    territory_id: round.territory_id,
    round_id: round.id,
    number,
    indicator_version_id: versionId,
  };
  const groups = release.dimensions.flatMap((dimension) =>
    dimension.groups.map(({ group, cell }) => ({
      ...place,
      dimension: dimension.code as DimensionCode,
      category: group,
      ...columnsOf(cell),
    })),
  );
  await db
    .insertInto('release_cell')
    .values([{ ...place, dimension: '', category: '', ...columnsOf(release.everybody) }, ...groups])
    .execute();
  await db
    .insertInto('release_mark')
    .values({ ...place, published: JSON.stringify(release.published) })
    .execute();
}

function columnsOf(cell: ReleaseCell) {
  if (cell.shown === 'no') {
    return {
      shown: cell.shown,
      reason: cell.reason,
      n: null,
      counts: null,
      dont_know: null,
      not_concerned: null,
      up_to: null,
    };
  }
  return {
    shown: cell.shown,
    reason: null,
    n: cell.n,
    counts: JSON.stringify(cell.shown === 'levels' ? cell.levels : cell.classes),
    dont_know: cell.dontKnow,
    not_concerned: cell.notConcerned,
    up_to: cell.upTo,
  };
}
