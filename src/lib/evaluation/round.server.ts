import { record, type Actor } from '#lib/platform/journal.server.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import { dayOf } from '#lib/platform/time.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { requireDecision } from '#lib/territory/decision.server.ts';
import { getTerritory } from '#lib/territory/territory.server.ts';
import { drawLot } from './lot.server.ts';

/**
 * Opens a round, by the body's confirmed decision.
 * @throws Refusal `cycle.closed`, `decision.needed`, `evaluation.alreadyOpened`, `evaluation.lastDayPassed` when nobody
 *   could answer
 */
export async function openRound(
  db: Db,
  facts: { territoryId: string; roundId: string; actor: Actor },
  now: number,
): Promise<void> {
  const round = await holdRound(db, facts.territoryId, facts.roundId);
  await requireOpenCycle(db, round.territory_id, round.cycle_id);
  if (round.opened_at !== null) throw new Refusal('evaluation.alreadyOpened');
  if (await isPast(db, round.territory_id, round.closes_on, now)) throw new Refusal('evaluation.lastDayPassed');
  const decision = await requireDecision(db, { ...facts, purpose: 'open-round', subjectId: openingOf(round) });
  const { least_shown } = await getTerritory(db, round.territory_id);
  await setOn(db, round, { opened_at: now, open_decision_id: decision.id, least_shown });
  await db
    .insertInto('participation_count')
    .values({ territory_id: round.territory_id, round_id: round.id, people: 0 })
    .execute();
  await recordOn(db, facts, 'round.opened', now);
}

/** What a body decides on to open a round: the round as it was last corrected, and nothing that was read before. */
export function openingOf(round: Round): string {
  return round.correction_id ?? round.id;
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
  const round = await holdRound(db, facts.territoryId, facts.roundId);
  if (round.opened_at === null || round.closed_at !== null) throw new Refusal('evaluation.notOpen');
  const decision = await requireDecision(db, { ...facts, purpose: 'close-round', subjectId: round.id });
  await setOn(db, round, { closed_at: now, close_decision_id: decision.id });
  await drawLot(db, round);
  await recordOn(db, facts, 'round.closed', now);
  return { ...round, closed_at: now };
}

export type Round = Row<'round'>;
export type RoundState = 'prepared' | 'open' | 'closed';

export function stateOf(round: Pick<Round, 'opened_at' | 'closed_at'>): RoundState {
  if (round.closed_at !== null) return 'closed';
  return round.opened_at === null ? 'prepared' : 'open';
}

/** Whether the round takes answers today: it is open, and its last day isn't over, even if no decision closed it yet. */
export function isTaking(round: Round, today: string): boolean {
  return stateOf(round) === 'open' && today <= round.closes_on;
}

/** A round as people see it: `over` is open still, but its last day has passed and it waits for its closing. */
export function stageOf(round: Round, today: string): RoundState | 'over' {
  const state = stateOf(round);
  return state === 'open' && !isTaking(round, today) ? 'over' : state;
}

/** Whether a day `YYYY-MM-DD` is over in the territory. */
export async function isPast(db: Db, territoryId: string, day: string, now: number): Promise<boolean> {
  const { time_zone } = await getTerritory(db, territoryId);
  return dayOf(now, time_zone) > day;
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

/** A round that nobody else can open, change or close before the commit: an update locks on both engines. */
export async function holdRound(db: Db, territoryId: string, id: string): Promise<Round> {
  const round = await db
    .updateTable('round')
    .set((e) => ({ name: e.ref('name') }))
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .returningAll()
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

/** How many people have answered something so far, late forms included: `countParticipants` is what may be told. */
export async function countRespondents(db: Db, territoryId: string, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('participation_count')
    .select('people')
    .where('territory_id', '=', territoryId)
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row?.people ?? 0;
}

/**
 * How many of the indicators asked fewer than `least` people have answered so far: closed now, they would show nothing.
 * "Don't know" and "not concerned" count as answers here, since of what was answered nothing may be told before the
 * closing; so there may be more of them.
 */
export async function countScarce(db: Db, round: Round, least: number): Promise<number> {
  const enough = await db
    .selectFrom('answer_count')
    .select('indicator_version_id')
    .where('territory_id', '=', round.territory_id)
    .where('round_id', '=', round.id)
    .groupBy('indicator_version_id')
    .having((e) => e(e.fn.sum<number>('people'), '>=', least))
    .execute();
  return (await listAsked(db, round.territory_id, round.id)).length - enough.length;
}

export async function setOn(db: Db, round: Round, values: Partial<Round>): Promise<void> {
  await db
    .updateTable('round')
    .set(values)
    .where('territory_id', '=', round.territory_id)
    .where('id', '=', round.id)
    .execute();
}

export function recordOn(
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
