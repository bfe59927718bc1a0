import { areFrozenIn } from '#lib/indicators/frozen.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { lapseDecisions } from '#lib/territory/decision.server.ts';
import { holdRound, isPast, listAsked, openingOf, recordOn, setOn, type Round } from './round.server.ts';
import type { OfficialReading } from './tables.ts';

export interface RoundFacts {
  readonly name: string;
  /** The last day on which answers are taken, `YYYY-MM-DD`. */
  readonly closesOn: string;
  readonly officialReading: OfficialReading;
  /** Only a round drawn by lot is a sample and has confidence intervals. */
  readonly drawnByLot: boolean;
  /** Frozen versions, in the order of the grid. */
  readonly versionIds: readonly string[];
}

interface InCycle {
  readonly territoryId: string;
  readonly cycleId: string;
}

interface OnRound {
  readonly territoryId: string;
  readonly roundId: string;
  readonly actor: Actor;
}

/**
 * Prepares a round on frozen indicators. Until it opens everything can still be changed.
 * @throws Refusal `evaluation.noIndicator` without one, `evaluation.notFrozen` for a version that isn't a
 *   frozen one of the cycle's indicators, `evaluation.lastDayOver`
 */
export async function prepareRound(
  db: Db,
  facts: RoundFacts & InCycle & { actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  await requireSound(db, facts, now);
  const id = randomId();
  await db
    .insertInto('round')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      ...columnsOf(facts),
      created_at: now,
      opened_at: null,
      open_decision_id: null,
      closed_at: null,
      close_decision_id: null,
    })
    .execute();
  await ask(db, { ...facts, roundId: id });
  await recordOn(db, { ...facts, roundId: id }, 'round.prepared', now);
  return id;
}

/**
 * Corrects a round before it opens. What a body decided on it no longer counts: it decided on something else. Sent
 * without a change, it changes nothing, and the decision holds.
 * @returns whether anything changed. @throws Refusal `evaluation.alreadyOpened`, and as `prepareRound`
 */
export async function changeRound(db: Db, facts: RoundFacts & OnRound, now: number): Promise<boolean> {
  const round = await holdPrepared(db, facts);
  await requireOpenCycle(db, round.territory_id, round.cycle_id);
  await requireSound(db, { ...facts, cycleId: round.cycle_id }, now);
  if (await isAsItWas(db, round, facts)) return false;
  await setOn(db, round, { ...columnsOf(facts), correction_id: randomId() });
  await askNothing(db, round);
  await ask(db, facts);
  await lapseDecisions(db, { ...facts, subjectId: openingOf(round) }, now);
  await recordOn(db, facts, 'round.changed', now);
  return true;
}

/** Gives up a round before it opens; nobody has answered anything yet. @throws Refusal `evaluation.alreadyOpened` */
export async function discardRound(db: Db, facts: OnRound, now: number): Promise<void> {
  const round = await holdPrepared(db, facts);
  await askNothing(db, round);
  await db.deleteFrom('round').where('territory_id', '=', round.territory_id).where('id', '=', round.id).execute();
  await lapseDecisions(db, { ...facts, subjectId: openingOf(round) }, now);
  await recordOn(db, facts, 'round.discarded', now);
}

async function holdPrepared(db: Db, facts: OnRound): Promise<Round> {
  const round = await holdRound(db, facts.territoryId, facts.roundId);
  if (round.opened_at !== null) throw new Refusal('evaluation.alreadyOpened');
  return round;
}

/** The order of the indicators is the grid's, and nobody's choice: it makes no other round. */
async function isAsItWas(db: Db, round: Round, facts: RoundFacts): Promise<boolean> {
  const asked = new Set(await listAsked(db, round.territory_id, round.id));
  const sameColumns = Object.entries(columnsOf(facts)).every(([name, value]) => round[name as keyof Round] === value);
  return sameColumns && asked.symmetricDifference(new Set(facts.versionIds)).size === 0;
}

function columnsOf(facts: RoundFacts) {
  return {
    name: facts.name,
    closes_on: facts.closesOn,
    official_reading: facts.officialReading,
    drawn_by_lot: facts.drawnByLot ? (1 as const) : (0 as const),
  };
}

async function ask(db: Db, facts: RoundFacts & { territoryId: string; roundId: string }): Promise<void> {
  const asked = facts.versionIds.map((versionId, place) => ({
    territory_id: facts.territoryId,
    round_id: facts.roundId,
    indicator_version_id: versionId,
    position: place + 1,
  }));
  await db.insertInto('round_indicator').values(asked).execute();
}

async function askNothing(db: Db, round: Round): Promise<void> {
  await db
    .deleteFrom('round_indicator')
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .execute();
}

async function requireSound(db: Db, facts: RoundFacts & InCycle, now: number): Promise<void> {
  await requireFrozen(db, facts);
  if (await isPast(db, facts.territoryId, facts.closesOn, now)) throw new Refusal('evaluation.lastDayOver');
}

async function requireFrozen(db: Db, facts: RoundFacts & InCycle): Promise<void> {
  if (facts.versionIds.length === 0) throw new Refusal('evaluation.noIndicator');
  if (!(await areFrozenIn(db, facts, facts.versionIds))) throw new Refusal('evaluation.notFrozen');
}
