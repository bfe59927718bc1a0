import { announce } from '#lib/platform/announcement.server.ts';
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { NOT_STATED } from './disclosure-block.ts';
import { requirePlaces } from './places.server.ts';
import { getRound, isPast, listAsked, stateOf, type Round } from './round.server.ts';
import type { AgeBand } from '#lib/definitions/profile.ts';
import type { KeptAnswer } from './tables.ts';

export type Respondent = Row<'respondent'>;

/** What a person says of themselves before they answer; each item may be left out. */
export interface Profile {
  readonly groupId: string | null;
  readonly neighbourhoodId: string | null;
  readonly ageBand: AgeBand | null;
}

/** Who sends, as the database knows it: made from the device's secret, so that only the device can find it again. */
export function senderOf(secret: string, roundId: string): string {
  return hashOf(`answers ${roundId} ${secret}`);
}

/**
 * Begins a person's answers to a round, or finds those they began on the same device.
 * @throws Refusal `evaluation.notOpen` outside the round's time, `evaluation.noSuchPlace`
 */
export async function beginAnswers(
  db: Db,
  facts: { territoryId: string; roundId: string; sender: string; profile: Profile; source: Respondent['source'] },
  now: number,
): Promise<string> {
  const round = await requireTaking(db, facts.territoryId, facts.roundId, now);
  await requirePlaces(db, round, facts.profile);
  // Two presses at once: the database keeps one, and both find it.
  await db
    .insertInto('respondent')
    .values({
      territory_id: facts.territoryId,
      id: randomId(),
      round_id: facts.roundId,
      sender: facts.sender,
      group_id: facts.profile.groupId,
      neighbourhood_id: facts.profile.neighbourhoodId,
      age_band: facts.profile.ageBand,
      source: facts.source,
      release: 0,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'round_id', 'sender']).doNothing())
    .execute();
  const respondent = there(await findRespondent(db, facts), 'respondent');
  return respondent.id;
}

/**
 * A person places themself on indicators: one at a time on a screen, several from a paper form. Placing oneself again
 * replaces what was there. The counts move in the same transaction. Leaves no journal entry and no time.
 * @throws Refusal `evaluation.notOpen`, or `evaluation.notAsked` when the round doesn't ask one of them
 */
export async function rateIndicators(
  db: Db,
  facts: { territoryId: string; roundId: string; sender: string; answers: ReadonlyMap<string, KeptAnswer> },
  now: number,
): Promise<void> {
  await requireTaking(db, facts.territoryId, facts.roundId, now);
  const respondent = await holdRespondent(db, facts);
  if (!respondent) throw new Refusal('evaluation.beginFirst');
  await keepAnswers(db, respondent, facts.answers, await listAnswers(db, respondent));
}

/**
 * Keeps a person's answers beside those they gave before, and moves the counts with them.
 * @throws Refusal `evaluation.notAsked` when the round doesn't ask one of them
 */
export async function keepAnswers(
  db: Db,
  respondent: Respondent,
  answers: ReadonlyMap<string, KeptAnswer>,
  before: ReadonlyMap<string, KeptAnswer>,
): Promise<void> {
  const asked = new Set(await listAsked(db, respondent.territory_id, respondent.round_id));
  for (const [versionId, answer] of answers) {
    if (!asked.has(versionId)) throw new Refusal('evaluation.notAsked');
    await placeOn(db, respondent, versionId, answer, before.get(versionId));
  }
  if (before.size === 0 && answers.size > 0) await countRespondent(db, respondent);
  announce(db, { territoryId: respondent.territory_id, unhurried: true });
}

async function placeOn(
  db: Db,
  respondent: Respondent,
  versionId: string,
  answer: KeptAnswer,
  before: KeptAnswer | undefined,
): Promise<void> {
  if (before === answer) return;
  await keepAnswer(db, respondent, versionId, answer);
  if (before !== undefined) await countOneLess(db, respondent, versionId, before);
  await countAnswer(db, respondent, versionId, answer);
}

export function findRespondent(
  db: Db,
  facts: { territoryId: string; roundId: string; sender: string },
): Promise<Respondent | undefined> {
  return db
    .selectFrom('respondent')
    .selectAll()
    .where('territory_id', '=', facts.territoryId)
    .where('round_id', '=', facts.roundId)
    .where('sender', '=', facts.sender)
    .executeTakeFirst();
}

/** A person's own answers, by indicator version: to show them what they chose, and where they stopped. */
export async function listAnswers(
  db: Db,
  respondent: Pick<Respondent, 'territory_id' | 'id'>,
): Promise<Map<string, KeptAnswer>> {
  const rows = await db
    .selectFrom('answer')
    .select(['indicator_version_id', 'answer'])
    .where('territory_id', '=', respondent.territory_id)
    .where('respondent_id', '=', respondent.id)
    .execute();
  return new Map(rows.map((row) => [row.indicator_version_id, row.answer]));
}

/** A round takes answers from its opening until the end of its last day, or until it is closed before that. */
async function requireTaking(db: Db, territoryId: string, roundId: string, now: number): Promise<Round> {
  const round = await getRound(db, territoryId, roundId);
  if (stateOf(round) !== 'open' || (await isPast(db, territoryId, round.closes_on, now)))
    throw new Refusal('evaluation.notOpen');
  return round;
}

async function keepAnswer(db: Db, respondent: Respondent, versionId: string, answer: KeptAnswer): Promise<void> {
  await db
    .insertInto('answer')
    .values({
      territory_id: respondent.territory_id,
      respondent_id: respondent.id,
      indicator_version_id: versionId,
      round_id: respondent.round_id,
      answer,
    })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'respondent_id', 'indicator_version_id']).doUpdateSet({ answer }),
    )
    .execute();
}

async function countAnswer(db: Db, of: Respondent, versionId: string, answer: KeptAnswer): Promise<void> {
  await db
    .insertInto('answer_count')
    .values({ ...cellOf(of, versionId, answer), people: 1 })
    .onConflict((conflict) => conflict.columns(CELL).doUpdateSet((e) => ({ people: e('answer_count.people', '+', 1) })))
    .execute();
}

async function countOneLess(db: Db, of: Respondent, versionId: string, answer: KeptAnswer): Promise<void> {
  const cell = cellOf(of, versionId, answer);
  await db
    .updateTable('answer_count')
    .set((e) => ({ people: e('people', '-', 1) }))
    .where((e) => e.and(CELL.map((column) => e(column, '=', cell[column]))))
    .execute();
}

const CELL = [
  'territory_id',
  'round_id',
  'indicator_version_id',
  'group_id',
  'neighbourhood_id',
  'age_band',
  'release',
  'answer',
] as const;

function cellOf(of: Respondent, versionId: string, answer: KeptAnswer) {
  return {
    territory_id: of.territory_id,
    round_id: of.round_id,
    indicator_version_id: versionId,
    group_id: of.group_id ?? NOT_STATED,
    neighbourhood_id: of.neighbourhood_id ?? NOT_STATED,
    age_band: of.age_band ?? NOT_STATED,
    release: of.release,
    answer,
  };
}

async function countRespondent(db: Db, respondent: Respondent): Promise<void> {
  await db
    .updateTable('participation_count')
    .set((e) => ({ people: e('people', '+', 1) }))
    .where('territory_id', '=', respondent.territory_id)
    .where('round_id', '=', respondent.round_id)
    .execute();
}

/** Finds the respondent and keeps others from changing their answers until the commit: an update locks on both engines. */
function holdRespondent(
  db: Db,
  facts: { territoryId: string; roundId: string; sender: string },
): Promise<Respondent | undefined> {
  return db
    .updateTable('respondent')
    .set((e) => ({ source: e.ref('source') }))
    .where('territory_id', '=', facts.territoryId)
    .where('round_id', '=', facts.roundId)
    .where('sender', '=', facts.sender)
    .returningAll()
    .executeTakeFirst();
}
