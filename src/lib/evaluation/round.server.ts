import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { requireDecision } from '#lib/territory/decision.server.ts';
import { drawLot } from './lot.server.ts';
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

/**
 * Prepares a round on frozen indicators. Until it opens everything can still be changed.
 * @throws Refusal `evaluation.noIndicator` without one, `evaluation.notFrozen` for a version that isn't frozen
 */
export async function prepareRound(
  db: Db,
  facts: RoundFacts & { territoryId: string; cycleId: string; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  await requireFrozen(db, facts.territoryId, facts.versionIds);
  const id = randomId();
  await db
    .insertInto('round')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      name: facts.name,
      closes_on: facts.closesOn,
      official_reading: facts.officialReading,
      drawn_by_lot: facts.drawnByLot ? 1 : 0,
      created_at: now,
      opened_at: null,
      open_decision_id: null,
      closed_at: null,
      close_decision_id: null,
    })
    .execute();
  const asked = facts.versionIds.map((versionId, place) => ({
    territory_id: facts.territoryId,
    round_id: id,
    indicator_version_id: versionId,
    position: place + 1,
  }));
  await db.insertInto('round_indicator').values(asked).execute();
  await recordOn(db, { ...facts, roundId: id }, 'round.prepared', now);
  return id;
}

/** Opens a round, by the body's confirmed decision. @throws Refusal `decision.needed`, `evaluation.alreadyOpened` */
export async function openRound(
  db: Db,
  facts: { territoryId: string; roundId: string; actor: Actor },
  now: number,
): Promise<void> {
  const round = await getRound(db, facts.territoryId, facts.roundId);
  if (round.opened_at !== null) throw new Refusal('evaluation.alreadyOpened');
  const decision = await requireDecision(db, { ...facts, purpose: 'open-round', subjectId: round.id });
  await setOn(db, round, { opened_at: now, open_decision_id: decision.id });
  await db
    .insertInto('participation_count')
    .values({ territory_id: round.territory_id, round_id: round.id, people: 0 })
    .execute();
  await recordOn(db, facts, 'round.opened', now);
}

/**
 * Ends the taking of answers, by the body's confirmed decision, and draws the round's lot. The results come next:
 * `prepareResults`, `publishResults`.
 */
export async function endRound(
  db: Db,
  facts: { territoryId: string; roundId: string; actor: Actor },
  now: number,
): Promise<Round> {
  const round = await getRound(db, facts.territoryId, facts.roundId);
  if (round.opened_at === null || round.closed_at !== null) throw new Refusal('evaluation.notOpen');
  const decision = await requireDecision(db, { ...facts, purpose: 'close-round', subjectId: round.id });
  await setOn(db, round, { closed_at: now, close_decision_id: decision.id });
  await drawLot(db, round);
  await recordOn(db, facts, 'round.closed', now);
  return { ...round, closed_at: now };
}

export type Round = Row<'round'>;
export type RoundState = 'prepared' | 'open' | 'closed';

/** A round also stops taking answers after its last day, even before a decision closes it. */
export function stateOf(round: Pick<Round, 'opened_at' | 'closed_at'>): RoundState {
  if (round.closed_at !== null) return 'closed';
  return round.opened_at === null ? 'prepared' : 'open';
}

export async function getRound(db: Db, territoryId: string, id: string): Promise<Round> {
  const round = await db
    .selectFrom('round')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return there(round, 'round');
}

/** The rounds of a cycle, the latest first. */
export function listRounds(db: Db, territoryId: string, cycleId: string): Promise<Round[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .orderBy('created_at', 'desc')
    .execute();
}

/** All rounds of a territory over its cycles, oldest first: what can be compared. */
export function listRoundsOfTerritory(db: Db, territoryId: string): Promise<Round[]> {
  return db.selectFrom('round').selectAll().where('territory_id', '=', territoryId).orderBy('created_at').execute();
}

/** The frozen versions that a round asks, in its order. */
export async function listAsked(db: Db, territoryId: string, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('round_indicator')
    .select('indicator_version_id')
    .where('territory_id', '=', territoryId)
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.indicator_version_id);
}

/** How many people have answered something so far. */
export async function countRespondents(db: Db, territoryId: string, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('participation_count')
    .select('people')
    .where('territory_id', '=', territoryId)
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row?.people ?? 0;
}

async function requireFrozen(db: Db, territoryId: string, versionIds: readonly string[]): Promise<void> {
  if (versionIds.length === 0) throw new Refusal('evaluation.noIndicator');
  const frozen = await db
    .selectFrom('indicator_version')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('id', 'in', [...versionIds])
    .where('frozen_at', 'is not', null)
    .execute();
  if (frozen.length !== new Set(versionIds).size) throw new Refusal('evaluation.notFrozen');
}

async function setOn(db: Db, round: Round, values: Partial<Round>): Promise<void> {
  await db
    .updateTable('round')
    .set(values)
    .where('territory_id', '=', round.territory_id)
    .where('id', '=', round.id)
    .execute();
}

function recordOn(
  db: Db,
  facts: { territoryId: string; roundId: string; actor: Actor },
  verb: string,
  now: number,
): Promise<void> {
  return record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['round', facts.roundId] },
    now,
  );
}
