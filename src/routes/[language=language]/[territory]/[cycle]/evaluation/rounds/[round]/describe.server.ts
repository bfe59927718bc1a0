import { changeBetween, type Change } from '#lib/evaluation/change.ts';
import { changesOfRank, readTwice } from '#lib/evaluation/reading.ts';
import { listIndicatorWords, type AskedIndicator } from '#lib/evaluation/asked.server.ts';
import { describeCell, type CellWords } from '#lib/evaluation/describe.ts';
import { findResults, type Result } from '#lib/evaluation/result.server.ts';
import { listRoundsOfTerritory, type Round } from '#lib/evaluation/round.server.ts';
import { byDifficulty, viewOf, type CellView } from '#lib/evaluation/view.ts';
import type { Language } from '#lib/messages/language.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { Db, Row } from '#lib/platform/tables.ts';

/** One line of a round's results: an indicator with what may be told of everybody's answers. */
export interface ResultLine {
  readonly indicator: AskedIndicator;
  readonly view: CellView;
  readonly words: CellWords;
  /** Since the round before, on the same frozen words; undefined where it can't be said. */
  readonly change: Change | undefined;
}

export interface DescribedResults {
  readonly releasedAt: number;
  readonly people: number;
  readonly leastShown: number;
  /** The released round before this one that asked some of the same. */
  readonly before: { readonly name: string } | undefined;
  /** Names of indicators whose rank would be another if each group counted the same. */
  readonly rankChanges: readonly { readonly name: string; readonly eachPerson: number; readonly eachGroup: number }[];
  /** Where it is most difficult first. */
  readonly lines: readonly ResultLine[];
}

/** A round's results in words and shares, from its latest release; undefined before the first. */
export async function describeResults(
  db: Db,
  facts: { territory: Row<'territory'>; round: Round; language: Language; t: Translate },
): Promise<DescribedResults | undefined> {
  const { territory, round, language, t } = facts;
  const released = await findResults(db, territory.id, round.id);
  if (!released) return undefined;
  const indicators = await listIndicatorWords(db, {
    territoryId: territory.id,
    versionIds: released.results.map((result) => result.versionId),
    language,
    fallback: territory.language,
  });
  const { k } = JSON.parse(released.release.rules) as { k: number };
  const before = await findBefore(db, round);
  const lineOf = (result: Result): ResultLine[] => {
    const indicator = indicators.find((one) => one.versionId === result.versionId);
    const view = viewOf(result.everybody);
    const old = before?.results.find((one) => one.versionId === result.versionId);
    const change = old && changeBetween(old.everybody, result.everybody);
    return indicator ? [{ indicator, view, words: describeCell(t, view, k), change }] : [];
  };
  return {
    releasedAt: released.release.released_at,
    people: released.release.people,
    leastShown: k,
    before: before && { name: before.round.name },
    rankChanges: listRankChanges(released.results, indicators),
    lines: byDifficulty(released.results, (result) => result.everybody).flatMap(lineOf),
  };
}

/** The round before this one whose results are released; over the cycles of the territory. */
export async function findBefore(
  db: Db,
  round: Round,
): Promise<{ round: Round; results: readonly Result[] } | undefined> {
  const rounds = await listRoundsOfTerritory(db, round.territory_id);
  const before = rounds.filter((one) => one.closed_at !== null && one.created_at < round.created_at).at(-1);
  const released = before && (await findResults(db, round.territory_id, before.id));
  return released && { round: before, results: released.results };
}

function listRankChanges(results: readonly Result[], indicators: readonly AskedIndicator[]) {
  const readings = readTwice(
    results.map(({ versionId, everybody, categories }) => ({
      versionId,
      everybody,
      groups: categories.filter((one) => one.dimension === 'group').map((one) => one.cell),
    })),
  );
  return changesOfRank(readings).map(({ versionId, eachPerson, eachGroup }) => ({
    name: indicators.find((one) => one.versionId === versionId)?.name ?? versionId,
    eachPerson: eachPerson.rank,
    eachGroup: eachGroup.rank,
  }));
}
