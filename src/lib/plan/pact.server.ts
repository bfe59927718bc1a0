import { record, type Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';
import { Refusal, there } from '#lib/platform/refusal.ts';
import type { Db, Row } from '#lib/platform/tables.ts';
import { requireOpenCycle } from '#lib/territory/cycle.server.ts';
import { requireDecision } from '#lib/territory/decision.server.ts';

export type Pact = Row<'pact'>;

/** Writes a cycle's pact, or changes it until it is signed. @throws Refusal `plan.signed` after that */
export async function writePact(
  db: Db,
  facts: { territoryId: string; cycleId: string; text: string; reviewOn: string; actor: Actor },
  now: number,
): Promise<string> {
  await requireOpenCycle(db, facts.territoryId, facts.cycleId);
  const known = await findPact(db, facts.territoryId, facts.cycleId);
  if (known && known.signed_at !== null) throw new Refusal('plan.signed');
  const id = known?.id ?? randomId();
  const words = { text: facts.text, review_on: facts.reviewOn };
  await db
    .insertInto('pact')
    .values({
      territory_id: facts.territoryId,
      id,
      cycle_id: facts.cycleId,
      ...words,
      created_at: now,
      signed_at: null,
      sign_decision_id: null,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'cycle_id']).doUpdateSet(words))
    .execute();
  await recordOn(db, facts, id, 'pact.written', now);
  return id;
}

/** Signs the pact with the actors who sign it, by the body's confirmed decision. @throws Refusal `decision.needed` */
export async function signPact(
  db: Db,
  facts: { territoryId: string; cycleId: string; actorIds: readonly string[]; day: string; actor: Actor },
  now: number,
): Promise<void> {
  const pact = there(await findPact(db, facts.territoryId, facts.cycleId), 'pact');
  if (pact.signed_at !== null) throw new Refusal('plan.signed');
  if (facts.actorIds.length === 0) throw new Refusal('plan.nobodySigns');
  const decision = await requireDecision(db, { ...facts, purpose: 'sign-pact', subjectId: pact.id });
  await db
    .updateTable('pact')
    .set({ signed_at: now, sign_decision_id: decision.id })
    .where('territory_id', '=', facts.territoryId)
    .where('id', '=', pact.id)
    .execute();
  const signatures = [...new Set(facts.actorIds)].map((actorId) => ({
    territory_id: facts.territoryId,
    pact_id: pact.id,
    actor_id: actorId,
    signed_on: facts.day,
  }));
  await db.insertInto('pact_signature').values(signatures).execute();
  await recordOn(db, facts, pact.id, 'pact.signed', now);
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

function recordOn(
  db: Db,
  facts: { territoryId: string; actor: Actor },
  id: string,
  verb: string,
  now: number,
): Promise<void> {
  return record(db, { territoryId: facts.territoryId, actor: facts.actor, verb, subject: ['pact', id] }, now);
}
