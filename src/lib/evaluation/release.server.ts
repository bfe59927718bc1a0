import type { Db, Row } from '#lib/platform/tables.ts';
import { announce } from '#lib/platform/announcement.server.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import { leastShownOf } from '#lib/territory/least-shown.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { disclosureRules, type DisclosureRules, type ReleaseCell } from './disclosure.ts';
import { type AnswerCell, type Publication } from './disclosure-block.ts';
import { distributionOf } from './distribution.ts';
import { findSecret, lotOf } from './lot.server.ts';
import { listPlaces } from './places.server.ts';
import { prepareRelease, type Dimension, type Release } from './release.ts';
import { countRespondents, holdRound, listAsked, type Round } from './round.server.ts';
import { AGE_BANDS } from '#lib/definitions/profile.ts';
import type { DimensionCode, KeptAnswer } from './tables.ts';

/** A release as it will be written: what may be published of each indicator. */
export interface PreparedRelease {
  readonly round: Round;
  /** 0 at closing, then 1, 2, … for late forms. */
  readonly number: number;
  readonly people: number;
  /** Forms that came in since the release before. */
  readonly late: number;
  readonly rules: DisclosureRules;
  readonly indicators: readonly { readonly versionId: string; readonly release: Release }[];
}

/**
 * Works out what may be published of a round that is closed. Reads only, and lets other requests pass between two
 * indicators; done again after a crash it comes to the same.
 * @throws Refusal `evaluation.stillOpen` before the closing, `evaluation.fewLate` with fewer than k late forms
 */
export async function prepareResults(db: Db, round: Round): Promise<PreparedRelease> {
  if (round.closed_at === null) throw new Refusal('evaluation.stillOpen');
  const rules = disclosureRules(leastShownOf(round, await getTerritory(db, round.territory_id)));
  const number = ((await findLatestRelease(db, round.territory_id, round.id))?.number ?? -1) + 1;
  const late = number === 0 ? 0 : await countLateForms(db, round);
  if (number > 0 && late < rules.k) throw new Refusal('evaluation.fewLate', { least: rules.k });
  const dimensions = await listDimensions(db, round);
  const secret = await findSecret(db, round);
  const indicators: { versionId: string; release: Release }[] = [];
  for (const versionId of await listAsked(db, round.territory_id, round.id)) {
    const cells = await listCells(db, round, versionId, dimensions);
    const published = await listPublished(db, round, versionId, number - 1);
    const lot = secret === undefined ? undefined : lotOf(secret, versionId);
    indicators.push({ versionId, release: prepareRelease({ dimensions, cells, published }, number, rules, lot) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const people = await countRespondents(db, round.territory_id, round.id);
  return { round, number, people, late, rules, indicators };
}

/**
 * Writes a prepared release into the release tables. Pages, exports and interfaces read these tables and nothing else.
 * Publishing it twice changes nothing.
 * @throws Refusal `evaluation.lateChanged` when a late form came in since it was prepared: by the next release, whatever
 *   had not been in this one would be told as a difference
 */
export async function publishResults(db: Db, prepared: PreparedRelease, now: number): Promise<void> {
  const { round, number } = prepared;
  await holdRound(db, round.territory_id, round.id);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('release')
    .values({
      territory_id: round.territory_id,
      round_id: round.id,
      number,
      released_at: now,
      people: prepared.people,
      rules: JSON.stringify(prepared.rules),
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'round_id', 'number']).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  if ((await countForms(db, round, number)) !== prepared.late) throw new Refusal('evaluation.lateChanged');
  for (const { versionId, release } of prepared.indicators) await keepRelease(db, round, number, versionId, release);
  announce(db, { territoryId: round.territory_id });
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

/**
 * How many people a round may be said to have: those who answered so far, and from its closing on those of its latest
 * release, so that a late form isn't told by a difference of one.
 */
export async function countParticipants(db: Db, round: Round): Promise<number> {
  const release = round.closed_at === null ? undefined : await findLatestRelease(db, round.territory_id, round.id);
  return release?.people ?? countRespondents(db, round.territory_id, round.id);
}

/** How many forms came in since the latest release and wait for a later one; 0 before the first. */
export async function countLateForms(db: Db, round: Round): Promise<number> {
  const latest = await findLatestRelease(db, round.territory_id, round.id);
  return latest ? countForms(db, round, latest.number + 1) : 0;
}

/** Late forms by the release that is the first to look at them; those in by closing aren't counted. */
async function countForms(db: Db, round: Round, number: number): Promise<number> {
  const { forms } = await db
    .selectFrom('respondent')
    .select((e) => e.fn.countAll<number>().as('forms'))
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .where('release', '>', 0)
    .where('release', '=', number)
    .executeTakeFirstOrThrow();
  return Number(forms);
}

/** The ways people are grouped in a round's results: the cycle's groups, the neighbourhoods, the age bands. */
async function listDimensions(db: Db, round: Round): Promise<Dimension[]> {
  const { groups, neighbourhoods } = await listPlaces(db, round);
  const dimension = (code: DimensionCode, categories: readonly string[]): Dimension => ({ code, groups: categories });
  return [
    dimension(
      'group',
      groups.map((one) => one.id),
    ),
    dimension(
      'neighbourhood',
      neighbourhoods.map((one) => one.id),
    ),
    dimension('age', AGE_BANDS),
  ];
}

/** The finest counts of one indicator, as `prepareRelease` wants them. */
async function listCells(
  db: Db,
  round: Round,
  versionId: string,
  dimensions: readonly Dimension[],
): Promise<AnswerCell[]> {
  const rows = await db
    .selectFrom('answer_count')
    .selectAll()
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .where('indicator_version_id', '=', versionId)
    .where('people', '>', 0)
    .execute();
  const byCell = Map.groupBy(rows, (row) => [row.group_id, row.neighbourhood_id, row.age_band, row.release].join(' '));
  return [...byCell.values()].map((cell) => cellOf(cell, dimensions));
}

function cellOf(rows: Row<'answer_count'>[], dimensions: readonly Dimension[]): AnswerCell {
  const [first] = rows;
  const count = (answer: KeptAnswer) => rows.find((row) => row.answer === answer)?.people ?? 0;
  const levels = (['1', '2', '3', '4', '5'] as const).map(count);
  const stated = { group: first?.group_id, neighbourhood: first?.neighbourhood_id, age: first?.age_band };
  // A category that isn't one of the round's is as if it had not been stated: no row keeps the others from being told.
  const known = ([code, category]: [string, string | null | undefined]) =>
    category && dimensions.some((one) => one.code === code && one.groups.includes(category));
  return {
    groups: Object.fromEntries(Object.entries(stated).filter(known)) as Record<string, string>,
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
