import { listIndicatorWords, type AskedIndicator } from '#lib/evaluation/asked.server.ts';
import { describeCell, type CellWords } from '#lib/evaluation/describe.ts';
import { findResults, type Result } from '#lib/evaluation/result.server.ts';
import type { Round } from '#lib/evaluation/round.server.ts';
import { byDifficulty, viewOf, type CellView } from '#lib/evaluation/view.ts';
import type { Language } from '#lib/messages/language.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { Db, Row } from '#lib/platform/tables.ts';

/** One line of a round's results: an indicator with what may be told of everybody's answers. */
export interface ResultLine {
  readonly indicator: AskedIndicator;
  readonly view: CellView;
  readonly words: CellWords;
}

export interface DescribedResults {
  readonly releasedAt: number;
  readonly people: number;
  readonly leastShown: number;
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
  const lineOf = (result: Result): ResultLine[] => {
    const indicator = indicators.find((one) => one.versionId === result.versionId);
    const view = viewOf(result.everybody);
    return indicator ? [{ indicator, view, words: describeCell(t, view, k) }] : [];
  };
  return {
    releasedAt: released.release.released_at,
    people: released.release.people,
    leastShown: k,
    lines: byDifficulty(released.results, (result) => result.everybody).flatMap(lineOf),
  };
}
