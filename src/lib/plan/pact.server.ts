import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { getDecision, requireDecision } from '#lib/territory/decision.server.ts';
import { recordOn, requireRows, type Acting } from './belonging.server.ts';

export type Pact = Row<'pact'>;

interface OfCycle extends Acting {
  readonly cycleId: string;
}

export interface PactFacts {
  readonly title: string;
  readonly text: string;
  /** The day on which it is read again in public. */
  readonly reviewOn: string;
}

/** Writes a cycle's pact, or changes it until it is signed. @throws Refusal `plan.signed` after that, `cycle.closed` */
export async function writePact(db: Db, facts: PactFacts & OfCycle, now: number): Promise<string> {
  const { territoryId, cycleId } = facts;
  await requireOpenCycle(db, territoryId, cycleId);
  const known = await findPact(db, territoryId, cycleId);
  if (known && known.signed_at !== null) throw new Refusal('plan.signed');
  const words = { title: facts.title, text: facts.text, review_on: facts.reviewOn };
  const unchanged = known?.title === words.title && known.text === words.text && known.review_on === words.review_on;
  if (known && unchanged) return known.id;
  const id = known?.id ?? randomId();
  await db
    .insertInto('pact')
    .values({
      territory_id: territoryId,
      id,
      cycle_id: cycleId,
      ...words,
      created_at: now,
      edited_at: now,
      signed_at: null,
      sign_decision_id: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id']).doUpdateSet({ ...words, edited_at: now }))
    .execute();
  await recordOn(db, facts, ['pact', id], 'pact.written', now);
  return id;
}

/**
 * Signs the pact with the actors who sign it, by the body's confirmed decision about these very words.
 * @throws Refusal `cycle.closed`, `decision.needed`, `plan.changedSince` when the words changed after the decision was confirmed,
 *   `plan.signed`, `plan.nobodySigns`
 */
export async function signPact(
  db: Db,
  facts: OfCycle & { actorIds: readonly string[]; day: string },
  now: number,
): Promise<void> {
  const { territoryId } = facts;
  await requireOpenCycle(db, territoryId, facts.cycleId);
  const pact = there(await findPact(db, territoryId, facts.cycleId), 'pact');
  if (pact.signed_at !== null) throw new Refusal('plan.signed');
  const signers = [...new Set(facts.actorIds)];
  if (signers.length === 0) throw new Refusal('plan.nobodySigns');
  await requireRows(db, 'actor', territoryId, signers);
  const { id: decisionId } = await requireDecision(db, { territoryId, purpose: 'sign-pact', subjectId: pact.id });
  const { confirmed_at } = await getDecision(db, territoryId, decisionId);
  if (pact.edited_at > (confirmed_at ?? 0)) throw new Refusal('plan.changedSince');
  await db
    .updateTable('pact')
    .set({ signed_at: now, sign_decision_id: decisionId })
    .where('territory_id', '=', territoryId)
    .where('id', '=', pact.id)
    .execute();
  const signatures = signers.map((actor_id) => ({
    territory_id: territoryId,
    pact_id: pact.id,
    actor_id,
    signed_on: facts.day,
  }));
  await db.insertInto('pact_signature').values(signatures).execute();
  await recordOn(db, facts, ['pact', pact.id], 'pact.signed', now);
}

export function findPact(db: Db, territoryId: string, cycleId: string): Promise<Pact | undefined> {
  return db
    .selectFrom('pact')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
}

/** Who signed, by name. */
export function listSignatures(db: Db, territoryId: string, pactId: string) {
  return db
    .selectFrom('pact_signature')
    .innerJoin('actor', (join) =>
      join
        .onRef('actor.territory_id', '=', 'pact_signature.territory_id')
        .onRef('actor.id', '=', 'pact_signature.actor_id'),
    )
    .select(['actor.id', 'actor.name', 'actor.kind', 'pact_signature.signed_on'])
    .where('pact_signature.territory_id', '=', territoryId)
    .where('pact_signature.pact_id', '=', pactId)
    .orderBy('actor.name')
    .execute();
}
