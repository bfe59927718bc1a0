import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db } from '#lib/platform/tables.ts';
import { getBody } from './body.server.ts';
import { requireSecondSeat } from './seat.server.ts';

/**
 * What needs a body's decision and a second person. `general` decisions are only told: objectives, calendar, …
 */
export const PURPOSES = [
  'general',
  'adopt-indicator',
  'retire-indicator',
  'open-round',
  'close-round',
  'publish-words',
  'open-vote',
  'close-vote',
  'agree-objective',
  'sign-pact',
  'close-cycle',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface DecisionFacts {
  /** As the sender made it: sent again it is the same decision. */
  readonly id?: string;
  readonly territoryId: string;
  readonly bodyId: string;
  /** `YYYY-MM-DD`, the day the body took it. */
  readonly decidedOn: string;
  readonly title: string;
  readonly text: string;
  readonly purpose: Purpose;
  /** What it is about: the indicator, the round, the vote…; null for a general decision. */
  readonly subjectId: string | null;
  /** How many were for it, against it, abstained; where the body counted. */
  readonly tally?: { readonly inFavour: number; readonly against: number; readonly abstained: number };
  /** What those say who did not agree. */
  readonly dissent?: string;
  readonly actor: Actor;
}

/** Enters a decision into the body's public log. It has no effect until a second person confirms it. */
export async function recordDecision(db: Db, facts: DecisionFacts, now: number): Promise<string> {
  await getBody(db, facts.territoryId, facts.bodyId);
  const id = facts.id ?? randomId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('decision')
    .values({
      territory_id: facts.territoryId,
      id,
      body_id: facts.bodyId,
      decided_on: facts.decidedOn,
      title: facts.title,
      text: facts.text,
      purpose: facts.purpose,
      subject_id: facts.subjectId,
      in_favour: facts.tally?.inFavour ?? null,
      against: facts.tally?.against ?? null,
      abstained: facts.tally?.abstained ?? null,
      dissent: facts.dissent ?? '',
      recorded_by: facts.actor.id,
      recorded_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return id;
  await record(
    db,
    { territoryId: facts.territoryId, actor: facts.actor, verb: 'decision.recorded', subject: ['decision', id] },
    now,
  );
  return id;
}

/**
 * The second person: whoever has a seat in the body now, other than who recorded it. Confirming twice changes nothing.
 * @throws Refusal `decision.samePerson` when it is the same person, `decision.withdrawn`; those of `requireSecondSeat`
 * @throws NotThere when the account has no seat in the body
 */
export async function confirmDecision(
  db: Db,
  facts: { territoryId: string; decisionId: string; accountId: string; actor: Actor },
  now: number,
): Promise<void> {
  const decision = await getDecision(db, facts.territoryId, facts.decisionId);
  if (decision.recorded_by === facts.accountId) throw new Refusal('decision.samePerson');
  await requireSecondSeat(db, { ...facts, bodyId: decision.body_id, recordedBy: decision.recorded_by }, now);
  if (decision.withdrawn_at !== null) throw new Refusal('decision.withdrawn');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('decision_confirmation')
    .values({
      territory_id: facts.territoryId,
      decision_id: facts.decisionId,
      confirmed_by: facts.accountId,
      confirmed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  const subject = ['decision', facts.decisionId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'decision.confirmed', subject }, now);
}

/**
 * Takes back a decision that was entered wrongly, by whoever entered it; the log keeps telling that it was there.
 * @throws Refusal `decision.confirmed` once a second person has confirmed it
 */
export async function withdrawDecision(
  db: Db,
  facts: { territoryId: string; decisionId: string; actor: Actor },
  now: number,
): Promise<void> {
  const decision = await getDecision(db, facts.territoryId, facts.decisionId);
  if (decision.confirmed_at !== null) throw new Refusal('decision.confirmed');
  if (decision.withdrawn_at !== null) return;
  await db
    .updateTable('decision')
    .set({ withdrawn_by: facts.actor.id, withdrawn_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', facts.decisionId)
    .execute();
  const subject = ['decision', facts.decisionId] as const;
  await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'decision.withdrawn', subject }, now);
}

/**
 * What was decided on something no longer counts once it is changed: it was decided on as it stood. The log keeps
 * telling it.
 */
export async function lapseDecisions(
  db: Db,
  facts: { territoryId: string; subjectId: string; actor: Actor },
  now: number,
): Promise<void> {
  const lapsed = await db
    .updateTable('decision')
    .set({ withdrawn_by: facts.actor.id, withdrawn_at: now })
    .where('territory_id', '=', facts.territoryId)
    .where('subject_id', '=', facts.subjectId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of lapsed) {
    const subject = ['decision', id] as const;
    await record(db, { territoryId: facts.territoryId, actor: facts.actor, verb: 'decision.lapsed', subject }, now);
  }
}

/**
 * The confirmed decision that allows an act; commands that need one call this first.
 * @throws Refusal `decision.needed` when the body has taken none, or nobody has confirmed it yet
 */
export async function requireDecision(
  db: Db,
  facts: { territoryId: string; purpose: Purpose; subjectId: string },
): Promise<{ id: string; bodyId: string }> {
  const decision = await findConfirmed(db, facts);
  if (!decision) throw new Refusal('decision.needed');
  return { id: decision.id, bodyId: decision.body_id };
}

/** The decision on a subject that was confirmed last. */
export function findConfirmed(db: Db, facts: { territoryId: string; purpose: Purpose; subjectId: string }) {
  return decisions(db, facts.territoryId)
    .where('decision.purpose', '=', facts.purpose)
    .where('decision.subject_id', '=', facts.subjectId)
    .where('decision.withdrawn_at', 'is', null)
    .where('decision_confirmation.confirmed_at', 'is not', null)
    .orderBy('decision_confirmation.confirmed_at', 'desc')
    .executeTakeFirst();
}

/** The newest decision on a subject, confirmed or still waiting for its second person. */
export function findDecision(db: Db, facts: { territoryId: string; purpose: Purpose; subjectId: string }) {
  return decisions(db, facts.territoryId)
    .where('decision.purpose', '=', facts.purpose)
    .where('decision.subject_id', '=', facts.subjectId)
    .where('decision.withdrawn_at', 'is', null)
    .orderBy('decision.recorded_at', 'desc')
    .executeTakeFirst();
}

export async function getDecision(db: Db, territoryId: string, id: string) {
  return there(await decisions(db, territoryId).where('decision.id', '=', id).executeTakeFirst(), 'decision');
}

/** A body's public log, newest first. */
export function listDecisions(db: Db, territoryId: string, bodyId: string) {
  return decisions(db, territoryId)
    .where('decision.body_id', '=', bodyId)
    .orderBy('decision.decided_on', 'desc')
    .orderBy('decision.recorded_at', 'desc')
    .execute();
}

/** The confirmed decisions of a territory that allow an act on something, whether it has been done or not. */
export function listAllowed(db: Db, territoryId: string) {
  return decisions(db, territoryId)
    .where('decision.subject_id', 'is not', null)
    .where('decision.withdrawn_at', 'is', null)
    .where('decision_confirmation.confirmed_at', 'is not', null)
    .execute();
}

/** What waits for a second person in some bodies, oldest first. */
export function listUnconfirmedDecisions(db: Db, territoryId: string, bodyIds: readonly string[]) {
  return decisions(db, territoryId)
    .where('decision.body_id', 'in', ['', ...bodyIds])
    .where('decision_confirmation.confirmed_at', 'is', null)
    .where('decision.withdrawn_at', 'is', null)
    .orderBy('decision.recorded_at')
    .execute();
}

export type Decision = Awaited<ReturnType<typeof getDecision>>;

function decisions(db: Db, territoryId: string) {
  return db
    .selectFrom('decision')
    .leftJoin('decision_confirmation', (join) =>
      join
        .onRef('decision_confirmation.territory_id', '=', 'decision.territory_id')
        .onRef('decision_confirmation.decision_id', '=', 'decision.id'),
    )
    .selectAll('decision')
    .select(['decision_confirmation.confirmed_at', 'decision_confirmation.confirmed_by'])
    .where('decision.territory_id', '=', territoryId);
}
