import { describeCell, type CellWords } from '#lib/evaluation/describe.ts';
import { findResults } from '#lib/evaluation/result.server.ts';
import { getRound, listRounds } from '#lib/evaluation/round.server.ts';
import { viewOf, type CellView } from '#lib/evaluation/view.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { Db } from '#lib/platform/tables.ts';

/** What everybody answered to one indicator in a closed round. */
export interface ResultHere {
  readonly roundId: string;
  readonly roundName: string;
  readonly href: string;
  readonly view: CellView;
  readonly words: CellWords;
}

/** The result that gave rise to an objective; undefined while nothing is released. @throws NotThere */
export async function findResultHere(
  db: Db,
  facts: { territoryId: string; roundId: string; versionId: string; base: string; t: Translate },
): Promise<ResultHere | undefined> {
  const { territoryId, roundId, versionId, base, t } = facts;
  const round = await getRound(db, territoryId, roundId);
  const released = await findResults(db, territoryId, roundId);
  const result = released?.results.find((one) => one.versionId === versionId);
  if (!released || !result) return undefined;
  const { k } = JSON.parse(released.release.rules) as { k: number };
  const view = viewOf(result.everybody);
  return {
    roundId: round.id,
    roundName: round.name,
    href: `${base}/evaluation/rounds/${round.id}/indicators/${versionId}`,
    view,
    words: describeCell(t, view, k),
  };
}

/** The result of the cycle's latest round that asked this version; undefined while none is released. */
export async function findLatestResult(
  db: Db,
  facts: { territoryId: string; cycleId: string; versionId: string; base: string; t: Translate },
): Promise<ResultHere | undefined> {
  const rounds = await listRounds(db, facts.territoryId, facts.cycleId);
  for (const { id } of rounds.filter((round) => round.closed_at !== null)) {
    const result = await findResultHere(db, { ...facts, roundId: id });
    if (result) return result;
  }
  return undefined;
}
